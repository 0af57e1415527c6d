import assert from 'node:assert/strict';
import {
  type MeaningChange,
  compareMeaning,
  fingerprint,
  sameMeaning,
} from '../../../src/evidence/fingerprint.ts';
import { createSyntax } from '../../../src/evidence/syntax.ts';
import { nodeDigest } from '../../../src/node/digest.ts';
import { installedGrammars } from '../grammars.ts';

const syntax = createSyntax(installedGrammars());

type Edit = [what: string, before: string, after: string, change: MeaningChange];

function compareAll(path: string, edits: readonly Edit[]): void {
  for (const [what, before, after, expected] of edits) {
    it(`${what}: ${expected}`, async () => {
      assert.equal(await compareMeaning({ path, text: before }, { path, text: after }, syntax), expected);
      const prints = await Promise.all(
        [before, after].map((text) => fingerprint({ path, text }, syntax, nodeDigest)),
      );
      // Where one of them is no data, only the texts can be compared.
      assert.ok([expected !== 'different', undefined].includes(sameMeaning(prints[0]!, prints[1]!)));
    });
  }
}

describe('the meaning of JSON', () => {
  compareAll('tsconfig.json', [
    ['nothing changed', '{"a": 1}', '{"a": 1}', 'same-bytes'],
    ['layout', '{"a": [1, 2]}', '{\n  "a": [\n    1,\n    2\n  ]\n}\r\n', 'cosmetic'],
    ['the order of keys', '{"a": 1, "b": {"c": 2, "d": 3}}', '{"b": {"d": 3, "c": 2}, "a": 1}', 'cosmetic'],
    ['comments and a trailing comma', '{"a": 1}', '{\n  // why\n  "a": /* one */ 1,\n}', 'cosmetic'],
    ['an escape', '{"a": "\\u00e9"}', '{"a": "é"}', 'cosmetic'],
    ['a byte order mark', '{"a": 1}', '\uFEFF{"a": 1}', 'cosmetic'],
    ['how a fraction is written', '{"a": 1.50}', '{"a": 15e-1}', 'cosmetic'],
    ['the order of a list', '{"a": [1, 2]}', '{"a": [2, 1]}', 'different'],
    ['a value', '{"a": 1}', '{"a": 2}', 'different'],
    ['a number made text', '{"a": 1}', '{"a": "1"}', 'different'],
    ['an integer made a fraction', '{"a": 1}', '{"a": 1.0}', 'different'],
    [
      'digits that no program keeps',
      '{"a": 12345678901234567890}',
      '{"a": 12345678901234567891}',
      'different',
    ],
    ['a key', '{"a": 1}', '{"b": 1}', 'different'],
    ['nothing where a value was', '{"a": null}', '{}', 'different'],
    ['the text "null"', '{"a": null}', '{"a": "null"}', 'different'],
    ['the last of two keys', '{"a": 1, "a": 2}', '{"a": 2, "a": 1}', 'different'],
    ['text that reads like two', '["a\\u0000string \\"b\\""]', '["a", "b"]', 'different'],
    ['a key called __proto__', '{"__proto__": 1}', '{"__proto__": 2}', 'different'],
    ['layout of what is no JSON', '{"a": ]', '{"a":  ]', 'different'],
    ['the end of what is no JSON', '{"a": ]\n', '{"a": ]  \n\n', 'cosmetic'],
    ['what was no JSON', '{"a": 1', '{"a": 1}', 'different'],
  ]);
});

