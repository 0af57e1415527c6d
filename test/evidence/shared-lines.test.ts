import assert from 'node:assert/strict';
import { type MeaningChange, compareMeaning, fingerprint } from '../../src/evidence/fingerprint.ts';
import { locate } from '../../src/evidence/locate.ts';
import type { Extent } from '../../src/evidence/meaning.ts';
import { createSyntax } from '../../src/evidence/syntax.ts';
import type { Watch } from '../../src/model/watch.ts';
import { nodeDigest } from '../../src/node/digest.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

async function extentOf(path: string, text: string, name: string, watch: Watch): Promise<Extent> {
  const fragment = { kind: 'symbol', name } as const;
  const located = await locate(path, text, fragment, syntax);
  assert.ok(located.kind === 'lines', `${path} has ${name}`);
  return { path, text, fragment, lines: { start: located.startLine, end: located.endLine }, watch };
}

async function change(
  path: string,
  name: string,
  before: string,
  after: string,
  watch: Watch = 'body',
): Promise<MeaningChange> {
  const [old, now] = [await extentOf(path, before, name, watch), await extentOf(path, after, name, watch)];
  return compareMeaning(old, now, syntax);
}

/** Each says that with this in place of that, the first name changed and the second did not, nor its bytes. */
const EDITS: [path: string, text: string, that: string, instead: string, changed: string, same: string][] = [
  ['a.c', 'int f() { return 1; } int g() { return 2; }\n', '2', '3', 'g', 'f'],
  ['a.c', 'int f() { return 1; } int g() { return 2; }\n', '1', '3', 'f', 'g'],
  ['a.c', 'int a = 1, b = 2;\n', '2', '3', 'b', 'a'],
  ['a.c', 'int a = 1, *b = 0;\n', '1', '3', 'a', 'b'],
  ['a.c', 'enum { A = 1, B = 2, C = 3 };\n', '2', '4', 'B', 'A'],
  ['a.c', 'enum { A = 1, B = 2, C = 3 };\n', '2', '4', 'B', 'C'],
  ['a.ts', 'const a = 1, b = 2;\n', '2', '3', 'b', 'a'],
  ['a.ts', 'const a = 1, b = 2;\n', '1', '3', 'a', 'b'],
  ['a.ts', 'export const A = 1; export const B = 2;\n', '2', '3', 'B', 'A'],
  ['a.ts', 'export const A = 1; export const B = 2;\n', '1', '3', 'A', 'B'],
  ['a.ts', 'class K { a = 1; @log() f() { return 2; } }\n', 'log', 'trace', 'K.f', 'K.a'],
  ['a.ts', 'class K { a = 1; @log() f() { return 2; } }\n', '1', '3', 'K.a', 'K.f'],
  ['a.ts', 'class K extends L { f() {} }\n', 'L', 'M', 'K', 'K.f'],
  ['a.js', 'boot(1);function f(){return 1}function g(){return 2}\n', '2', '3', 'g', 'f'],
  ['a.js', 'boot(4);function f(){return 1}function g(){return 2}\n', '4', '3', 'a', 'f'],
  ['a.js', 'var a=1,f=function(){return 2},g=function(){return 3};\n', '3', '4', 'g', 'f'],
  ['a.js', 'const o = { a: 1, f() { return 2; }, g: () => 3 };\n', 'a: 1', 'a: 4', 'o', 'o.f'],
  ['a.js', 'const o = { a: 1, f() { return 2; }, g: () => 3 };\n', '2', '4', 'o.f', 'o.g'],
  ['a.js', "it('a', () => f(1)); it('b', () => f(2));\n", '2', '3', 'b', 'a'],
  ['a.py', 'A = 1; B = 2\n', '2', '3', 'B', 'A'],
  ['a.py', 'a, b = f(1)\n', ', b', ', c', 'c', 'a'],
  ['a.ts', 'enum E {\n  A,\n  B = 2,\n}\n', 'A,', 'A, D,', 'E.D', 'E.B'],
  ['a.ts', 'export const { a, b: c } = f();\n', 'b: c', 'b: d', 'd', 'a'],
  ['a.ts', 'enum E { A = 1, B = 2 }\n', '2', '3', 'E.B', 'E.A'],
  ['a.py', 'class K: a = 1; b = 2\n', '1', '3', 'K.a', 'K.b'],
  ['a.go', 'package a\n\nvar A = 1; var B = 2\n', '2', '3', 'B', 'A'],
  ['a.go', 'package a\n\ntype T struct { A, B int; C string }\n', 'string', 'bool', 'T.C', 'T.A'],
  ['a.rs', '#[inline] fn f() -> u8 { 1 } #[cold] fn g() -> u8 { 2 }\n', 'cold', 'inline', 'g', 'f'],
  ['a.rs', 'struct P { a: u8, b: u8 }\n', 'b: u8', 'b: u16', 'P.b', 'P.a'],
  ['K.java', 'class K { int a = 1, b = 2; void f() {} }\n', '2', '3', 'K.b', 'K.a'],
  ['K.java', 'class K { int a = 1, b = 2; void f() {} }\n', '1', '3', 'K.a', 'K.f'],
  ['K.cs', 'class K { int a = 1, b = 2; void F() {} }\n', '2', '3', 'K.b', 'K.a'],
  ['a.php', '<?php\nclass K { public $a = 1, $b = 2; function f() {} }\n', '2', '3', 'K.b', 'K.a'],
  ['a.rb', 'class K; def f; 1; end; def g; 2; end; end\n', '2', '3', 'K.g', 'K.f'],
  ['a.sh', 'f() { echo 1; }; g() { echo 2; }\n', '2', '3', 'g', 'f'],
  ['a.css', '#a{color:red}#b{color:blue}\n', 'blue', 'green', '#b', '#a'],
];

