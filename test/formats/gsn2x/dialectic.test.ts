import assert from 'node:assert/strict';
import { readGsn2x } from '../../../src/formats/gsn2x/read-gsn2x.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(readGsn2x, text);

describe('the dialectic extension of gsn2x', () => {
  it('hangs a challenge at an element of another module', () => {
    const result = read('module: {name: B}\nCG1: {text: a, challenges: G9}\n');
    assert.deepEqual(result.tree, ['rebuttal CG1']);
    assert.deepEqual(result.references, ['CG1 < G9']);
  });

  it('refers upwards where a challenge supports another one, too', () => {
    const text =
      'G1: {text: a}\nCG1: {text: b, challenges: G1, supportedBy: CG2}\nCG2: {text: c, challenges: G1}\n';
    const result = read(text);
    assert.deepEqual(result.tree, ['claim G1', 'rebuttal CG1 < G1', 'rebuttal CG2 < CG1']);
    assert.deepEqual(result.references, ['CG2 < G1']);
  });

  for (const [written, parent] of [
    ['G1 -> G2', 'G2'],
    ['G2 -> G1', 'G2'],
    ['G1 -> CG1', 'CG1'],
    ['CG1->G1', 'CG1'],
  ] as const) {
    it(`hangs what challenges ${written} at the lower end`, () => {
      const text = `G1: {text: a, supportedBy: G2}\nG2: {text: b}\nCG1: {text: c, challenges: G1}\nCSn1:\n  text: d\n  challenges: ${written}\n`;
      assert.equal(read(text).tree.at(-1), `undercut CSn1 < ${parent}`);
      assert.deepEqual(read(text).marked, []);
    });
  }

  it('keeps what supports a challenge from answering it', () => {
    const text =
      'G1: {text: a}\nCG1: {text: b, challenges: G1, supportedBy: Sn1}\nSn1: {text: "`a/b.md`", url: c/d.md}\n';
    const result = read(text);
    assert.deepEqual(result.tree, ['claim G1', 'rebuttal CG1 < G1', 'rebuttal Sn1 < CG1']);
    assert.deepEqual(
      result.case.evidence.map(({ cited }) => cited),
      [false, false],
    );
  });

  it('keeps evidence of the argument from answering a challenge that uses it', () => {
    const text =
      'G1: {text: a, supportedBy: Sn1}\nSn1: {text: b}\nCG1:\n  text: c\n  challenges: G1\n  supportedBy: Sn1\n';
    const result = read(text);
    assert.deepEqual(result.references, []);
    assert.deepEqual(result.marked, ['unrelated: Sn1']);
  });

  it('takes a relation that was defeated for an inference rule that does not hold', () => {
    const result = read('G1:\n  text: a\n  supportedBy: G2\n  defeatedRelation: G2\nG2: {text: b}\n');
    assert.deepEqual(result.tree, ['claim G1', 'inference G1 -> G2 < G1', 'claim G2 < G1']);
    const { defeated, derived, range } = result.node('G1 -> G2');
    assert.deepEqual([defeated, derived, result.textAt(range)], [true, true, 'G2']);
    assert.equal(result.node('G1').defeated, undefined);
  });

  it('takes a challenge whose relation was defeated for one that is answered', () => {
    const result = read('G1: {text: a}\nCG1: {text: b, challenges: G1, defeatedRelation: G1}\n');
    assert.deepEqual([result.node('CG1').defeated, result.case.nodes.length], [true, 2]);
  });

  it('reads what challenges, but is not called so, as a rebuttal', () => {
    const result = read('G1: {text: a}\nG2:\n  text: b\n  challenges: G1\n');
    assert.deepEqual(result.tree, ['claim G1', 'rebuttal G2 < G1']);
    assert.deepEqual(result.marked, ['unknown-kind: challenges']);
  });

  it('reports a challenge to a relation that is not there', () => {
    const text =
      'G1: {text: a, supportedBy: G2}\nG2: {text: b}\nG3: {text: c}\nCG1:\n  text: d\n  challenges: G1 -> G3\n';
    assert.deepEqual(read(text).marked, ['unrelated: G1 -> G3']);
  });

  it('reports the end of a challenged relation that is not there', () => {
    const result = read('G1: {text: a}\nCG1:\n  text: d\n  challenges: G8 -> G1\n');
    assert.deepEqual(result.marked, ['reference-unknown-node: G8']);
    assert.deepEqual(result.tree, ['claim G1', 'undercut CG1 < G1']);
  });
});
