import assert from 'node:assert/strict';
import { type MeaningChange, compareMeaning, fingerprint } from '../../../src/evidence/fingerprint.ts';
import { locate } from '../../../src/evidence/locate.ts';
import type { Extent } from '../../../src/evidence/meaning.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import type { Watch } from '../../../src/model/watch.ts';
import { nodeDigest } from '../../../src/node/digest.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

describe('the meaning of Markdown', () => {
  const edits: [what: string, before: string, after: string, change: MeaningChange][] = [
    ['nothing changed', '# A\n', '# A\n', 'same-bytes'],
    ['line ends and white space before them', '# A\n\ntext\n', '# A  \r\n\r\ntext\t\r\n', 'cosmetic'],
    ['blank lines', '# A\ntext\n', '\n# A\n\n\ntext\n\n', 'cosmetic'],
    ['a paragraph wrapped', 'one two three\n', 'one\ntwo\nthree\n', 'cosmetic'],
    ['a quote wrapped', '> one two\n', '> one\n> two\n', 'cosmetic'],
    ['a paragraph parted', 'one two\n', 'one\n\ntwo\n', 'different'],
    ['a line broken', 'one two\n', 'one\\\ntwo\n', 'different'],
    ['a word', 'at most 3\n', 'at most 5\n', 'different'],
    ['which mark makes a list', '- a\n- b\n', '* a\n* b\n', 'cosmetic'],
    ['a list numbered', '- a\n', '1. a\n', 'different'],
    ['an item moved in', '- a\n- b\n', '- a\n  - b\n', 'different'],
    ['which marks make a heading', '# A\n', 'A\n===\n', 'cosmetic'],
    ['the level of a heading', '# A\n', '## A\n', 'different'],
    ['which marks make emphasis', '*a* __b__\n', '_a_ **b**\n', 'cosmetic'],
    ['emphasis', 'not a\n', '*not* a\n', 'different'],
    ['where a link leads', '[a](b.md)\n', '[a](c.md)\n', 'different'],
    [
      'how wide a table is',
      '| a | b |\n|---|---|\n| 1 | 2 |\n',
      '| a   | b   |\n| --- | --- |\n| 1   | 2   |\n',
      'cosmetic',
    ],
    ['a cell', '| a |\n|---|\n| 1 |\n', '| a |\n|---|\n| 2 |\n', 'different'],
    ['layout in a code block', '```\na\n  b\n```\n', '```\na\nb\n```\n', 'different'],
    ['which fence is around code', '```js\na\n```\n', '~~~js\na\n~~~\n', 'cosmetic'],
    ['the language of code', '```js\na\n```\n', '```ts\na\n```\n', 'different'],
    ['a comment', '# A\n\n<!-- x -->\n', '# A\n\n<!-- y -->\n', 'cosmetic'],
    ['front matter', '---\na: 1\n---\n# A\n', '---\na: 2\n---\n# A\n', 'different'],
    ['layout of front matter', '---\na:\n  b: 1\n---\n# A\n', '---\na:\nb: 1\n---\n# A\n', 'different'],
  ];
  for (const [what, before, after, expected] of edits) {
    it(`${what}: ${expected}`, async () => {
      const path = 'a.md';
      assert.equal(await compareMeaning({ path, text: before }, { path, text: after }, syntax), expected);
    });
  }

  it('is that of text where code may stand in it', async () => {
    const path = 'a.mdx';
    const change = await compareMeaning({ path, text: 'a b\n' }, { path, text: 'a\nb\n' }, syntax);
    assert.equal(change, 'different');
  });

  it('is that of text where the parser would be led astray', async () => {
    const text = `${'*a '.repeat(3000)}\n\none two\n`;
    const path = 'a.md';
    assert.match(await fingerprint({ path, text }, syntax, nodeDigest), /^text-1:/);
    const after = { path, text: text.replace('one two', 'one three') };
    assert.equal(await compareMeaning({ path, text }, after, syntax), 'different');
  });
});

describe('the meaning of a section', () => {
  const path = 'a.md';
  const text = '# A\n\none two\n\n## B\n\nb <!-- in line -->\n\n<!-- x -->\n\n# C\n\nc\n';

  async function section(slug: string, of: string, watch?: Watch): Promise<Extent> {
    const fragment = { kind: 'heading', slug } as const;
    const located = await locate(path, of, fragment, syntax);
    assert.ok(located.kind === 'lines');
    return {
      path,
      text: of,
      fragment,
      lines: { start: located.startLine, end: located.endLine },
      ...(watch && { watch }),
    };
  }
  const change = async (slug: string, after: string, watch?: Watch): Promise<MeaningChange> =>
    compareMeaning(await section(slug, text, watch), await section(slug, after, watch), syntax);

  it('is what stands below its heading', async () => {
    assert.equal(await change('a', text.replace('c\n', 'd\n')), 'same-bytes');
    assert.equal(await change('c', `new\n\n${text.replace('two', 'three')}`), 'same-bytes');
    assert.equal(await change('a', text.replace('one two', 'one\ntwo')), 'cosmetic');
    assert.equal(await change('a', text.replace('b <', 'd <')), 'different');
    assert.equal(await change('b', text.replace('two', 'three')), 'same-bytes');
  });

  it('has its comments where they are watched', async () => {
    const after = text.replace('<!-- x -->', '<!-- y -->');
    assert.equal(await change('b', after), 'cosmetic');
    assert.equal(await change('b', after, 'signature'), 'cosmetic');
    assert.equal(await change('b', after, 'all'), 'different');
    assert.equal(await change('c', after, 'all'), 'same-bytes');
    assert.equal(await change('b', text.replace('<!-- x', '<!--   x'), 'all'), 'cosmetic');
  });
});
