import assert from 'node:assert/strict';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

describe('createSyntax', () => {
  it('loads nothing before it is needed, then each file once', async () => {
    const files = installedGrammars();
    const syntax = createSyntax(files);
    assert.equal(await syntax.outline('a.txt', 'x'), undefined);
    assert.deepEqual(files.loaded, []);
    await Promise.all([
      syntax.outline('a.py', 'x = 1'),
      syntax.outline('b.py', 'x = 2'),
      syntax.tokens('c.ts', 'x'),
      syntax.outline('d.ts', 'y'),
    ]);
    assert.deepEqual(files.loaded.sort(), [
      'tree-sitter-python.wasm',
      'tree-sitter-typescript.wasm',
      'web-tree-sitter.wasm',
    ]);
  });

  it('parses one version of a file once, however many ask', async () => {
    const syntax = createSyntax(installedGrammars());
    const text = 'def f(): pass\n';
    const [first, second] = await Promise.all([syntax.outline('a.py', text), syntax.outline('b.py', text)]);
    assert.equal(first, second);
    assert.notEqual(await syntax.outline('a.py', `${text}\n`), first);
    assert.equal(await syntax.outline('a.py', text), first);
  });

  it('forgets the oldest texts', async () => {
    const syntax = createSyntax(installedGrammars());
    const text = (i: number): string => `x = ${i} #${'-'.repeat(600_000)}`;
    const first = await syntax.outline('a.py', text(0));
    for (let i = 1; i <= 3; i++) await syntax.outline('a.py', text(i));
    const again = await syntax.outline('a.py', text(0));
    assert.deepEqual(again, first);
    assert.notEqual(again, first);
  });

  it('gives no tokens for lines with errors, and those of other lines', async () => {
    const syntax = createSyntax(installedGrammars());
    const text = 'const a = 1;\nconst = ;\nconst b = 2;\n';
    assert.equal(await syntax.tokens('a.ts', text), undefined);
    assert.equal(await syntax.tokens('a.ts', text, { start: 2, end: 2 }), undefined);
    assert.deepEqual(await syntax.tokens('a.ts', text, { start: 1, end: 1 }), [
      'const',
      'a',
      '=',
      '1',
      '<end>',
    ]);
  });

  it('says where a grammar is missing', async () => {
    const load = installedGrammars();
    const syntax = createSyntax({
      load: (name) => (name.includes('python') ? Promise.reject(new Error(`no ${name}`)) : load.load(name)),
    });
    await assert.rejects(syntax.outline('a.py', 'x'), /no tree-sitter-python.wasm/);
    assert.deepEqual(await syntax.outline('a.ts', ''), []);
  });

  describe('with code made by programs', () => {
    const syntax = createSyntax(installedGrammars());
    const depth = 20_000;
    const nested: [name: string, path: string, text: string][] = [
      ['nested brackets', 'a.py', `x = ${'['.repeat(depth)}${']'.repeat(depth)}\n`],
      ['nested parentheses', 'a.ts', `x = ${'('.repeat(depth)}1${')'.repeat(depth)}\n`],
      ['nested functions', 'a.ts', 'function a(){'.repeat(depth) + '}'.repeat(depth)],
      ['a long chain of calls', 'a.ts', `x${'.a()'.repeat(depth)}`],
      ['a long sum', 'a.py', `x = 1${' + 1'.repeat(depth)}`],
      ['brackets that nobody closes', 'a.tsx', '[({<'.repeat(depth)],
    ];
    for (const [name, path, text] of nested) {
      it(`reads ${name}`, async () => {
        assert.ok((await syntax.outline(path, text))!.length <= 40);
      });
    }

    it('writes as many tokens for twice the code as twice for the code', async () => {
      const unit = 'def f(a):\n    """Doc."""\n    return [a, "b"]\n\n';
      const count = async (times: number): Promise<number> =>
        (await syntax.tokens('a.py', unit.repeat(times)))!.length;
      const once = await count(100);
      assert.equal(await count(200), 2 * once);
      assert.equal(await count(400), 4 * once);
    });
  });
});
