import assert from 'node:assert/strict';
import { splitLines, textOfLines } from '../../src/evidence/lines.ts';

describe('lines', () => {
  const texts: [text: string, lines: string[]][] = [
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\n', ['a', '']],
    ['a\r\nb\rc\n', ['a', 'b', 'c']],
    ['\n', ['']],
  ];
  for (const [text, lines] of texts) {
    it(`splits ${JSON.stringify(text)}`, () => assert.deepEqual(splitLines(text), lines));
  }

  const parts: [start: number, end: number, part: string][] = [
    [1, 1, 'a\r\n'],
    [1, 2, 'a\r\nb\n'],
    [2, 3, 'b\nc'],
    [3, 3, 'c'],
    [3, 9, 'c'],
    [4, 4, ''],
  ];
  for (const [start, end, part] of parts) {
    it(`cuts out lines ${start} to ${end}`, () =>
      assert.equal(textOfLines('a\r\nb\nc', { start, end }), part));
  }

  it('takes all of a text where no lines are named', () => {
    assert.equal(textOfLines('a\nb\n', undefined), 'a\nb\n');
  });
});
