import assert from 'node:assert/strict';
import { readGsn2x } from '../../../src/formats/gsn2x/read-gsn2x.ts';
import { readDamagedText, readWith } from '../reading.ts';

const read = (text: string) => readWith(readGsn2x, text);

const FERRY = `module:
  name: Ferry
  brief: Why the ferry may sail
  uses: [crew.gsn.yaml, hull/hull.gsn.yaml]

G1:
  text: The ferry is safe
  supportedBy: [S1]
  inContextOf: C1

C1: {text: A lake without waves}

S1:
  text: Over all
    parts
  supportedBy:
    - G2
    - G3

G2:
  text: |
    The hull
    is tight
  supportedBy: Sn1
  undeveloped: false

Sn1:
  text: Report of the yard
  url: https://yard.example.org/report
  horizontalIndex: {absolute: last}

G3:
  text: Nobody is left behind
  supportedBy: [Sn1, G9]

CG1:
  text: Ice breaks hulls
  challenges: G2

CSn1:
  text: The winter of 1929
  challenges: G1 -> S1
`;

describe('gsn2x', () => {
  it('has a node for each top-level key, below the first that mentions it', () => {
    assert.deepEqual(read(FERRY).tree, [
      'claim G1',
      'context C1 < G1',
      'strategy S1 < G1',
      'claim G2 < S1',
      'evidence Sn1 < G2',
      'claim G3 < S1',
      'rebuttal CG1 < G2',
      'undercut CSn1 < S1',
    ]);
  });

  it('refers to an element from the others that mention it, and to those that are not there', () => {
    const result = read(FERRY);
    assert.deepEqual(result.references, ['G3 > G9', 'G3 > Sn1']);
    assert.deepEqual(
      result.case.references.map(({ range }) => result.textAt(range)),
      ['G9', 'Sn1'],
    );
  });

  it('has texts on any number of lines', () => {
    const result = read(FERRY);
    assert.equal(result.node('S1').text, 'Over all parts');
    assert.equal(result.node('G2').text, 'The hull is tight');
    assert.equal(result.textAt(result.node('C1').idRange), 'C1');
    assert.equal(result.textAt(result.node('C1').range), 'C1: {text: A lake without waves}');
  });

  it('is titled by what its module says of itself, and goes on in the files that it uses', () => {
    const { case: one, textAt } = read(FERRY);
    assert.deepEqual([one.title, one.id, one.format], ['Why the ferry may sail', 'Ferry', 'gsn2x']);
    assert.deepEqual(
      one.uses.map(({ as, path, range }) => [as, path, textAt(range)]),
      [
        ['module', 'crew.gsn.yaml', 'crew.gsn.yaml'],
        ['module', 'hull/hull.gsn.yaml', 'hull/hull.gsn.yaml'],
      ],
    );
  });

  it('may be nothing but a list of modules', () => {
    const { case: one, findings } = read('module:\n  name: A\n  uses: b.gsn.yaml\n');
    assert.deepEqual([one.uses.length, one.nodes.length, findings.length], [1, 0, 0]);
  });

  it('develops elements of other modules', () => {
    const text =
      'module:\n  name: B\n  extends:\n    - module: A\n      develops: {G1: [G2]}\nG2:\n  text: b\n';
    const result = read(text);
    assert.deepEqual(result.references, ['G2 < A/G1']);
    assert.equal(result.textAt(result.case.references[0]!.range), 'G1');
  });

  for (const [id, kind] of [
    ['G-Top', 'claim'],
    ['Sn_1', 'evidence'],
    ['Speed', 'strategy'],
    ['Crew', 'context'],
    ['A.1', 'assumption'],
    ['J', 'justification'],
    ['CGx', 'rebuttal'],
    ['CSn', 'rebuttal'],
  ] as const) {
    it(`takes ${id} for ${kind} by how it begins`, () => {
      assert.deepEqual(read(`${id}: {text: a, undeveloped: true}\n`).tree, [`${kind} ${id}`]);
    });
  }

  it('takes `nodeType` rather than the id', () => {
    const text = 'Hull:\n  nodeType: Goal\n  text: a\nG2:\n  nodeType: CounterSolution\n  text: b\n';
    const result = read(text);
    assert.deepEqual(result.tree, ['claim Hull', 'rebuttal G2']);
    assert.deepEqual(result.marked, []);
  });

  it('knows what is undeveloped and what was defeated', () => {
    const { undeveloped, defeated } = read('G1: {text: a, undeveloped: true, defeated: true}').node('G1');
    assert.deepEqual([undeveloped, defeated], [true, true]);
    assert.equal(read('G1: {text: a}').node('G1').defeated, undefined);
  });

  it('leaves circles to be reported', () => {
    const result = read('G1: {text: a, supportedBy: [G2, G1]}\nG2: {text: b, supportedBy: [G1]}\n');
    assert.deepEqual(result.tree, ['claim G1', 'claim G2 < G1']);
    assert.deepEqual(result.references, ['G1 > G1', 'G2 > G1']);
  });

  it('makes a case of each YAML document', () => {
    const { cases } = read('G1: {text: a}\n---\nG1: {text: b}\n');
    assert.deepEqual(
      cases.map(({ id, nodes }) => [id, nodes.length]),
      [
        ['argument', 1],
        ['argument~2', 1],
      ],
    );
  });

  it('is read however it is damaged', () => readDamagedText(readGsn2x, FERRY));

  it('of very many elements in a row, and of one that all challenge, is read', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => `G${at}: {supportedBy: G${at + 1}}`);
    assert.equal(read(chain.join('\n')).node('G9999').parents[0], 'G9998');
    const star = Array.from({ length: 10_000 }, (_, at) => `CG${at}: {challenges: G1 -> G2}`);
    assert.equal(read(['G1: {supportedBy: G2}', 'G2: {}', ...star].join('\n')).node('CG9').parents[0], 'G2');
  });
});
