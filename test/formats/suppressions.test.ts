import assert from 'node:assert/strict';
import { readSuppressions } from '../../src/formats/suppressions.ts';
import { LineIndex } from '../../src/model/text.ts';

type Comments = Parameters<typeof readSuppressions>[1];

/** Each suppression as `rule line`, lines 1-based, and the characters marked. */
function read(text: string, comments: Comments): string[] {
  const lines = new LineIndex(text);
  return readSuppressions(text, comments).map(({ rule, line, range }) => {
    const marked = text.slice(lines.offset(range.start), lines.offset(range.end));
    return `${rule} ${line + 1}${marked === rule ? '' : ` (${marked})`}`;
  });
}

const ROWS: readonly (readonly [what: string, text: string, comments: Comments, read: readonly string[]])[] =
  [
    ['the line below', '# warrant-disable-next-line a-b\nC1: x\n', 'hash', ['a-b 2']],
    ['several rules', '  # warrant-disable-next-line a, b c\nC1: x\n', 'hash', ['a 2', 'b 2', 'c 2']],
    ['no reason behind two dashes', '# warrant-disable-next-line a -- because of b\nx\n', 'hash', ['a 2']],
    ['the next line that is not blank', '# warrant-disable-next-line a\n\n \nx\n', 'hash', ['a 4']],
    [
      'one line by several comments',
      '# warrant-disable-next-line a\n# warrant-disable-next-line b\nx\n',
      'hash',
      ['a 3', 'b 3'],
    ],
    ['behind a value', 'C1: x # warrant-disable-next-line a\nC2: y\n', 'hash', ['a 2']],
    [
      'no rule, and where none is named',
      '# warrant-disable-next-line\nx\n',
      'hash',
      [' 2 (warrant-disable-next-line)'],
    ],
    ['no text that is no comment', 'C1: x#warrant-disable-next-line a\ny\n', 'hash', []],
    ['no longer word', '# warrant-disable-next-lines a\ny\n', 'hash', []],
    ['the end of a file', 'x\n# warrant-disable-next-line a', 'hash', ['a 3']],
    ['comments of Markdown', '<!-- warrant-disable-next-line a, b -->\n\n# C1: x\n', 'html', ['a 3', 'b 3']],
    [
      'the row of a table above',
      '| C1 | x <!-- warrant-disable-next-line a --> |\n| C2 | y |\n',
      'html',
      ['a 2'],
    ],
    ['no other comment in Markdown', '# warrant-disable-next-line a\nx\n', 'html', []],
    [
      'both comments of LTAC',
      '// warrant-disable-next-line a\n- Claim A: x\n# warrant-disable-next-line b\n- Claim B: y\n',
      'slashes',
      ['a 2', 'b 4'],
    ],
    ['lines that end as on Windows', '# warrant-disable-next-line a\r\nC1: x\r\n', 'hash', ['a 2']],
  ];

describe('comments that silence', () => {
  for (const [what, text, comments, expected] of ROWS) {
    it(`are about ${what}`, () => assert.deepEqual(read(text, comments), expected));
  }

  it('are read in a time that grows with the text, and not without end', () => {
    const text = '<!-- warrant-disable-next-line '.repeat(30_000);
    assert.deepEqual(readSuppressions(text, 'html'), []);
    const lines = '# warrant-disable-next-line a\nx\n'.repeat(30_000);
    assert.ok(readSuppressions(lines, 'hash').length <= 1001);
  });
});