describe('the meaning of YAML', () => {
  compareAll('.github/workflows/ci.yml', [
    ['layout and comments', 'a: {b: [1, 2]}\n', '# why\na:\n    b:\n    - 1\n    - 2 # two\n', 'cosmetic'],
    ['quotes', 'a: "x"\n', "a: 'x'\n", 'cosmetic'],
    ['quotes around text', 'a: x\n', 'a: "x"\n', 'cosmetic'],
    ['quotes around a number', 'a: 1\n', 'a: "1"\n', 'different'],
    ['quotes around a truth value', 'a: true\n', 'a: "true"\n', 'different'],
    ['quotes around the `on` of a workflow', 'on: push\n', '"on": push\n', 'cosmetic'],
    ['quotes around a word that only YAML 1.1 takes for a truth value', 'a: no\n', 'a: "no"\n', 'different'],
    [
      'the zero in front of a number that only YAML 1.1 takes for octal',
      'mode: 0644\n',
      'mode: 644\n',
      'different',
    ],
    ['quotes around what only YAML 1.1 takes for a number', '- 22:22\n', '- "22:22"\n', 'different'],
    [
      'layout around such a value',
      'a: {mode: 0644, b: off}\n',
      'a:\n  b: off # why\n  mode: 0644\n',
      'cosmetic',
    ],
    ['quotes around a key that is a number', '1: a\n', '"1": a\n', 'different'],
    ['how a number is written', 'a: 0x10\n', 'a: 16\n', 'cosmetic'],
    ['an integer made a fraction', 'a: 1\n', 'a: 1.0\n', 'different'],
    ['nothing', 'a:\n', 'a: ~\n', 'cosmetic'],
    ['folded and quoted text', 'a: >-\n  x\n  y\n', 'a: x y\n', 'cosmetic'],
    ['the line end behind a block', 'a: |\n  x\n', 'a: |-\n  x\n', 'different'],
    ['the order of keys', 'a: 1\nb: 2\n', 'b: 2\na: 1\n', 'cosmetic'],
    ['the order of a list', '- a\n- b\n', '- b\n- a\n', 'different'],
    ['the name of an anchor', 'a: &x 1\nb: *x\n', 'a: &y 1\nb: *y\n', 'cosmetic'],
    ['an alias written out', 'a: &x {c: 1}\nb: *x\n', 'a: {c: 1}\nb: {c: 1}\n', 'cosmetic'],
    ['what an alias repeats', 'a: &x 1\nb: *x\n', 'a: &x 2\nb: *x\n', 'different'],
    ['a tag', 'a: !Ref x\n', 'a: !Sub x\n', 'different'],
    ['a tag gone', 'a: !!str 1\n', 'a: 1\n', 'different'],
    ['the second document', 'a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 2\n', 'different'],
    ['a document more', 'a: 1\n', 'a: 1\n---\n', 'different'],
    ['a key that is there twice', 'a: 1\na: 2\n', 'a: 2\na: 1\n', 'different'],
    ['a comment in what is no YAML', 'a: [1 # x\nb: 2\n', 'a: [1 # y\nb: 2\n', 'different'],
  ]);
});

describe('the meaning of TOML', () => {
  compareAll('Cargo.lock', [
    [
      'layout and comments',
      'a = 1\n[b]\nc = [1,2]\n',
      '# why\na=1 # one\n\n[ b ]\nc = [\n  1,\n  2,\n]\n',
      'cosmetic',
    ],
    ['the order of tables', '[a]\nx = 1\n[b]\ny = 2\n', '[b]\ny = 2\n[a]\nx = 1\n', 'cosmetic'],
    ['dots for a table', '[a.b]\nx = 1\n', 'a.b.x = 1\n', 'cosmetic'],
    ['an inline table', '[a]\nx = 1\n', 'a = { x = 1 }\n', 'cosmetic'],
    ['quotes', 'a = "x"\n', "a = 'x'\n", 'cosmetic'],
    ['how numbers are written', 'a = 1_000\nb = 0xff\n', 'a = 1000\nb = 255\n', 'cosmetic'],
    ['a list of tables', '[[a]]\nx = 1\n[[a]]\nx = 2\n', 'a = [{ x = 1 }, { x = 2 }]\n', 'cosmetic'],
    [
      'the order in a list of tables',
      '[[a]]\nx = 1\n[[a]]\nx = 2\n',
      '[[a]]\nx = 2\n[[a]]\nx = 1\n',
      'different',
    ],
    ['a key moved to another table', '[a]\nx = 1\n[b]\n', '[a]\n[b]\nx = 1\n', 'different'],
    ['an integer made a fraction', 'a = 1\n', 'a = 1.0\n', 'different'],
    ['a date made text', 'a = 2024-01-01\n', 'a = "2024-01-01"\n', 'different'],
    ['the letter case of a time', 'a = 2024-01-01T10:00:00Z\n', 'a = 2024-01-01 10:00:00z\n', 'cosmetic'],
    ['a comment in what is no TOML', 'a = # x\n', 'a = # y\n', 'different'],
  ]);
});

describe('the meaning of data', () => {
  it('is the same in another notation', async () => {
    const json = { path: 'a.json', text: '{"a": {"b": [1, "x"]}}' };
    for (const other of [
      { path: 'a.yaml', text: 'a: {b: [1, x]}\n' },
      { path: 'a.toml', text: '[a]\nb = [1, "x"]\n' },
    ]) {
      assert.equal(await compareMeaning(json, other, syntax), 'cosmetic');
    }
  });

  it('has comments only where they are watched', async () => {
    for (const path of ['a.json', 'a.yaml', 'a.toml']) {
      const text = path === 'a.toml' ? 'a = 1 # x\n' : path === 'a.yaml' ? 'a: 1 # x\n' : '{"a": 1} // x\n';
      const after = text.replace('x', 'y');
      const wider = text.replace(' x', '   x');
      assert.equal(await compareMeaning({ path, text }, { path, text: after }, syntax), 'cosmetic', path);
      const all = (one: string) => ({ path, text: one, watch: 'all' as const });
      assert.equal(await compareMeaning(all(text), all(after), syntax), 'different', path);
      assert.equal(await compareMeaning(all(text), all(wider), syntax), 'cosmetic', path);
      assert.match(await fingerprint(all(text), syntax, nodeDigest), /^data-all-1:/);
      assert.match(await fingerprint({ path, text }, syntax, nodeDigest), /^data-1:/);
    }
  });
});
