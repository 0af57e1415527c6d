import assert from 'node:assert/strict';
import { read, yaml } from './reading.ts';

/** Reads `evidence: …` below a claim C1. */
const below = (evidence: string) => read(`claims:\n  C1:\n    text: Holds.\n    evidence: ${evidence}\n`);

describe('evidence in YAML', () => {
  it('without an id is a link and no node', () => {
    const result = below('[src/a.ts, {at: src/b.ts, expect: {passed: all}}]');
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.case.evidence.map(({ locator, parent, node, expect }) => [
        locator,
        parent,
        node,
        expect !== undefined,
      ]),
      [
        ['src/a.ts', 'C1', undefined, false],
        ['src/b.ts', 'C1', undefined, true],
      ],
    );
    assert.deepEqual(
      result.case.nodes.map(({ key }) => key),
      ['C1'],
    );
  });

  it('says how much of it matters, for each of its places', () => {
    const result = below('[src/a.ts, {at: [src/b.ts, src/c.ts], watch: signature}, E1: {at: d, watch: ALL}]');
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.case.evidence.map(({ locator, watch }) => [locator, watch]),
      [
        ['src/a.ts', undefined],
        ['src/b.ts', 'signature'],
        ['src/c.ts', 'signature'],
        ['d', 'all'],
      ],
    );
  });

  it('offers the word that is meant for a misspelt one', () => {
    const { findings } = below('[{at: src/a.ts, watch: signatur}]');
    assert.match(findings[0]!.message, /`signature`, `body` or `all`\. Did you mean `signature`\?$/);
  });

  it('was judged anew where somebody changed what matters of it', () => {
    const result = below('\n      - at: src/a.ts\n        watch: all');
    const made = result.link('src/a.ts').madeBy.map((range) => result.textAt(range));
    assert.ok(
      made.some((text) => text.includes('watch: all')),
      String(made),
    );
  });

  for (const [form, text] of [
    ['in a list', '[E1: src/a.ts]'],
    ['in a list, as an object', '[E1: {at: src/a.ts}]'],
    ['in a list, with the id in the object', '[{id: E1, at: src/a.ts}]'],
    ['as a map', '{E1: src/a.ts}'],
    ['as a map of objects', '{E1: {at: src/a.ts}}'],
  ]) {
    it(`with an id is a node and a link: ${form}`, () => {
      const result = below(text ?? '');
      assert.deepEqual(result.marked, []);
      const { kind, parents, text: says, textRange, derived } = result.node('E1');
      assert.deepEqual(
        { kind, parents, says, derived },
        { kind: 'evidence', parents: ['C1'], says: 'src/a.ts', derived: false },
      );
      assert.equal(result.textAt(textRange), 'src/a.ts');
      const { parent, node } = result.link('src/a.ts');
      assert.deepEqual({ parent, node }, { parent: 'C1', node: 'E1' });
    });
  }

  it('can lead to several places', () => {
    const result = below('{E1: [src/a.ts, src/b.ts], E2: {at: [src/c.ts, "src/d.ts"], text: Both.}}');
    assert.deepEqual(
      result.case.evidence.map(({ locator, node }) => [locator, node]),
      [
        ['src/a.ts', 'E1'],
        ['src/b.ts', 'E1'],
        ['src/c.ts', 'E2'],
        ['src/d.ts', 'E2'],
      ],
    );
    assert.equal(result.node('E2').text, 'Both.');
  });

  it('has links with keys of their own even where two are alike', () => {
    const keys = below('[src/a.ts, src/a.ts, E1: src/a.ts]').case.evidence.map(({ key }) => key);
    assert.equal(new Set(keys).size, 3);
  });

  it('without an id becomes a node where something stands below it, or it has a text', () => {
    const result = below('[{at: src/a.ts, undermines: {UM1: It is old.}}, {at: src/b.ts, text: The log.}]');
    assert.deepEqual(
      result.case.nodes.map(({ key, kind, text, derived, parents }) => [
        key,
        kind,
        text,
        derived,
        ...parents,
      ]),
      [
        ['C1', 'claim', 'Holds.', false],
        ['evidence-src-a-ts', 'evidence', 'src/a.ts', true, 'C1'],
        ['UM1', 'undermine', 'It is old.', false, 'evidence-src-a-ts'],
        ['evidence-the-log', 'evidence', 'The log.', true, 'C1'],
      ],
    );
    assert.equal(result.link('src/a.ts').node, 'evidence-src-a-ts');
  });

  it('without an id becomes a node too where it says more than its place', () => {
    const result = below('[{at: src/a.ts, satisfies: OWASP-2021:A02}]');
    assert.equal(result.node('evidence-src-a-ts').satisfies[0]?.requirement, 'OWASP-2021:A02');
  });

  it('below evidence was judged against the claim above', () => {
    const result = read(yaml`
      claims:
        C1:
          text: Holds.
          evidence:
            E1:
              text: A report
              at: report.md
              evidence: [data.csv]
    `);
    const { parent, madeBy } = result.link('data.csv');
    assert.equal(parent, 'E1');
    assert.deepEqual(
      madeBy.map((range) => result.textAt(range).trim()),
      ['C1:\n    text: Holds.', 'evidence: [data.csv]'],
    );
  });

  it('at the top of a case with an id hangs under its own node, to which claims refer', () => {
    const result = read('evidence: {E1: src/a.ts}\nclaims: {C1: {text: Holds., supportedBy: E1}}\n');
    assert.deepEqual(result.marked, []);
    const { parent, node } = result.link('src/a.ts');
    assert.deepEqual({ parent, node }, { parent: 'E1', node: 'E1' });
    assert.deepEqual(result.node('E1').parents, []);
  });

  it('at the top of a case without an id is read, and reported', () => {
    const result = read('evidence: [src/a.ts]\n');
    assert.deepEqual(result.marked, ['evidence-without-claim: src/a.ts']);
    assert.equal(result.link('src/a.ts').parent, 'evidence-src-a-ts');
  });

  const wrong: [what: string, text: string, marked: string[], locators: string[]][] = [
    ['a single locator for a list', 'src/a.ts', ['wrong-type: src/a.ts'], ['src/a.ts']],
    [
      'one object for a list',
      '{at: src/a.ts, expect: {passed: all}}',
      ['wrong-type: evidence'],
      ['src/a.ts'],
    ],
    ['an empty item', '[src/a.ts, {E1: }]', ['missing-locator: E1'], ['src/a.ts']],
    ['a list in a list', '[src/a.ts, [src/b.ts]]', ['wrong-type: [src/b.ts]'], ['src/a.ts']],
    [
      'a map as locator',
      '[{at: {file: src/a.ts}}, src/b.ts]',
      ['missing-locator: {at: {file: src/a.ts}}', 'wrong-type: {file: src/a.ts}'],
      ['src/b.ts'],
    ],
    ['an expectation that is none', '[{at: src/a.ts, expect: 3}]', ['wrong-type: 3'], ['src/a.ts']],
    ['a watch that is none', '[{at: src/a.ts, watch: code}]', ['wrong-type: code'], ['src/a.ts']],
    ['a watch of several', '[{at: src/a.ts, watch: [all]}]', ['wrong-type: [all]'], ['src/a.ts']],
    ['a misspelt watch', '[{at: src/a.ts, wacth: all}]', ['unknown-key: wacth'], ['src/a.ts']],
    ['an unknown key', '[{at: src/a.ts, expct: {}}]', ['unknown-key: expct'], ['src/a.ts']],
    [
      'a glob that YAML takes for an alias',
      '\n      - **/*.ts\n      - src/b.ts',
      ['syntax: **/*.ts'],
      ['**/*.ts', 'src/b.ts'],
    ],
    [
      'a glob that YAML takes for a map',
      '\n      - {a,b}/*.ts\n      - src/b.ts',
      ['syntax: {a,b}/*.ts'],
      ['{a,b}/*.ts', 'src/b.ts'],
    ],
    [
      'a reserved character',
      '\n      - @scope/a.ts\n      - src/b.ts',
      ['syntax: @'],
      ['@scope/a.ts', 'src/b.ts'],
    ],
  ];
  for (const [what, text, marked, locators] of wrong) {
    it(`reports ${what}, and reads on`, () => {
      const result = below(text);
      assert.deepEqual([...result.marked].sort(), marked);
      assert.deepEqual(
        result.case.evidence.map(({ locator }) => locator),
        locators,
      );
    });
  }

  it('written at a claim itself is read, and reported', () => {
    const result = read('claims: {C1: {text: Holds., at: src/a.ts}}\n');
    assert.deepEqual(result.marked, ['misplaced-key: src/a.ts']);
    assert.equal(result.link('src/a.ts').parent, 'C1');
  });
});
