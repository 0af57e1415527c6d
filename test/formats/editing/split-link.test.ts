import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/formats/editing/text-edit.ts';
import { splitLink } from '../../../src/formats/editing/split-link.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';
import { readYaml } from '../../../src/formats/yaml/read-yaml.ts';
import type { ReadResult } from '../../../src/formats/format.ts';

const WANTED = ['src/a.py#load', 'src/a.py#Store.save'];

/** The text with the link to `src/a.py` split in two, or undefined where that cannot be written. */
function split(text: string, file: string): string | undefined {
  const read = (some: string): ReadResult =>
    file.endsWith('.md') ? readMarkdown(some, { file, stem: 'a' }) : readYaml(some, { file, stem: 'a' });
  const before = read(text);
  const [one] = before.cases;
  const link = one?.evidence.find(({ locator }) => locator === 'src/a.py');
  assert.ok(one && link, 'the link is read');
  const edit = splitLink(text, before, { case: one.id, key: link.key }, WANTED, read);
  return edit && applyEdits(text, [edit]);
}

describe('a link split into several', () => {
  const head = 'case: A\nclaims:\n  C1:\n    text: It holds.\n    evidence:';
  const inYaml: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    [
      'items of a list',
      '\n      - src/a.py # all of it\n      - src/b.py\n',
      '\n      - src/a.py#load\n      - src/a.py#Store.save # all of it\n      - src/b.py\n',
    ],
    [
      'items in quotes',
      '\n      - "src/a.py"\n',
      '\n      - "src/a.py#load"\n      - "src/a.py#Store.save"\n',
    ],
    [
      'items between brackets',
      ' [src/b.py, src/a.py]\n',
      ' [src/b.py, src/a.py#load, src/a.py#Store.save]\n',
    ],
    [
      'line ends of Windows',
      '\r\n      - src/a.py\r\n',
      '\r\n      - src/a.py#load\r\n      - src/a.py#Store.save\r\n',
    ],
    ['not evidence with an id', '\n      E1: src/a.py\n', undefined],
    ['not an item with more to it', '\n      - at: src/a.py\n        watch: all\n', undefined],
  ];
  for (const [what, before, after] of inYaml) {
    it(`becomes, in YAML: ${what}`, () => {
      assert.equal(split(head + before, '/w/a.case.yaml'), after && head + after);
    });
  }

  it('becomes code spans of a sentence in Markdown', () => {
    const text = '# A\n\n## Claim C1: It holds.\n\nEvidence: `src/a.py`, `src/b.py`\n';
    assert.equal(
      split(text, '/w/assurance-case.md'),
      text.replace('`src/a.py`', '`src/a.py#load`, `src/a.py#Store.save`'),
    );
  });
});
