import assert from 'node:assert/strict';
import type { Fragment } from '../../src/evidence/fragment.ts';
import { type Located, locate } from '../../src/evidence/locate.ts';
import { MAX_PARSED_CHARACTERS, createSyntax } from '../../src/evidence/syntax.ts';
import { installedGrammars } from './grammars.ts';

const syntax = createSyntax(installedGrammars());

const PYTHON = `\
class Server:
    def start(self):
        return 1

    def stop(self):
        pass


class Client:
    def start(self):
        return 2

    def token_bucket(self):
        pass


def stop():
    pass
`;

const find = (name: string, path = 'a.py', text = PYTHON): Promise<Located> =>
  locate(path, text, { kind: 'symbol', name }, syntax);
const lines = (startLine: number, endLine: number): Located => ({ kind: 'lines', startLine, endLine });

describe('locate', () => {
  it('takes all of a file where no part is named', async () => {
    assert.deepEqual(await locate('a.bin', 'a\nb\n', undefined, syntax), lines(1, 2));
    assert.deepEqual(await locate('a.bin', 'a\nb', undefined, syntax), lines(1, 2));
    assert.deepEqual(await locate('a.bin', '', undefined, syntax), lines(1, 1));
  });

  const ranges: [start: number, end: number, located: Located][] = [
    [1, 1, lines(1, 1)],
    [2, 3, lines(2, 3)],
    [3, 4, { kind: 'range-outside', lineCount: 3 }],
    [9, 9, { kind: 'range-outside', lineCount: 3 }],
  ];
  for (const [start, end, located] of ranges) {
    it(`finds lines ${start} to ${end} of three: ${located.kind}`, async () => {
      assert.deepEqual(await locate('x.conf', 'a\r\nb\nc\n', { kind: 'lines', start, end }, syntax), located);
    });
  }

  const symbols: [name: string, located: Located][] = [
    ['Server', lines(1, 6)],
    ['Server.start', lines(2, 3)],
    ['Client.start', lines(10, 11)],
    ['token_bucket', lines(13, 14)],
    ['token_bucket()', lines(13, 14)],
    ['stop', lines(17, 18)],
  ];
  for (const [name, located] of symbols) {
    it(`finds ${name}`, async () => assert.deepEqual(await find(name), located));
  }

  it('does not choose between two methods of one name', async () => {
    const located = await find('start');
    assert.equal(located.kind, 'ambiguous');
    const places = located.kind === 'ambiguous' ? located.places : [];
    assert.deepEqual(places, [
      { name: 'Server.start', line: 2, fragment: { kind: 'symbol', name: 'Server.start' } },
      { name: 'Client.start', line: 10, fragment: { kind: 'symbol', name: 'Client.start' } },
    ]);
  });

  const missing: [name: string, similar: string[]][] = [
    ['tokenbucket', ['Client.token_bucket']],
    ['Server.strat', ['Server.start', 'Client.start']],
    ['Clients', ['Client']],
    ['tart', ['Server.start', 'Client.start']],
    ['Server.token_bucket', ['Client.token_bucket']],
    ['nothing_like_it', []],
  ];
  for (const [name, similar] of missing) {
    it(`misses ${name} and offers ${similar.join(', ') || 'nothing'}`, async () => {
      const fragments = similar.map((one) => ({ kind: 'symbol', name: one }));
      assert.deepEqual(await find(name), { kind: 'missing', similar: fragments });
    });
  }

  it('finds tests by their titles, dots and all', async () => {
    const text =
      "describe('tls', () => {\n  it('rejects 1.1', () => {});\n  it('accepts 1', () => {});\n});\n";
    assert.deepEqual(await find('rejects 1.1', 'a.test.ts', text), lines(2, 2));
    assert.deepEqual(await find('tls.accepts 1', 'a.test.ts', text), lines(3, 3));
    assert.equal((await find('1', 'a.test.ts', text)).kind, 'missing');
  });

  it('finds symbols in code that is half typed', async () => {
    const text = 'def f():\n    return 1\n\ndef g(:\n';
    assert.deepEqual(await find('f', 'a.py', text), lines(1, 2));
  });

  const unsupported: [path: string, fragment: Fragment][] = [
    ['a.zig', { kind: 'symbol', name: 'f' }],
    ['a.json5', { kind: 'pointer', pointer: '/a' }],
    ['a.rst', { kind: 'heading', slug: 'a' }],
  ];
  for (const [path, fragment] of unsupported) {
    it(`does not pretend to find a ${fragment.kind} in ${path}`, async () => {
      assert.equal((await locate(path, 'x', fragment, syntax)).kind, 'unsupported');
    });
  }

  it('does not parse what is too large', async () => {
    const text = `x = 1\n${'#'.repeat(MAX_PARSED_CHARACTERS)}`;
    assert.deepEqual(await find('x', 'a.py', text), { kind: 'too-large' });
  });
});
