import assert from 'node:assert/strict';
import { hunksBetween, lineBefore } from '../../src/history/line-changes.ts';

/** For each line of `after` the line of `before` that it is, both 0-based; or what stood in its place. */
function trace(before: string, after: string, isMarkdown = false): (number | readonly string[])[] {
  const hunks = hunksBetween(before, after, isMarkdown);
  return after.split('\n').map((_, line) => {
    const place = lineBefore(line, hunks);
    return typeof place === 'number' ? place : place.before;
  });
}

describe('lines from one version to the next', () => {
  const cases: [what: string, before: string, after: string, expected: (number | string[])[]][] = [
    ['nothing', 'a\nb', 'a\nb', [0, 1]],
    ['a new first line', 'a\nb', 'x\na\nb', [[], 0, 1]],
    ['a new last line', 'a\nb', 'a\nb\nx', [0, 1, []]],
    ['a line that went', 'a\nb\nc', 'a\nc', [0, 2]],
    ['a line in place of another', 'a\nb\nc', 'a\nx\nc', [0, ['b'], 2]],
    ['two places', 'a\nb\nc\nd\ne', 'a\nx\nc\ny\nz\ne', [0, ['b'], 2, ['d'], ['d'], 4]],
    ['all', 'a\nb', 'x', [['a', 'b']]],
    ['white space', ' a b\n\tc', 'ab\nc  ', [0, 1]],
  ];
  for (const [what, before, after, expected] of cases) {
    it(`are told where there is ${what}`, () => assert.deepEqual(trace(before, after), expected));
  }

  it('do not change by the marker of a list, in Markdown', () => {
    const before = '- a\n1. b\n> - c\n**d**';
    const after = '* a\n2) b\n> + c\n* *d**';
    assert.deepEqual(trace(before, after, true), [0, 1, 2, ['**d**']]);
    assert.equal(typeof trace(before, after)[0], 'object');
  });

  it('are one stretch where too many of them differ', () => {
    const lines = (name: string): string => Array.from({ length: 3000 }, (_, i) => `${name}${i}`).join('\n');
    const hunks = hunksBetween(`a\n${lines('x')}\nm\nz`, `a\n${lines('y')}\nm\n${lines('w')}\nz`, false);
    assert.equal(hunks.length, 1);
    assert.equal(lineBefore(0, hunks), 0);
    assert.equal(lineBefore(6002, hunks), 3002);
  });
});
