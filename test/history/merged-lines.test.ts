import assert from 'node:assert/strict';
import { ownLines } from '../../src/history/merged-lines.ts';

describe('lines that a merge wrote itself', () => {
  const BASE = 'a\nb\nc\nd\ne\n';
  const cases: [what: string, merged: string, parents: string[], expected: [number, number][]][] = [
    ['none where it is as a parent', 'a\nX\nc\nd\ne\n', [BASE, 'a\nX\nc\nd\ne\n'], []],
    ['none where each change is of a parent', 'a\nX\nc\nY\ne\n', ['a\nX\nc\nd\ne\n', 'a\nb\nc\nY\ne\n'], []],
    ['none where these are neighbours', 'a\nX\nY\nd\ne\n', ['a\nX\nc\nd\ne\n', 'a\nb\nY\nd\ne\n'], []],
    ['none where a line went beside a new one', 'a\nY\nd\ne\n', ['a\nc\nd\ne\n', 'a\nb\nY\nd\ne\n'], []],
    ['those that no parent had', 'a\nX\nZ\nY\ne\n', ['a\nX\nc\nd\ne\n', 'a\nb\nc\nY\ne\n'], [[3, 3]]],
    ['those of a conflict', 'a\nboth\nc\nd\ne\n', ['a\nX\nc\nd\ne\n', 'a\nY\nc\nd\ne\n'], [[2, 2]]],
    ['around those that all parents had', 'a\nb\nc\ne\n', [BASE, `${BASE}f\n`], [[3, 4]]],
    ['of three parents', 'a\nZ\nc\nd\ne\n', [BASE, 'a\nX\nc\nd\ne\n', 'a\nb\nc\nd\nY\n'], [[2, 2]]],
    ['but for white space at their ends', 'a  \nb\nc\nd\ne\n', [BASE, BASE], []],
    ['with how they are indented', '  a\nb\nc\nd\ne\n', [BASE, BASE], [[1, 1]]],
  ];
  for (const [what, merged, parents, expected] of cases) {
    it(what, () => {
      assert.deepEqual(
        ownLines(merged, parents).map(({ start, end }) => [start, end]),
        expected,
      );
    });
  }
});
