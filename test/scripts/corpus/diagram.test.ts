import assert from 'node:assert/strict';
import type { Labels } from '../../../scripts/corpus/labels.ts';
import type { ReadNode } from '../../../scripts/corpus/reading.ts';
import { scoreDiagram } from '../../../scripts/corpus/score-diagram.ts';
import { readingOf, readNode } from './made-up.ts';

describe('the corpus: diagrams', () => {
  const shape = (id: string, kind: string, text: string): Labels['nodes'][number] => ({ id, kind, text });
  const read = (id: string, kind: string, text: string, parents: readonly number[] = []): ReadNode =>
    readNode(1, kind, { id, text, parents, derived: false });
  const labels: Labels = {
    document: 'a.drawio.png',
    embedded_xml: true,
    nodes: [
      shape('C1', 'claim', 'Top Claim C1: All is well'),
      shape('C1', 'claim', 'Sub-Claim C1: Doors are shut'),
      shape('R1', 'rebuttal', 'R1: Unless one is open'),
    ],
    edges: [
      [0, 1],
      [2, 1],
    ],
  };
  const nodes = [
    read('C1', 'claim', 'Doors are shut', [1]),
    read('C1', 'claim', 'All is well'),
    read('R1', 'rebuttal', 'Unless one is open', [0]),
  ];

  it('tells shapes of one id apart by their words, and takes arrows either way', () => {
    const score = scoreDiagram(labels, readingOf({ nodes }));
    assert.deepEqual([score.nodes.right, score.edges.right, score.upwards], [3, 2, 1]);
    assert.deepEqual(score.misses, []);
  });

  it('counts kinds, ids and arrows that differ', () => {
    const other = [nodes[0]!, nodes[1]!, read('R2', 'rebuttal', 'Unless one is open', [1])];
    const score = scoreDiagram(labels, readingOf({ nodes: other }));
    assert.deepEqual([score.nodes.right, score.edges.right, score.edges.read], [2, 1, 2]);
    assert.deepEqual(
      score.misses.map(({ what }) => what),
      ['node', 'edge', 'false edge'],
    );
  });

  it('counts shapes that are not there', () => {
    const score = scoreDiagram(
      labels,
      readingOf({ nodes: [...nodes, read('E9', 'evidence', 'A photograph')] }),
    );
    assert.deepEqual([score.nodes.right, score.nodes.read], [3, 4]);
  });

  it('wants of a picture without data that this is said', () => {
    const picture = { ...labels, embedded_xml: false };
    assert.deepEqual(scoreDiagram(picture, readingOf({ messages: ['no data'] })).misses, []);
    assert.equal(scoreDiagram(picture, readingOf({})).misses.length, 1);
    assert.equal(scoreDiagram(picture, readingOf({ nodes, messages: ['no data'] })).nodes.read, 3);
  });
});
