import assert from 'node:assert/strict';
import { NODE_KINDS } from '../../../src/model/kinds.ts';
import { read, yaml } from './reading.ts';

describe('nodes in YAML', () => {
  it('have the kind of the key that they stand below', () => {
    const keys =
      'claims strategies evidence context assumptions justifications inference rebuttals undercuts undermines assets threats controls';
    const text = keys
      .split(' ')
      .map((key, index) => `${key}: {N${index}: text}\n`)
      .join('');
    assert.deepEqual(
      read(text).case.nodes.map(({ kind }) => kind),
      NODE_KINDS,
    );
  });

  it('may stand in lists, where their ids are derived from their kind and text', () => {
    const result = read(yaml`
      claims:
        - C1: With an id.
        - {id: C2, text: An object with an id.}
        - text: An object without one.
          claims: [Below it.]
      context: [Over the network, Über alles!, Over the network]
    `);
    assert.deepEqual(result.marked, []);
    assert.deepEqual(
      result.case.nodes.map(({ key, derived, parents }) => [key, derived, ...parents]),
      [
        ['C1', false],
        ['C2', false],
        ['claim-an-object-without-one', true],
        ['claim-below-it', true, 'claim-an-object-without-one'],
        ['context-over-the-network', true],
        ['context-über-alles', true],
        ['context-over-the-network-2', true],
      ],
    );
    assert.equal(result.textAt(result.node('claim-below-it').idRange), 'Below it.');
  });

  it('refer to other nodes with supportedBy', () => {
    const result = read(
      'claims:\n  C1: {text: a, supportedBy: [C7, other-case/C3]}\n  C2: {text: b, supportedBy: "C9"}\n',
    );
    assert.deepEqual(
      result.case.references.map(({ from, target, range }) => [from, target, result.textAt(range)]),
      [
        ['C1', 'C7', 'C7'],
        ['C1', 'other-case/C3', 'other-case/C3'],
        ['C2', 'C9', 'C9'],
      ],
    );
  });

  it('may be undeveloped, accepted, and satisfy one requirement or several', () => {
    const result = read(yaml`
      claims:
        C1: {text: a, undeveloped: true, satisfies: ASVS-5.0:V9}
        C2: {text: b, undeveloped: false, satisfies: [A, B]}
      rebuttals:
        R1: {text: c, accepted: {by: Ada, why: It is rare., until: 2030-12-31}}
    `);
    assert.deepEqual(result.marked, []);
    assert.equal(result.node('C1').undeveloped, true);
    assert.equal(result.node('C2').undeveloped, false);
    const satisfied = (id: string) => result.node(id).satisfies.map(({ requirement }) => requirement);
    assert.deepEqual(satisfied('C1'), ['ASVS-5.0:V9']);
    assert.deepEqual(satisfied('C2'), ['A', 'B']);
    const { range, ...accepted } = result.node('R1').accepted!;
    assert.deepEqual(accepted, { by: 'Ada', why: 'It is rare.', until: '2030-12-31' });
    assert.equal(range.start.line, 4);
  });

  it('keep as much of an acceptance as there is', () => {
    const result = read('rebuttals: {R1: {text: a, accepted: {by: Ada, why: ""}}}\n');
    const { by, why, until } = result.node('R1').accepted!;
    assert.deepEqual({ by, why, until }, { by: 'Ada', why: undefined, until: undefined });
  });

  it('with an id that is taken are kept under another key, and reported with the first one', () => {
    const result = read('claims:\n  C1: a\n  C1: b\n  C2: {text: c, claims: {C1: d}}\n');
    assert.deepEqual(
      result.case.nodes.map(({ key, id, text }) => [key, id, text]),
      [
        ['C1', 'C1', 'a'],
        ['C1~2', 'C1', 'b'],
        ['C2', 'C2', 'c'],
        ['C1~3', 'C1', 'd'],
      ],
    );
    assert.deepEqual(
      result.findings.map(({ rule, severity, range }) => [rule, severity, range.start.line]),
      [
        ['duplicate-id', 'error', 2],
        ['duplicate-id', 'error', 3],
      ],
    );
    const place = result.findings[1]?.related?.[0]?.place;
    assert.ok(place?.kind === 'claim-file');
    assert.deepEqual(place.range, result.node('C1').idRange);
  });

  it('with keys written twice have them reported, and the children below both read', () => {
    const result = read('claims: {C1: {text: a, text: b, claims: {C2: c}, claims: {C3: d}}}\n');
    assert.deepEqual(result.marked, ['duplicate-key: text', 'duplicate-key: claims']);
    assert.equal(result.node('C1').text, 'a');
    assert.deepEqual(result.node('C3').parents, ['C1']);
  });

  const unknown: [key: string, suggestion: string | undefined][] = [
    ['evidnce', 'evidence'],
    ['evid', 'evidence'],
    ['supported_by', 'supportedBy'],
    ['rebuttal', 'rebuttals'],
    ['goals', 'claims'],
    ['zzz', undefined],
    ['x'.repeat(5000), undefined],
  ];
  for (const [key, suggestion] of unknown) {
    it(`have the unknown key ${key.slice(0, 20)} reported${suggestion ? `, and ${suggestion} suggested` : ''}`, () => {
      const result = read(
        `claims:\n  C1:\n    text: a\n    ${key === 'x'.repeat(5000) ? `? ${key}\n    ` : key}: [b]\n`,
      );
      assert.deepEqual(result.marked, [`unknown-key: ${key}`]);
      const { severity, message, node } = result.findings[0] ?? {};
      assert.deepEqual({ severity, node }, { severity: 'warning', node: 'C1' });
      assert.equal(/Did you mean `(\w+)`/.exec(message ?? '')?.[1], suggestion);
      assert.ok((message ?? '').length < 500);
    });
  }

  const wrong: [what: string, body: string, marked: string[]][] = [
    ['a list as text', '{text: [a]}', ['missing-text: C1', 'wrong-type: [a]']],
    ['a list as claim', '[a, b]', ['missing-text: C1', 'wrong-type: [a, b]']],
    ['no text', '{satisfies: A}', ['missing-text: C1']],
    ['nothing', '', ['missing-text: C1']],
    ['a word for a boolean', '{text: a, undeveloped: yes}', ['wrong-type: yes']],
    ['a map as requirement', '{text: a, satisfies: {A: B}}', ['wrong-type: {A: B}']],
    ['a list within references', '{text: a, supportedBy: [C2, [C3]]}', ['wrong-type: [C3]']],
    ['a word as acceptance', '{text: a, accepted: yes}', ['wrong-type: yes']],
    ['a single text for a list', '{text: a, context: over the network}', ['wrong-type: over the network']],
    ['a merge key', '{text: a, <<: {undeveloped: true}}', ['merge-key: <<']],
    ['a list as key', '{text: a, [b]: c}', ['wrong-type: [b]']],
    ['an id in an object that has one', '{text: a, id: C9}', ['unknown-key: id']],
  ];
  for (const [what, body, marked] of wrong) {
    it(`have ${what} reported, and what stands behind it read`, () => {
      const result = read(`claims:\n  C1: ${body}\n  C2: Behind it.\n`);
      assert.deepEqual([...result.marked].sort(), marked);
      assert.equal(result.node('C1').kind, 'claim');
      assert.equal(result.node('C2').text, 'Behind it.');
    });
  }
});
