import assert from 'node:assert/strict';
import { partChanges, partsOf } from '../../src/evidence/parts.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import type { PartChanges } from '../../src/model/verdict.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

const changes = (path: string, before: string, after: string): Promise<PartChanges | undefined> =>
  partChanges({ path, text: before }, { path, text: after }, syntax);

/** `changed a; new b; gone c; elsewhere`. */
async function show(path: string, before: string, after: string): Promise<string> {
  const found = await changes(path, before, after);
  if (!found) return 'unknown';
  const groups = [
    ['changed', found.changed],
    ['new', found.added],
    ['gone', found.removed],
  ] as const;
  const named = groups.flatMap(([what, names]) => (names.length > 0 ? [`${what} ${names.join(' ')}`] : []));
  return [...named, ...(found.elsewhere ? ['elsewhere'] : [])].join('; ');
}

const PYTHON = `\
import os

LIMIT = 3

class Key:
    size = 1

    def sign(self, a):
        def inner():
            return 1
        return inner() + a

    def verify(self):
        return 2

def main():
    pass
`;

describe('the parts of a file', () => {
  const lists: [path: string, text: string, names: string[]][] = [
    ['a.py', PYTHON, ['LIMIT', 'Key', 'Key.size', 'Key.sign', 'Key.verify', 'main']],
    ['a.ts', "describe('a', () => {\n  it('b', () => {\n    const c = () => 1;\n  });\n});\n", ['a', 'a.b']],
    ['a.py', 'def f(): pass\nx = 1\ndef f(a): pass\n', ['f~1', 'x', 'f~2']],
    ['a.md', 'x\n\n# A\n\n## B\n\n# A\n', ['a', 'b', 'a-1']],
    ['a.json', '{"a": {"b": {"c": 1}}, "d/e": [1], "f": {}}', ['/a', '/a/b', '/d~1e', '/f']],
    ['a.toml', '[a.b]\nc = 1\n', ['/a', '/a/b']],
    ['a.yaml', '- 1\n', []],
  ];
  for (const [path, text, names] of lists) {
    it(`are named as locators name them: ${names.join(' ') || 'none'} (${path})`, async () => {
      const parts = await partsOf({ path, text }, syntax);
      assert.deepEqual(
        parts?.parts.map(({ name }) => name),
        names,
      );
    });
  }

  it('are those of files that are in order', async () => {
    for (const [path, text] of [
      ['a.py', 'def f(:\n'],
      ['a.json', '{"a": '],
      ['a.zig', 'fn f() void {}\n'],
    ] as const) {
      assert.equal(await partsOf({ path, text }, syntax), undefined, path);
    }
  });
});