describe('symbols that share a line', () => {
  for (const [path, text, that, instead, changed, same] of EDITS) {
    const after = text.replace(that, instead);
    it(`are told apart: ${same} while ${that} becomes ${instead} in ${text.trim()} (${path})`, async () => {
      assert.notEqual(text, after);
      assert.equal(await change(path, same, text, after), 'same-bytes', same);
      if (text.includes(changed))
        assert.equal(await change(path, changed, text, after), 'different', changed);
    });
  }

  /** What is said for all that are declared together. */
  const shared: [path: string, before: string, after: string, names: string[]][] = [
    ['a.ts', 'const a = 1, b = 2;\n', 'let a = 1, b = 2;\n', ['a', 'b']],
    ['K.java', 'class K { int a = 1, b = 2; }\n', 'class K { long a = 1, b = 2; }\n', ['K.a', 'K.b']],
    ['a.c', 'static int a, b;\n', 'int a, b;\n', ['a', 'b']],
    ['a.c', 'struct S { int x; } s, t;\n', 'struct S { int y; } s, t;\n', ['S', 's', 't']],
    ['a.js', 'const a = 1,\n  b = 2;\n', 'let a = 1,\n  b = 2;\n', ['a', 'b']],
    ['a.js', 'export const a = 1,\n  b = 2;\n', 'const a = 1,\n  b = 2;\n', ['a', 'b']],
    ['a.js', 'const a = {\n}, f = () => 2;\n', 'let a = {\n}, f = () => 2;\n', ['a', 'f']],
    [
      'a.go',
      'package a\n\nvar (\n\tA = 1\n\tB = 2\n)\n',
      'package a\n\nconst (\n\tA = 1\n\tB = 2\n)\n',
      ['A', 'B'],
    ],
    ['a.py', 'a, b = f(1)\n', 'a, b = f(2)\n', ['a', 'b']],
    ['a.ts', 'const { a, b: c } = f();\n', 'const { a, b: c } = g();\n', ['a', 'c']],
    ['a.ts', 'enum E {\n  A,\n  B,\n}\n', 'enum E {\n  C,\n  A,\n  B,\n}\n', ['E.A', 'E.B']],
    ['a.cpp', 'struct K { public: int f(); };\n', 'struct K { private: int f(); };\n', ['f']],
  ];
  for (const [path, before, after, names] of shared) {
    it(`have in common what stands in front of them: ${before.trim()} (${path})`, async () => {
      for (const name of names) assert.equal(await change(path, name, before, after), 'different', name);
    });
  }

  /** One a line, and all on one. */
  const layouts: [path: string, before: string, after: string, names: string[]][] = [
    [
      'a.c',
      'int f() { return 1; }\nint g() { return 2; }\n',
      'int f(){return 1;} int g(){return 2;}\n',
      ['f', 'g'],
    ],
    [
      'a.ts',
      'export const A = 1;\nexport const B = 2;\n',
      'export const A=1;export const B=2;\n',
      ['A', 'B'],
    ],
    ['a.ts', 'const a = 1;\nconst b = 2;\n', 'const a = 1, b = 2;\n', ['a', 'b']],
    ['a.js', 'const a = 1,\n  b = 2;\n', 'const a = 1, b = 2;\n', ['a', 'b']],
    ['a.js', 'const a = 1\n  , b = 2\n', 'const\n  a = 1,\n  b = 2;\n', ['a', 'b']],
    ['a.ts', 'export const a = 1,\n  o = { c: 1 };\n', 'export const a = 1, o = { c: 1 };\n', ['a', 'o']],
    ['a.js', 'const a = {\n}, f = () => 2;\n', 'const a = {};\nconst f = () => 2;\n', ['a', 'f']],
    ['a.go', 'package a\n\nvar (\n\tA = 1\n\tB = 2\n)\n', 'package a\n\nvar (A = 1; B = 2)\n', ['A', 'B']],
    ['a.ts', 'class K {\n  f() {}\n  g() {}\n}\n', 'class K { f() {} g() {} }\n', ['K', 'K.f', 'K.g']],
    ['a.py', 'A = 1\nB = 2\n', 'A = 1; B = 2\n', ['A', 'B']],
    ['a.ts', 'const { a, b: c } = f();\n', 'const { a, d, b: c } = f();\n', ['a', 'c']],
    ['a.ts', 'enum E {\n  A,\n  B = 2,\n  C,\n}\n', 'enum E { A, B = 2, C }\n', ['E.A', 'E.B', 'E.C']],
    ['K.java', 'class K {\n  int a;\n  int b;\n}\n', 'class K { int a, b; }\n', ['K.a', 'K.b']],
    ['a.rs', 'struct P {\n  a: u8,\n  b: u8,\n}\n', 'struct P { a: u8, b: u8 }\n', ['P', 'P.a', 'P.b']],
  ];
  for (const [path, before, after, names] of layouts) {
    it(`mean what they mean on lines of their own: ${after.trim()} (${path})`, async () => {
      for (const name of names) {
        assert.equal(await change(path, name, before, after), 'cosmetic', name);
        const prints = [before, after].map(async (text) =>
          fingerprint(await extentOf(path, text, name, 'body'), syntax, nodeDigest),
        );
        assert.equal(await prints[0], await prints[1], name);
      }
    });
  }

  it('are told apart in their signatures, too', async () => {
    const text = 'int f(int a) { return 1; } int g(int b) { return 2; }\n';
    const [body, head] = [text.replace('2', '3'), text.replace('int b', 'long b')];
    assert.equal(await change('a.c', 'g', text, body, 'signature'), 'cosmetic');
    assert.equal(await change('a.c', 'g', text, head, 'signature'), 'different');
    assert.equal(await change('a.c', 'f', text, head, 'signature'), 'same-bytes');
  });

  it('have the comments that stand in them, or between them, where these are watched', async () => {
    const text = '/* a */\nint f() { /* b */ return 1; } /* c */ int g() { /* d */ return 2; } // e\n';
    const changed = async (name: string): Promise<string> => {
      const changes = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map(async (comment) => {
          const after = text.replace(` ${comment}`, ' x');
          return (await change('a.c', name, text, after, 'all')) === 'different' ? comment : '';
        }),
      );
      return changes.join('');
    };
    assert.equal(await changed('f'), 'abc');
    assert.equal(await changed('g'), 'acde');
  });

  it('may begin where another one of several lines ends', async () => {
    const text = 'int f() {\n  return 1;\n} int g() {\n  return 2;\n} int h;\n';
    assert.equal(await change('a.c', 'f', text, text.replace('2', '3')), 'same-bytes');
    assert.equal(await change('a.c', 'g', text, text.replace('1', '3')), 'same-bytes');
    assert.equal(await change('a.c', 'g', text, text.replace('int h', 'long h')), 'same-bytes');
    assert.equal(await change('a.c', 'g', text, text.replace('2', '3')), 'different');
  });

  it('are many in code that was made small', async () => {
    const names = Array.from({ length: 2000 }, (_, i) => `f${i}`);
    const text = `var ${names.map((name, i) => `${name}=function(a){return a+${i}}`).join(',')};\n`;
    const after = text.replace('a+1999', 'a-1999');
    assert.equal(await change('a.js', 'f1000', text, after), 'same-bytes');
    assert.equal(await change('a.js', 'f1999', text, after), 'different');
  });
});
