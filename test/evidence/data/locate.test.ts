import assert from 'node:assert/strict';
import { compareMeaning } from '../../../src/evidence/fingerprint.ts';
import { type Located, locate } from '../../../src/evidence/locate.ts';
import { MAX_DATA_CHARACTERS } from '../../../src/evidence/data/read-data.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

const TEXTS: Readonly<Record<string, string>> = {
  'a.json':
    '{\n  // one\n  "a": {\n    "b": [\n      1,\n      {"c": 2}\n    ]\n  },\n  "x/y": 1, "m~n": 2,\n  "": 3\n}\n',
  'a.yaml': 'a: &x\n  b:\n    - 1\n    - c: 2\n\n# two\nd: *x\ne: |\n  one\n  two\n\n"x/y": 1\n---\nz: 1\n',
  'a.toml':
    'top = 1\n[a.b]\nc = [\n  1,\n  2,\n]\n\n[[list]]\nd = 1\n[[list]]\nd = 2\n\n[a.e]\n"x/y".f = 1\n',
};

const at = (path: string, pointer: string, text = TEXTS[path]!): Promise<Located> =>
  locate(path, text, { kind: 'pointer', pointer }, syntax);

describe('a pointer into data', () => {
  const found: [path: string, pointer: string, startLine: number, endLine: number][] = [
    ['a.json', '/a', 3, 8],
    ['a.json', '/a/b', 4, 7],
    ['a.json', '/a/b/0', 5, 5],
    ['a.json', '/a/b/1/c', 6, 6],
    ['a.json', '/x~1y', 9, 9],
    ['a.json', '/m~0n', 9, 9],
    ['a.json', '/', 10, 10],
    ['a.yaml', '/a', 1, 4],
    ['a.yaml', '/a/b/1', 4, 4],
    ['a.yaml', '/d', 7, 7],
    ['a.yaml', '/d/b/0', 3, 3],
    ['a.yaml', '/e', 8, 10],
    ['a.yaml', '/x~1y', 12, 12],
    ['a.toml', '/top', 1, 1],
    ['a.toml', '/a/b/c', 3, 6],
    ['a.toml', '/a/b', 2, 6],
    ['a.toml', '/list/1', 10, 11],
    ['a.toml', '/list/0/d', 9, 9],
    ['a.toml', '/a/e/x~1y/f', 14, 14],
  ];
  for (const [path, pointer, startLine, endLine] of found) {
    it(`leads to lines ${startLine} to ${endLine}: ${path}#${pointer}`, async () => {
      assert.deepEqual(await at(path, pointer), { kind: 'lines', startLine, endLine });
    });
  }

  const missing: [path: string, pointer: string, similar: string[]][] = [
    ['a.json', '/a/b/2', ['/a/b/0', '/a/b/1', '/a/b']],
    ['a.json', '/a/bb', ['/a/b']],
    ['a.json', '/a/b/01', ['/a/b/0', '/a/b/1']],
    ['a.yaml', '/z', []],
    ['a.toml', '/lists', ['/list']],
    ['a.toml', '/nothing/like/it', []],
  ];
  for (const [path, pointer, similar] of missing) {
    it(`leads nowhere, and offers ${similar.join(', ') || 'nothing'}: ${path}#${pointer}`, async () => {
      const fragments = similar.map((one) => ({ kind: 'pointer', pointer: one }));
      const located = await at(path, pointer);
      assert.equal(located.kind, 'missing');
      if (similar.length > 0) assert.deepEqual(located, { kind: 'missing', similar: fragments });
    });
  }

  it('is followed in what is half typed, as far as that can be read', async () => {
    assert.deepEqual(await at('a.json', '/b', '{"a": ,\n "b": 1'), {
      kind: 'lines',
      startLine: 2,
      endLine: 2,
    });
    assert.deepEqual(await at('a.yaml', '/b', 'a: [1\nb: 2\n'), { kind: 'lines', startLine: 2, endLine: 2 });
  });

  it('says what is wrong with a text in which it leads nowhere', async () => {
    for (const [path, text, why] of [
      ['a.json', '{\n "a": ]\n}', /^It cannot be read as JSON: in line 2, /],
      ['a.yaml', 'a: 1\nb: "x\n', /^It cannot be read as YAML: in line [23], /],
      ['a.toml', 'a = 1\nb = \n', /^It cannot be read as TOML: in line [23], /],
    ] as const) {
      const located = await at(path, '/c', text);
      assert.match(located.kind === 'missing' ? (located.why ?? '') : '', why);
    }
  });

  it('is not followed in a text that is too long', async () => {
    assert.deepEqual(await at('a.json', '/a', `{"a": 1}${' '.repeat(MAX_DATA_CHARACTERS.JSON)}`), {
      kind: 'too-large',
    });
  });
});

describe('a value that a pointer leads to', () => {
  async function change(path: string, pointer: string, before: string, after: string, watch?: 'all') {
    const extents = await Promise.all(
      [before, after].map(async (text) => {
        const located = await at(path, pointer, text);
        assert.ok(located.kind === 'lines');
        const lines = { start: located.startLine, end: located.endLine };
        return { path, text, lines, fragment: { kind: 'pointer' as const, pointer }, watch };
      }),
    );
    return compareMeaning(extents[0]!, extents[1]!, syntax);
  }

  it('does not change with what stands beside it, even on its line', async () => {
    assert.equal(await change('a.json', '/a', '{"a": 1, "b": 1}', '{"a": 1, "b": 2}'), 'cosmetic');
    assert.equal(await change('a.json', '/a', '{"a": 1, "b": 1}', '{"b": 2, "a": 2}'), 'different');
    assert.equal(await change('a.json', '/a', '{\n"a": 1\n}', '{\n"a": 1,\n"b": 1\n}'), 'cosmetic');
  });

  it('changes with what its alias repeats, which stands elsewhere', async () => {
    assert.equal(await change('a.yaml', '/b', 'a: &x 1\nb: *x\n', 'a: &x 2\nb: *x\n'), 'different');
    assert.equal(await change('a.yaml', '/b', 'a: &x 1\nb: *x\n', 'c: 0\na: &x 1\nb: *x\n'), 'same-bytes');
  });

  it('has the comments in and directly above it, where they are watched', async () => {
    const before = 'x: 1 # beside\n# why\na:\n  b: 1 # one\nc: 2 # two\n';
    const edits: [from: string, to: string, change: string][] = [
      ['why', 'because', 'different'],
      ['one', '1', 'different'],
      ['two', '2', 'same-bytes'],
      ['beside', 'else', 'same-bytes'],
    ];
    for (const [from, to, expected] of edits) {
      assert.equal(await change('a.yaml', '/a', before, before.replace(from, to), 'all'), expected, from);
    }
    assert.equal(await change('a.yaml', '/a', before, before.replace('one', '1')), 'cosmetic');
  });
});
