import assert from 'node:assert/strict';
import {
  type MeaningChange,
  compareMeaning,
  fingerprint,
  sameMeaning,
} from '../../src/evidence/fingerprint.ts';
import type { Fragment } from '../../src/evidence/fragment.ts';
import { locate } from '../../src/evidence/locate.ts';
import type { Extent } from '../../src/evidence/meaning.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { WATCHES, type Watch } from '../../src/model/watch.ts';
import { nodeDigest } from '../../src/node/digest.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

async function extentOf(path: string, text: string, fragment: Fragment, watch: Watch): Promise<Extent> {
  const located = await locate(path, text, fragment, syntax);
  assert.ok(located.kind === 'lines', text);
  return { path, text, fragment, lines: { start: located.startLine, end: located.endLine }, watch };
}

/** The watches that take an edit for a change. */
async function seenBy(path: string, fragment: Fragment, before: string, after: string): Promise<Watch[]> {
  const seen: Watch[] = [];
  for (const watch of WATCHES) {
    const [old, now] = [
      await extentOf(path, before, fragment, watch),
      await extentOf(path, after, fragment, watch),
    ];
    const change: MeaningChange = await compareMeaning(old, now, syntax);
    const prints = [await fingerprint(old, syntax, nodeDigest), await fingerprint(now, syntax, nodeDigest)];
    assert.equal(sameMeaning(prints[0]!, prints[1]!), change !== 'different', 'fingerprints agree');
    if (change === 'different') seen.push(watch);
  }
  return seen;
}

const CODE = ['body', 'all'] as const;
const EVERY = ['signature', 'body', 'all'] as const;

