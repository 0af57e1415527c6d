import assert from 'node:assert/strict';
import { type FollowedLines, followLines } from '../../src/evidence/follow-lines.ts';

/** Lines named by one letter each, so that a case reads as two words. */
const text = (letters: string): string => [...letters].map((letter) => `${letter.repeat(3)}\n`).join('');
const follow = (before: string, after: string, start: number, end: number): FollowedLines | undefined =>
  followLines(text(before), text(after), { start, end });

describe('followLines', () => {
  const cases: [
    what: string,
    before: string,
    after: string,
    lines: [number, number],
    now?: [number, number, boolean],
  ][] = [
    ['nothing changed', 'abcdef', 'abcdef', [2, 3], [2, 3, true]],
    ['lines inserted above', 'abcdef', 'xyabcdef', [2, 3], [4, 5, true]],
    ['lines inserted just above', 'abcdef', 'axybcdef', [2, 3], [4, 5, true]],
    ['lines inserted just below', 'abcdef', 'abcxydef', [2, 3], [2, 3, true]],
    ['lines deleted above', 'abcdef', 'cdef', [4, 5], [2, 3, true]],
    ['a line inserted inside', 'abcdef', 'abxcdef', [2, 3], [2, 4, false]],
    ['a line deleted inside', 'abcdef', 'abdef', [2, 4], [2, 3, false]],
    ['the first line deleted', 'abcdef', 'acdef', [2, 4], [2, 3, false]],
    ['the last line deleted', 'abcdef', 'abcef', [2, 4], [2, 3, false]],
    ['a line edited inside', 'abcdef', 'abxdef', [2, 4], [2, 4, false]],
    ['the first line edited', 'abcdef', 'axcdef', [2, 4], [2, 4, false]],
    ['all lines edited', 'abcdef', 'axyzef', [2, 4], [2, 4, false]],
    ['one of several edited lines', 'abcdef', 'axyzef', [3, 3], [3, 3, false]],
    ['all lines replaced by more', 'abcdef', 'auvwxyef', [2, 4], [2, 6, false]],
    ['all lines deleted', 'abcdef', 'aef', [2, 4]],
    ['the whole text deleted', 'abcdef', '', [2, 4]],
    ['the whole text replaced', 'abc', 'uvwxyz', [1, 3], [1, 6, false]],
    ['moved down', 'abcdefgh', 'adefghbc', [2, 3], [7, 8, true]],
    ['moved up', 'abcdefgh', 'fgabcdeh', [6, 7], [1, 2, true]],
    ['moved, and there twice', 'abcdefgh', 'adefghbcxbc', [2, 3]],
    ['the first lines', 'abc', 'xabc', [1, 1], [2, 2, true]],
    ['the last lines', 'abc', 'axbc', [3, 3], [4, 4, true]],
    ['lines that repeat', 'aaaaaa', 'xaaaaaa', [3, 4], [4, 5, true]],
  ];
  for (const [what, before, after, [start, end], now] of cases) {
    it(what, () => {
      const expected = now && { start: now[0], end: now[1], intact: now[2] };
      assert.deepEqual(follow(before, after, start, end), expected);
    });
  }

  it('takes lines with other white space at the end for the same', () => {
    assert.deepEqual(followLines('a\nb\nc\n', 'x\r\na  \r\nb\t\r\nc', { start: 2, end: 3 }), {
      start: 3,
      end: 4,
      intact: true,
    });
  });

  it('follows lines that were put into a block, but not as intact', () => {
    const after = 'a\nwith x:\n    b\n    c\nd\n';
    assert.deepEqual(followLines('a\nb\nc\nd\n', after, { start: 2, end: 3 }), {
      start: 3,
      end: 4,
      intact: false,
    });
  });

  it('does not take a lone bracket elsewhere for the one that was deleted', () => {
    assert.equal(followLines('a\n}\nb\nc\n', 'a\nb\nc\n}\n', { start: 2, end: 2 }), undefined);
  });

  it('has no answer for lines that the older text does not have', () => {
    for (const [start, end] of [
      [3, 4],
      [0, 1],
      [2, 1],
    ] as const) {
      assert.equal(follow('abc', 'abc', start, end), undefined);
    }
  });

  describe('in large texts', () => {
    const numbered = (prefix: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const lines = numbered('line', 50_000);

    it('follows across a small change', () => {
      const after = [...lines.slice(0, 10), 'new', ...lines.slice(10)].join('\n');
      assert.deepEqual(followLines(lines.join('\n'), after, { start: 30_000, end: 30_010 }), {
        start: 30_001,
        end: 30_011,
        intact: true,
      });
    });

    it('gives up on edits where everything changed, but finds an exact copy', () => {
      const block = ['keep one', 'keep two'];
      const before = [...lines, ...block].join('\n');
      const after = [...numbered('other', 40_000), ...block, ...numbered('more', 20_000)].join('\n');
      assert.deepEqual(followLines(before, after, { start: 50_001, end: 50_002 }), {
        start: 40_001,
        end: 40_002,
        intact: true,
      });
      assert.equal(followLines(before, after, { start: 10, end: 20 }), undefined);
    });
  });
});