describe('what changed in a file', () => {
  const edits: [what: string, path: string, before: string, after: string, shown: string][] = [
    ['a function', 'a.py', PYTHON, PYTHON.replace('    pass', '    return 1'), 'changed main'],
    [
      'a method, and not its class',
      'a.py',
      PYTHON,
      PYTHON.replace('return 2', 'return 3'),
      'changed Key.verify',
    ],
    ['a function in a method', 'a.py', PYTHON, PYTHON.replace('return 1', 'return 3'), 'changed Key.sign'],
    ['the head of a class', 'a.py', PYTHON, PYTHON.replace('class Key', 'class Key(Base)'), 'changed Key'],
    ['a constant', 'a.py', PYTHON, PYTHON.replace('LIMIT = 3', 'LIMIT = 4'), 'changed LIMIT'],
    ['imports', 'a.py', PYTHON, PYTHON.replace('import os', 'import sys'), 'elsewhere'],
    ['one of two on a line', 'a.c', 'int f() {} int g() {}', 'int f() {} int g() { f(); }', 'changed g'],
    ['one of a group', 'a.ts', 'const a = 1, b = 2;\n', 'const a = 3, b = 2;\n', 'changed a'],
    [
      'one of those with one type',
      'K.java',
      'class K { int a = 1, b = 2; }',
      'class K { int a = 3, b = 2; }',
      'changed K.a',
    ],
    [
      'the last of these',
      'K.java',
      'class K { int a = 1, b = 2; }',
      'class K { int a = 1, b = 3; }',
      'changed K.b',
    ],
    ['their type', 'K.java', 'class K { int a, b; }', 'class K { long a, b; }', 'changed K.a K.b'],
    ['another beside them', 'K.java', 'class K { int a, b; }', 'class K { int a, b, c; }', 'new K.c'],
    [
      'imports and a function',
      'a.py',
      PYTHON,
      PYTHON.replace('import os', '').replace('pass', 'f()'),
      'changed main; elsewhere',
    ],
    [
      'a method more',
      'a.py',
      PYTHON,
      PYTHON.replace('    def verify', '    def rotate(self):\n        pass\n\n    def verify'),
      'new Key.rotate',
    ],
    ['a method less', 'a.py', PYTHON, PYTHON.replace(/ {4}def verify[^]*2\n/, ''), 'gone Key.verify'],
    [
      'a class more, with its methods',
      'a.py',
      'x = 1\n',
      'x = 1\nclass A:\n    def f(self): pass\n',
      'new A',
    ],
    [
      'a class less, with its methods',
      'a.py',
      'x = 1\nclass A:\n    def f(self): pass\n',
      'x = 1\n',
      'gone A',
    ],
    ['a name', 'a.py', PYTHON, PYTHON.replace('def main', 'def start'), 'new start; gone main'],
    ['the order', 'a.py', 'x = 1\ny = 2\n', 'y = 2\nx = 1\n', 'elsewhere'],
    [
      'a member of an object more',
      'a.ts',
      'const A = {\n  f() {},\n};\n',
      'const A = {\n  f() {},\n  g() {},\n};\n',
      'new A.g',
    ],
    [
      'one of two on a line',
      'a.ts',
      'const A = { f() {}, g() {} };\n',
      'const A = { f() { x(); }, g() {} };\n',
      'changed A.f',
    ],
    ['a value of an enum more', 'a.ts', 'enum A { b }\n', 'enum A { b, c }\n', 'new A.c'],
    [
      'one test',
      'a.ts',
      "describe('a', () => {\n  it('b', () => { c(); });\n});\n",
      "describe('a', () => {\n  it('b', () => { d(); });\n});\n",
      'changed a.b',
    ],
    [
      'one of two definitions',
      'a.py',
      'def f(): pass\nx = 1\ndef f(a): pass\n',
      'def f(): pass\nx = 1\ndef f(b): pass\n',
      'changed f~2',
    ],
    [
      'a method in Java',
      'A.java',
      'class A { int f() { return 1; } int g() { return 1; } }',
      'class A { int f() { return 1; } int g() { return 2; } }',
      'changed A.g',
    ],
    [
      'a function in Go',
      'a.go',
      'package p\nfunc F() int { return 1 }\nfunc G() {}\n',
      'package p\nfunc F() int { return 2 }\nfunc G() {}\n',
      'changed F',
    ],
    [
      'a section, and not those around it',
      'a.md',
      '# A\n\na\n\n## B\n\nb\n',
      '# A\n\na\n\n## B\n\nc\n',
      'changed b',
    ],
    ['what stands before the first section', 'a.md', 'x\n\n# A\n', 'y\n\n# A\n', 'elsewhere'],
    ['a section with sections more', 'a.md', '# A\n', '# A\n\n# B\n\n## C\n', 'new b'],
    ['the level of a section', 'a.md', '# A\n\n## B\n', '# A\n\n### B\n', 'changed b'],
    ['a value', 'a.json', '{"a": {"b": {"c": 1}, "d": 1}}', '{"a": {"b": {"c": 2}, "d": 1}}', 'changed /a/b'],
    ['a list', 'a.yaml', 'a: [1]\nb: 1\n', 'a: [1, 2]\nb: 1\n', 'changed /a'],
    ['a map made a value', 'a.yaml', 'a: {b: 1}\n', 'a: 1\n', 'changed /a; gone /a/b'],
    ['keys', 'a.toml', '[a]\nb = 1\n', '[a]\nc = 1\n[d]\ne = 1\n', 'new /a/c /d; gone /a/b'],
    ['the second document', 'a.yaml', 'a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 2\n', 'elsewhere'],
    ['what repeats an alias', 'a.yaml', 'a: &x 1\nb: *x\nc: 1\n', 'a: &x 2\nb: *x\nc: 1\n', 'changed /a /b'],
    ['a file without parts', 'a.yaml', '- 1\n', '- 2\n', 'unknown'],
    ['a file that is no code any more', 'a.py', 'x = 1\n', 'x = (\n', 'unknown'],
  ];
  for (const [what, path, before, after, shown] of edits) {
    it(`${what} (${path}): ${shown}`, async () => {
      assert.notEqual(before, after);
      assert.equal(await show(path, before, after), shown);
    });
  }

  it('is told in a file of many parts without going over it for each', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) => `class A${i}:\n    def f(self): return ${i}\n`,
    ).join('');
    assert.equal(await show('a.py', many, many.replace('return 9999\n', 'return 1\n')), 'changed A9999.f');
  });
});