describe('what is watched of a symbol', () => {
  const python =
    'y = 1  # beside\n# why\n@cache\ndef f(a, b=1):\n    # inside\n    return a + b\n\n# behind\n';
  const typescript =
    'let y = 1; // beside\n/** why */\nexport const f = (a: string): string => {\n  return a; // inside\n};\n// behind\n';
  const edits: [
    what: string,
    path: string,
    text: string,
    from: string,
    to: string,
    seen: readonly Watch[],
  ][] = [
    ['layout', 'a.py', python, 'a, b=1', ' a ,b = 1', []],
    ['its name of a parameter', 'a.py', python, 'b=1', 'c=1', EVERY],
    ['a default', 'a.py', python, 'b=1', 'b=2', EVERY],
    ['a decorator', 'a.py', python, '@cache', '@lru_cache', EVERY],
    ['its body', 'a.py', python, 'a + b', 'a - b', CODE],
    ['a comment in front of it', 'a.py', python, 'why', 'because', ['all']],
    ['a comment inside', 'a.py', python, 'inside', 'within', ['all']],
    ['a comment on the line before', 'a.py', python, 'beside', 'next to', []],
    ['a comment behind it', 'a.py', python, 'behind', 'after', []],
    ['white space in a comment', 'a.py', python, '# inside', '  # inside', []],
    ['layout', 'a.ts', typescript, '(a: string)', '( a:string )', []],
    ['a type', 'a.ts', typescript, 'a: string', 'a: number', EVERY],
    ['what it gives', 'a.ts', typescript, '): string', '): void', EVERY],
    ['its body', 'a.ts', typescript, 'return a', 'return b', CODE],
    ['a comment in front of it', 'a.ts', typescript, 'why', 'because', ['all']],
    ['a comment inside', 'a.ts', typescript, 'inside', 'within', ['all']],
    ['a comment on the line before', 'a.ts', typescript, 'beside', 'next to', []],
    ['a comment behind it', 'a.ts', typescript, 'behind', 'after', []],
    ['layout of a comment', 'a.ts', typescript, '/** why */', '/**  why\n */', []],
  ];
  for (const [what, path, text, from, to, seen] of edits) {
    it(`${what} (${path}): ${seen.join(', ') || 'nothing'}`, async () => {
      const after = text.replace(from, to);
      assert.notEqual(after, text);
      assert.deepEqual(await seenBy(path, { kind: 'symbol', name: 'f' }, text, after), seen);
    });
  }

  const shapes: [
    what: string,
    path: string,
    name: string,
    before: string,
    after: string,
    seen: readonly Watch[],
  ][] = [
    ['a body on the line of its head', 'a.py', 'f', 'def f(a): return 1\n', 'def f(a): return 2\n', CODE],
    ['a body that is a value', 'a.ts', 'f', 'const f = (a) => a;', 'const f = (a) => b;', CODE],
    [
      'a setter',
      'a.ts',
      'A.x',
      'class A { get x() { return 1 } set x(v) {} }',
      'class A { get x() { return 1 } set x(w) {} }',
      EVERY,
    ],
    [
      'the body of a setter',
      'a.ts',
      'A.x',
      'class A { get x() { return 1 } set x(v) {} }',
      'class A { get x() { return 1 } set x(v) { a() } }',
      CODE,
    ],
    [
      'one of several signatures',
      'a.ts',
      'f',
      'function f(a: 1): void;\nfunction f(a) {}',
      'function f(a: 2): void;\nfunction f(a) {}',
      EVERY,
    ],
    [
      'a method of a class',
      'a.py',
      'A',
      'class A:\n    def f(self): return 1\n',
      'class A:\n    def f(self, a): return 1\n',
      EVERY,
    ],
    [
      'the body of a method of a class',
      'a.py',
      'A',
      'class A:\n    def f(self): return 1\n',
      'class A:\n    def f(self): return 2\n',
      CODE,
    ],
    [
      'a function in a function',
      'a.py',
      'f.g',
      'def f():\n    def g(a): return 1\n',
      'def f():\n    def g(b): return 1\n',
      EVERY,
    ],
    [
      'the body of a function in a function',
      'a.py',
      'f.g',
      'def f():\n    def g(a): return 1\n',
      'def f():\n    def g(a): return 2\n',
      CODE,
    ],
    ['a member of a type', 'a.ts', 'I', 'interface I { a: 1 }', 'interface I { a: 2 }', EVERY],
    ['a constant', 'a.py', 'X', 'X = 1\n', 'X = 2\n', EVERY],
    [
      'the title of a test',
      'a.ts',
      'says so',
      "it('says so', () => { a(); });",
      "it('says so', async () => { a(); });",
      EVERY,
    ],
    [
      'the body of a test',
      'a.ts',
      'says so',
      "it('says so', () => { a(); });",
      "it('says so', () => { b(); });",
      CODE,
    ],
    [
      'a function in Go',
      'a.go',
      'T.F',
      'package p\nfunc (t T) F(a int) int { return 1 }\n',
      'package p\nfunc (t T) F(a int) int { return 2 }\n',
      CODE,
    ],
    [
      'a method in Rust',
      'a.rs',
      'S.f',
      'impl S {\n  fn f(&self) -> u8 { 1 }\n}\n',
      'impl S {\n  fn f(&self) -> u8 { 2 }\n}\n',
      CODE,
    ],
    [
      'a method in Java',
      'A.java',
      'A.f',
      'class A { int f(int a) { return 1; } }',
      'class A { int f(int a) { return 2; } }',
      CODE,
    ],
    [
      'a method in C++',
      'a.cpp',
      'A.f',
      'class A { int f(int a) { return 1; } };',
      'class A { int f(int a) { return 2; } };',
      CODE,
    ],
    [
      'a function with CRLF in front',
      'a.py',
      'f',
      'x = 1\r\ny = 2\r\ndef f(a):\r\n    return 1\r\n',
      'x = 1\r\ny = 2\r\ndef f(a):\r\n    return 2\r\n',
      CODE,
    ],
  ];
  for (const [what, path, name, before, after, seen] of shapes) {
    it(`${what} (${path}): ${seen.join(', ')}`, async () => {
      assert.deepEqual(await seenBy(path, { kind: 'symbol', name }, before, after), seen);
    });
  }
});

describe('what is watched of lines and regions', () => {
  const text = '# warrant:begin r\ndef f(a):\n    return 1  # one\n# warrant:end r\n';
  for (const fragment of [
    { kind: 'lines', start: 2, end: 3 },
    { kind: 'region', name: 'r' },
  ] as const) {
    it(`is all code by any watch (${fragment.kind})`, async () => {
      assert.deepEqual(await seenBy('a.py', fragment, text, text.replace('return 1', 'return 2')), EVERY);
      assert.deepEqual(await seenBy('a.py', fragment, text, text.replace('one', '1')), ['all']);
      assert.deepEqual(await seenBy('a.conf', fragment, text, text.replace('one', '1')), EVERY);
    });
  }
});

describe('fingerprints of what is watched', () => {
  it('cannot be compared with each other', async () => {
    const prints = await Promise.all(
      WATCHES.map(async (watch) => {
        const extent = await extentOf('a.py', 'def f(): pass\n', { kind: 'symbol', name: 'f' }, watch);
        return fingerprint(extent, syntax, nodeDigest);
      }),
    );
    assert.deepEqual(
      prints.map((print) => print.replace(/:[\da-f]+$/, '')),
      ['signature-1:python', 'tokens-1:python', 'all-1:python'],
    );
    assert.equal(sameMeaning(prints[0]!, prints[1]!), undefined);
    assert.equal(sameMeaning(prints[1]!, prints[2]!), undefined);
  });
});
