import assert from 'node:assert/strict';
import { scoreNodes } from '../../../scripts/corpus/score-nodes.ts';
import { labelsOf, nodeLabel, readingOf, readLink, readNode } from './made-up.ts';

describe('the corpus: nodes', () => {
  const rightOf = (label: ReturnType<typeof nodeLabel>, node: ReturnType<typeof readNode>): number =>
    scoreNodes(labelsOf({ nodes: [label] }), readingOf({ nodes: [node] })).nodes.right;

  it('is right where line, kind and id are as labelled', () => {
    assert.equal(
      rightOf(nodeLabel(3, 'claim', { id: 'C1' }), readNode(3, 'claim', { id: 'C1', derived: false })),
      1,
    );
  });

  it('takes any id where the label has none', () => {
    assert.equal(rightOf(nodeLabel(3, 'claim'), readNode(3, 'claim')), 1);
  });

  for (const [what, node] of [
    ['another kind', readNode(3, 'context', { id: 'C1' })],
    ['another id', readNode(3, 'claim', { id: 'C2' })],
    ['a line too far away', readNode(6, 'claim', { id: 'C1' })],
    ['another file', readNode(3, 'claim', { id: 'C1', file: 'b.md' })],
  ] as const) {
    it(`is not right with ${what}`, () =>
      assert.equal(rightOf(nodeLabel(3, 'claim', { id: 'C1' }), node), 0));
  }

  it('takes a node whose id or text is the same two lines away', () => {
    assert.equal(rightOf(nodeLabel(3, 'claim', { id: 'C1' }), readNode(5, 'claim', { id: 'C1' })), 1);
    assert.equal(
      rightOf(nodeLabel(3, 'claim'), readNode(5, 'claim', { text: 'What *line 3* says, and more' })),
      1,
    );
    assert.equal(rightOf(nodeLabel(3, 'claim'), readNode(5, 'claim')), 0);
  });

  it('calls a security property a claim', () => {
    assert.equal(rightOf(nodeLabel(3, 'property'), readNode(3, 'claim')), 1);
  });

  it('tells the nodes of one line apart by kind and text, and uses each once', () => {
    const nodes = [nodeLabel(3, 'threat', { text: 'Replay' }), nodeLabel(3, 'control', { text: 'A nonce' })];
    const read = [readNode(3, 'control', { text: 'A nonce' }), readNode(3, 'threat', { text: 'Replay' })];
    assert.equal(scoreNodes(labelsOf({ nodes }), readingOf({ nodes: read })).nodes.right, 2);
    const one = scoreNodes(labelsOf({ nodes }), readingOf({ nodes: read.slice(0, 1) }));
    assert.deepEqual([one.nodes.right, one.nodes.read], [1, 1]);
  });

  describe('evidence without an id', () => {
    const nodes = [nodeLabel(2, 'claim', { id: 'C1' }), nodeLabel(3, 'evidence', { parent: 'C1' })];
    const claim = readNode(2, 'claim', { id: 'C1', derived: false });
    const scoreOf = (link: ReturnType<typeof readLink>): readonly number[] => {
      const score = scoreNodes(labelsOf({ nodes }), readingOf({ nodes: [claim], links: [link] }));
      return [score.nodes.right, score.parents.right];
    };

    it('is found as a cited link, whose parent is its node', () => {
      assert.deepEqual(scoreOf(readLink(3, 'x.ts', { parent: 0 })), [2, 2]);
      assert.deepEqual(scoreOf(readLink(3, 'x.ts')), [2, 1]);
    });

    it('is not found as a mention, or above its line', () => {
      assert.deepEqual(scoreOf(readLink(3, 'x.ts', { cited: false })), [1, 1]);
      assert.deepEqual(scoreOf(readLink(2, 'x.ts')), [1, 1]);
    });

    it('is found in the lines below, up to the next label', () => {
      assert.deepEqual(scoreOf(readLink(4, 'x.ts', { parent: 0 })), [2, 2]);
      const more = labelsOf({ nodes: [...nodes, nodeLabel(4, 'context')] });
      assert.equal(scoreNodes(more, readingOf({ links: [readLink(4, 'x.ts')] })).nodes.right, 0);
    });
  });

  it('counts what no label means as a false find, in labelled lines of labelled files', () => {
    const labels = labelsOf({ nodes: [nodeLabel(3, 'claim')], labelled_lines: [1, 10] });
    const nodes = [
      readNode(3, 'claim'),
      readNode(8, 'claim'),
      readNode(20, 'claim'),
      readNode(8, 'claim', { file: 'b.md' }),
    ];
    const score = scoreNodes(labels, readingOf({ nodes }));
    assert.deepEqual(score.nodes, { labelled: 1, right: 1, read: 2, rightlyRead: 1 });
    assert.deepEqual(
      score.misses.map(({ what, line }) => [what, line]),
      [['false find', 8]],
    );
  });

  it('looks at all lines where nodes are labelled outside of the stated ones', () => {
    const labels = labelsOf({ nodes: [nodeLabel(30, 'claim')], labelled_lines: [1, 10] });
    assert.equal(scoreNodes(labels, readingOf({ nodes: [readNode(20, 'claim')] })).nodes.read, 1);
  });

  it('says where an id was read that the label has elsewhere', () => {
    const labels = labelsOf({ nodes: [nodeLabel(3, 'threat', { id: 'T1' })] });
    const { misses } = scoreNodes(labels, readingOf({ nodes: [readNode(40, 'threat', { id: 'T1' })] }));
    assert.match(misses[0]!.read, /line 40/);
  });
});
