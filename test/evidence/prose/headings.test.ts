import assert from 'node:assert/strict';
import { type Located, locate } from '../../../src/evidence/locate.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

const at = (text: string, slug: string, path = 'a.md'): Promise<Located> =>
  locate(path, text, { kind: 'heading', slug }, syntax);

describe('the slug of a heading', () => {
  const slugs: [heading: string, slug: string][] = [
    ['# Access Control', 'access-control'],
    ['# Who signs? (All of us, we hope!)', 'who-signs-all-of-us-we-hope'],
    ['# C++ & `tls_min` in *bold* and [a link](x.md)', 'c--tls_min-in-bold-and-a-link'],
    ['# Clé d’accès', 'clé-daccès'],
    ['# Ключи 鍵', 'ключи-鍵'],
    ['# 1.2 TLS - at least 1.3', '12-tls---at-least-13'],
    ['# ![badge](b.svg) Build', '-build'],
    ['## Closed ##', 'closed'],
    ['Set by a line\n=============', 'set-by-a-line'],
    ['> # Quoted', 'quoted'],
    ['- # Listed', 'listed'],
    ['# AT&amp;T', 'att'],
  ];
  for (const [heading, slug] of slugs) {
    it(`of ${JSON.stringify(heading)} is ${slug}`, async () => {
      assert.equal((await at(`${heading}\n\ntext\n`, slug)).kind, 'lines');
    });
  }

  it('has a number where it was there before', async () => {
    const text = '# Keys\n\n# Keys\n\n# Keys 1\n\n# Keys\n';
    for (const [slug, line] of [
      ['keys', 1],
      ['keys-1', 3],
      ['keys-1-1', 5],
      ['keys-2', 7],
    ] as const) {
      assert.deepEqual(await at(text, slug), { kind: 'lines', startLine: line, endLine: line });
    }
  });

  it('is found as links write it, and as other sites make it', async () => {
    const text = '# Clé - Zwei__Wege\n';
    for (const slug of ['clé---zwei__wege', 'cl%C3%A9---zwei__wege', 'Clé---Zwei__Wege', 'clé-zwei-wege']) {
      assert.equal((await at(text, slug)).kind, 'lines', slug);
    }
    assert.equal((await at('# A-B\n# AB\n', 'a--b')).kind, 'missing', 'two would do');
    assert.equal((await at(text, '%E0%A4%A')).kind, 'missing');
  });

  it('may be a name that the author gave it', async () => {
    const text =
      '<a name="first"></a>\n# One\n\n# <a id="second"></a>Two\n\n# Three {#third}\n\n<a name="text"></a>text\n\n# Four\n';
    for (const [slug, line] of [
      ['first', 2],
      ['second', 4],
      ['third', 6],
    ] as const) {
      const located = await at(text, slug);
      assert.equal(located.kind === 'lines' && located.startLine, line, slug);
    }
    assert.equal((await at(text, 'text')).kind, 'missing');
  });

  it('is none of what only looks like a heading', async () => {
    for (const text of [
      '```\n# Keys\n```\n',
      '    # Keys\n',
      '<!--\n# Keys\n-->\n',
      '---\n# Keys\n---\n',
      '#Keys\n',
    ]) {
      assert.equal((await at(text, 'keys')).kind, 'missing', text);
    }
  });

  it('that is not there is offered another one', async () => {
    assert.deepEqual(await at('# Access control\n# Keys\n', 'acces-control'), {
      kind: 'missing',
      similar: [{ kind: 'heading', slug: 'access-control' }],
    });
  });
});

describe('a section', () => {
  const text = '# A\n\na\n\n## B\n\nb\n\n### C\n\n## D\n\n> ### E\n> e\n\nd\n\n# F\n\n';

  const sections: [slug: string, startLine: number, endLine: number][] = [
    ['a', 1, 16],
    ['b', 5, 9],
    ['c', 9, 9],
    ['d', 11, 16],
    ['e', 13, 14],
    ['f', 18, 18],
  ];
  for (const [slug, startLine, endLine] of sections) {
    it(`goes up to the next heading that is not below it: ${slug}`, async () => {
      assert.deepEqual(await at(text, slug), { kind: 'lines', startLine, endLine });
    });
  }

  it('is found whatever the line ends are', async () => {
    assert.deepEqual(await at(text.replaceAll('\n', '\r\n'), 'b'), {
      kind: 'lines',
      startLine: 5,
      endLine: 9,
    });
    assert.deepEqual(await at(text.replaceAll('\n', '\r'), 'b'), { kind: 'lines', startLine: 5, endLine: 9 });
    assert.deepEqual(await at(`\uFEFF${text}`, 'a'), { kind: 'lines', startLine: 1, endLine: 16 });
  });

  it('is not looked for in texts that are too long or too deep', async () => {
    assert.equal((await at(`# A\n${'x'.repeat(600_000)}`, 'a')).kind, 'too-large');
    assert.equal((await at(`${'>'.repeat(100_000)}\n`, 'a')).kind, 'missing');
    assert.equal((await at(`${'['.repeat(100_000)}\n\n# A\n`, 'a')).kind, 'lines');
    assert.equal((await at(`${'<a name="x"'.repeat(20_000)}\n\n# A\n`, 'a')).kind, 'lines');
    assert.equal((await at(`${'<a name="x"></a>\n\n'.repeat(5000)}# A\n`, 'x')).kind, 'lines');
  });
});
