import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseInSections } from '../../../src/evidence/prose/parse-sections.ts';
import { readProseTokens } from '../../../src/evidence/prose/prose-tokens.ts';
import { parseMarkdown } from '../../../src/parsing/markdown.ts';

/** Blocks that may make a line look like a heading that is none, or the other way round. */
const BLOCKS = [
  '# One\n\n',
  '## Two\ntext\n\n',
  'text\n# Three\n',
  '- item\n\n  more\n\n',
  '- ```sh\n  # no heading\n\n  ```\n\n',
  '```sh\n# no heading\n\n# none either\n```\n\n',
  '~~~~\n```\n\n# no heading\n\n~~~~\n\n',
  '> ```\n> # no heading\n\n',
  '```\n',
  '  ```\n\n',
  '1. a\n\n   ```\n   b\n\n',
  '<div>\n# no heading\n</div>\n\n',
  '<!--\n\n# no heading\n\n-->\n\n',
  '    # code\n\n',
  'text\n====\n\n',
  '| a |\n|---|\n| b |\n\n',
  '\n',
];

describe('a long document', () => {
  it('is parsed in sections as it is at once', () => {
    const filler = `${'Words that make the document long. '.repeat(320)}\n\n`;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BLOCKS), { maxLength: 12 }), (blocks) => {
        const text = filler + blocks.join('');
        const { root, complete } = parseInSections(text)!;
        assert.ok(complete);
        assert.deepEqual(
          readProseTokens(root),
          readProseTokens(parseMarkdown(text)!),
          text.slice(filler.length),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is read to its end, however many lists it has', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `## Section ${i}\n\n- one\n- two\n\n`).join('');
    const { root, complete } = parseInSections(text)!;
    assert.ok(complete);
    assert.equal(root.children.length, 6000);
    assert.equal(root.children.at(-1)!.position!.end.offset, text.trimEnd().length);
  });
});
