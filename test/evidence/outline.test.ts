import assert from 'node:assert/strict';
import { createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

/** The outline, one line a symbol: `3-5 method Class.method`. */
async function outline(path: string, lines: string[]): Promise<string[]> {
  const symbols = await syntax.outline(path, lines.join('\n'));
  return symbols!.map(
    ({ kind, qualifiedName, startLine, endLine }) => `${startLine}-${endLine} ${kind} ${qualifiedName}`,
  );
}

describe('the outline of Python', () => {
  it('has functions, classes and what they hold, with decorators and without leading comments', async () => {
    const found = await outline('a.py', [
      '# about A',
      '@dataclass',
      'class A(B):',
      '    """Doc."""',
      '    limit: int = 3',
      '    # about f',
      '    @staticmethod',
      '    @cache',
      '    def f(self):',
      '        inner_value = 1',
      '        def nested(): pass',
      '        return nested',
      '    class Inner:',
      '        async def g(self):',
      '            return 1',
      '',
      'TIMEOUT = 3',
      'type Ids = list[int]',
      'if TIMEOUT:',
      '    def chosen(): ...',
    ]);
    assert.deepEqual(found, [
      '2-15 class A',
      '5-5 property A.limit',
      '7-12 method A.f',
      '11-11 function A.f.nested',
      '13-15 class A.Inner',
      '14-15 method A.Inner.g',
      '17-17 variable TIMEOUT',
      '18-18 type Ids',
      '20-20 function chosen',
    ]);
  });

  it('has all names that one statement assigns to', async () => {
    const found = await outline('a.py', [
      'a, (b, *c) = f()',
      'd = e = g.h = i[0] = 1',
      'class K:',
      '    [x, y] = 1, 2',
    ]);
    assert.deepEqual(found, [
      '1-1 variable a',
      '1-1 variable b',
      '1-1 variable c',
      '2-2 variable d',
      '2-2 variable e',
      '3-4 class K',
      '4-4 property K.x',
      '4-4 property K.y',
    ]);
  });

  it('takes definitions of one name that follow each other for one symbol', async () => {
    const found = await outline('a.py', [
      'class A:',
      '    @property',
      '    def x(self): return 1',
      '',
      '    @x.setter',
      '    def x(self, value): pass',
      '    def y(self): pass',
      '    def x(self): pass',
    ]);
    assert.deepEqual(found, ['1-8 class A', '2-6 method A.x', '7-7 method A.y', '8-8 method A.x']);
  });

  it('says where the name is', async () => {
    const symbols = await syntax.outline('a.py', '@a\n@b\ndef f(): pass\n');
    assert.deepEqual(
      symbols?.map(({ startLine, nameLine }) => [startLine, nameLine]),
      [[1, 3]],
    );
  });
});

describe('the outline of TypeScript', () => {
  it('has classes and their members', async () => {
    const found = await outline('a.ts', [
      '/** About A. */',
      '@Component()',
      'export class A extends B {',
      '  @Input() name = 1;',
      '  #secret = 2;',
      '  constructor() { super(); }',
      '  @On("x")',
      '  @Off()',
      '  async run(): Promise<void> {',
      '    const handler = () => 1;',
      '    const local = 2;',
      '  }',
      '  get size() { return 1; }',
      '  set size(value) {}',
      '  over(a: string): void;',
      '  over(a: unknown) {}',
      '}',
      'export abstract class C { abstract area(): number }',
      'export default class extends A { go() {} }',
    ]);
    assert.deepEqual(found, [
      '2-17 class A',
      '4-4 property A.name',
      '5-5 property A.#secret',
      '6-6 constructor A.constructor',
      '7-12 method A.run',
      '10-10 function A.run.handler',
      '13-14 method A.size',
      '15-16 method A.over',
      '18-18 class C',
      '18-18 method C.area',
      '19-19 class default',
      '19-19 method default.go',
    ]);
  });

  it('has functions, constants, types and namespaces', async () => {
    const found = await outline('a.ts', [
      'export function f(a: string): void;',
      'export function f(a: unknown): void {',
      '  function inner() {}',
      '}',
      'export const g = async () => {',
      '  const h = 1;',
      '};',
      'const a = 1,',
      '  b = () => 2;',
      'export interface I {',
      '  close(): void;',
      '}',
      'export type T = string;',
      'export enum E { A, B }',
      'declare const q: number;',
      'export namespace N {',
      '  export const c = 3;',
      '}',
      'function* gen() {}',
      'export default defineConfig({});',
    ]);
    assert.deepEqual(found, [
      '1-4 function f',
      '3-3 function f.inner',
      '5-7 function g',
      '8-8 variable a',
      '9-9 function b',
      '10-12 interface I',
      '11-11 method I.close',
      '13-13 type T',
      '14-14 enum E',
      '14-14 property E.A',
      '14-14 property E.B',
      '15-15 variable q',
      '16-18 namespace N',
      '17-17 variable N.c',
      '19-19 function gen',
      '20-20 variable default',
    ]);
  });

  it('has the names that a pattern gives, and the members of an enum', async () => {
    const found = await outline('a.ts', [
      'export const { a, b: c, d = 1, e: { f }, ...g } = h();',
      'const [i, , j = 2] = k, l = 3;',
      'function m() { const { n } = o; }',
      'enum Role {',
      '  Guest, // nobody',
      '  Admin = 3,',
      "  'no one',",
      '}',
    ]);
    assert.deepEqual(found, [
      ...['a', 'c', 'd', 'f', 'g'].map((name) => `1-1 variable ${name}`),
      ...['i', 'j', 'l'].map((name) => `2-2 variable ${name}`),
      '3-3 function m',
      '4-8 enum Role',
      '5-5 property Role.Guest',
      '6-6 property Role.Admin',
      '7-7 property Role.no one',
    ]);
  });

  it('has functions in objects', async () => {
    const found = await outline('a.ts', [
      'export const api = {',
      '  get() {},',
      '  post: async () => {},',
      "  'put-it': function () {},",
      '  users: { list() {} },',
      '  limit: 3,',
      '} satisfies Api;',
      'export function create() {',
      '  return { start() {}, options: { a: 1 } };',
      '}',
    ]);
    assert.deepEqual(found, [
      '1-7 variable api',
      '2-2 method api.get',
      '3-3 method api.post',
      '4-4 method api.put-it',
      '5-5 property api.users',
      '5-5 method api.users.list',
      '8-10 function create',
      '9-9 method create.start',
    ]);
  });

  it('has suites and tests by their titles', async () => {
    const found = await outline('a.test.ts', [
      "describe('transport', () => {",
      '  const helper = () => 1;',
      "  it('rejects TLS 1.1', async () => {",
      '    expect(1);',
      '  });',
      '  it.each([1, 2])(`adds "it"`, function () {});',
      "  test.describe.only('inner', () => {",
      "    test('it\\'s fine', { timeout: 1 }, () => {});",
      '  });',
      "  it('is planned');",
      '  it(`${computed} title`, () => {});',
      '});',
      "pattern.test('not a test', () => {});",
    ]);
    assert.deepEqual(found, [
      '1-12 suite transport',
      '2-2 function transport.helper',
      '3-5 test transport.rejects TLS 1.1',
      '6-6 test transport.adds "it"',
      '7-9 suite transport.inner',
      "8-8 test transport.inner.it's fine",
    ]);
  });
});

describe('the outline of JavaScript', () => {
  it('has what was exported before there was syntax for it', async () => {
    const found = await outline('a.js', [
      'module.exports.one = function () {};',
      'exports.two = () => {};',
      'Shape.prototype.area = function () {',
      '};',
      'module.exports = { three() {} };',
      'exports.limit = 4;',
      'class K { x = 1; static y() {} }',
    ]);
    assert.deepEqual(found, [
      '1-1 function one',
      '2-2 function two',
      '3-4 function Shape.area',
      '5-5 method three',
      '7-7 class K',
      '7-7 property K.x',
      '7-7 method K.y',
    ]);
  });

  it('has components', async () => {
    const found = await outline('a.jsx', [
      'export const Button = ({ a }) => (',
      '  <b onClick={() => 1}>{a}</b>',
      ');',
    ]);
    assert.deepEqual(found, ['1-3 function Button']);
  });
});
