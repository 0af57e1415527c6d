import assert from 'node:assert/strict';
import { namedPlacesOf } from '../../src/evidence/named-places.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

describe('what a locator can name in a file', () => {
  const syntax = createSyntax(installedGrammars());
  const show = async (path: string, text: string): Promise<string[]> =>
    (await namedPlacesOf({ path, text }, syntax)).map(
      ({ name, kind, startLine, endLine }) => `${name} ${kind} ${startLine}-${endLine}`,
    );

  it('are symbols but for those in functions, each by a name of its own', async () => {
    const code =
      'class A:\n    def f(self):\n        def g(): pass\n\ndef h(): pass\n\nx = 1\n\ndef h(): pass\n';
    assert.deepEqual(await show('a.py', code), [
      'A class 1-3',
      'A.f method 2-3',
      'h~1 function 5-5',
      'x variable 7-7',
      'h~2 function 9-9',
    ]);
  });

  it('are there in spite of mistakes', async () => {
    assert.deepEqual(await show('a.py', 'def f():\n    pass\n\nx = (\n'), ['f function 1-2']);
  });

  it('are headings, and keys level by level', async () => {
    assert.deepEqual(await show('a.md', '# One\n\n## Two words\n'), [
      'one heading 1-3',
      'two-words heading 3-3',
    ]);
    assert.deepEqual(await show('a.json', '{"a": {"b/c": 1},\n "d": [{"e": 2}]}'), [
      '/a key 1-1',
      '/d key 2-2',
      '/a/b~1c key 1-1',
    ]);
  });

  it('are regions that are in order, in any text', async () => {
    const text = [
      '# warrant:begin one',
      'a',
      '# warrant:end one',
      '# warrant:begin open',
      '# warrant:end never',
      '# warrant:begin empty',
      '# warrant:end empty',
    ].join('\n');
    assert.deepEqual(await show('nginx.conf', text), ['region:one region 2-2']);
  });

  it('stay few in what a program made', async () => {
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`k${i}`, 1])));
    assert.equal((await show('a.json', keys)).length, 2000);
    const marks = Array.from({ length: 20_000 }, (_, i) => `warrant:begin r${i}`).join('\n');
    assert.deepEqual(await show('a.txt', marks), []);
  });
});
