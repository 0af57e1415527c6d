import assert from 'node:assert/strict';
import type { NodeLabel } from '../../../scripts/corpus/labels.ts';
import type { ReadNode } from '../../../scripts/corpus/reading.ts';
import { scoreNodes } from '../../../scripts/corpus/score-nodes.ts';
import { labelsOf, nodeLabel, readingOf, readNode } from './made-up.ts';

describe('the corpus: parents', () => {
  /** How many parents are right of the labels behind the first, which are what is asked about. */
  const wrongParents = (nodes: readonly NodeLabel[], read: readonly ReadNode[]): readonly number[] =>
    scoreNodes(labelsOf({ nodes }), readingOf({ nodes: read })).misses.flatMap(({ what, line }) =>
      what === 'parent' ? [line] : [],
    );
  const c1 = readNode(1, 'claim', { id: 'C1', derived: false });

  it('compares the node above, by id', () => {
    const nodes = [
      nodeLabel(1, 'claim', { id: 'C1' }),
      nodeLabel(2, 'context', { parent: 'C1' }),
      nodeLabel(3, 'context'),
    ];
    const below = (parents: readonly number[]): ReadNode[] => [
      c1,
      readNode(2, 'context', { parents }),
      readNode(3, 'context', { parents }),
    ];
    assert.deepEqual(wrongParents(nodes, below([0])), [3]);
    assert.deepEqual(wrongParents(nodes, below([])), [2]);
  });

  it('compares by line where the label says one', () => {
    const twice = [nodeLabel(1, 'claim', { id: 'C1' }), nodeLabel(5, 'claim', { id: 'C1' })];
    const nodes = [...twice, nodeLabel(6, 'context', { parent: 'C1', parent_line: 5 })];
    const read = (parent: number): ReadNode[] => [
      c1,
      readNode(5, 'claim', { id: 'C1', derived: false }),
      readNode(6, 'context', { parents: [parent] }),
    ];
    assert.deepEqual(wrongParents(nodes, read(1)), []);
    assert.deepEqual(wrongParents(nodes, read(0)), [6]);
  });

  it('looks through nodes that no label means', () => {
    const nodes = [nodeLabel(1, 'claim', { id: 'C1' }), nodeLabel(3, 'context', { parent: 'C1' })];
    const heading = readNode(9, 'strategy', { parents: [0] });
    assert.deepEqual(wrongParents(nodes, [c1, heading, readNode(3, 'context', { parents: [1] })]), []);
  });

  it('ends where the nodes go round in a circle', () => {
    const circle = [
      readNode(1, 'claim', { parents: [1] }),
      readNode(9, 'claim', { parents: [1, 2] }),
      readNode(8, 'claim', { parents: [1] }),
    ];
    assert.deepEqual(wrongParents([nodeLabel(1, 'claim')], circle), []);
  });

  it('is content with one of several parents', () => {
    const nodes = [
      nodeLabel(1, 'claim', { id: 'C1' }),
      nodeLabel(4, 'evidence', { parent: 'C9', parents: ['C9', 'C1'] }),
    ];
    assert.deepEqual(wrongParents(nodes, [c1, readNode(4, 'evidence', { parents: [0] })]), []);
  });

  it('knows a parent outside of the sample, or read elsewhere, by its id', () => {
    const other = readNode(50, 'claim', { id: 'C7', derived: false, file: 'graph.dot' });
    const nodes = [nodeLabel(2, 'claim', { parent: 'C7' })];
    assert.deepEqual(wrongParents(nodes, [other, readNode(2, 'claim', { parents: [0] })]), []);
    assert.deepEqual(
      wrongParents(nodes, [{ ...other, id: 'C8' }, readNode(2, 'claim', { parents: [0] })]),
      [2],
    );
  });

  it('does not take an id for enough that several nodes have', () => {
    const twice = [nodeLabel(1, 'claim', { id: 'C1' }), nodeLabel(20, 'claim', { id: 'C1' })];
    const read = [{ ...c1, lines: [50] }, readNode(22, 'context', { parents: [0] })];
    assert.deepEqual(wrongParents([...twice, nodeLabel(22, 'context', { parent: 'C1' })], read), [22]);
    assert.deepEqual(wrongParents([twice[0]!, nodeLabel(22, 'context', { parent: 'C1' })], read), []);
  });

  it('takes the other nodes of a row for the parents of one that names its own line', () => {
    const nodes = [
      nodeLabel(2, 'threat', { text: 'Replay' }),
      nodeLabel(2, 'control', { text: 'A nonce', parent_line: 2 }),
    ];
    const threat = readNode(2, 'threat', { text: 'Replay' });
    const control = (parents: readonly number[]): ReadNode =>
      readNode(2, 'control', { text: 'A nonce', parents });
    assert.deepEqual(wrongParents(nodes, [threat, control([0])]), []);
    assert.deepEqual(wrongParents(nodes, [threat, control([])]), [2]);
  });

  it('finds parents in other documents of the same argument', () => {
    const nodes = [
      nodeLabel(1, 'claim', { id: 'G1', file: 'main.yaml' }),
      nodeLabel(1, 'claim', { id: 'G2', file: 'sub.yaml', parent: 'G1', parent_file: 'main.yaml' }),
    ];
    const read = [
      readNode(1, 'claim', { id: 'G1', derived: false, file: 'main.yaml' }),
      readNode(1, 'claim', { id: 'G2', derived: false, file: 'sub.yaml', parents: [0] }),
    ];
    assert.deepEqual(wrongParents(nodes, read), []);
  });
});
