import assert from 'node:assert/strict';
import { graphOf } from '../../src/panel/graph/diagram-graph.ts';
import { neighbour, outlineMove } from '../../src/panel/graph/navigate.ts';
import { outlineRows } from '../../src/panel/graph/outline.ts';
import { sayNode } from '../../src/panel/graph/say-node.ts';
import { nextMatch, searchNodes } from '../../src/panel/graph/search.ts';
import {
  type Choice,
  MOST_AT_FIRST,
  foldedAtFirst,
  unfoldedFor,
  visibleDiagram,
} from '../../src/panel/graph/visible.ts';
import { boxOf, sketch } from './support/diagrams.ts';
import { regularSketch } from './support/made-diagrams.ts';

const CASE = sketch('C1: X1 C2 C3 R1\nC2: E1 C4\nC3: C4 E2\nC4: E3\nR1: E4');
const graph = graphOf(CASE);

const seen = (choice: Partial<Choice>): string[] =>
  visibleDiagram(graph, { collapsed: new Set(), ...choice }).nodes.map(({ id }) => id);

describe('what is to be seen of a diagram', () => {
  it('is all of it, until something is folded', () => {
    assert.equal(seen({}).length, CASE.nodes.length);
  });

  it('hides what hangs under a folded node and nowhere else, and counts it', () => {
    const visible = visibleDiagram(graph, { collapsed: new Set(['C2']) });
    assert.deepEqual(
      visible.nodes.map(({ id }) => id),
      ['C1', 'X1', 'C2', 'C3', 'R1', 'C4', 'E2', 'E3', 'E4'],
    );
    assert.deepEqual([...visible.hidden], [['C2', 1]]);
    assert.ok(!visible.relations.some(({ from }) => from === 'C2'));
    const top = visibleDiagram(graph, { collapsed: new Set(['C1']) });
    assert.deepEqual([...top.hidden], [['C1', 9]]);
  });

  it('has nothing to fold where all below is seen elsewhere', () => {
    const twice = graphOf(sketch('C1: C2 C3\nC2: C4\nC3: C4'));
    const visible = visibleDiagram(twice, { collapsed: new Set(['C2']) });
    assert.deepEqual([...visible.hidden], []);
    assert.equal(visible.relations.length, 4);
  });

  it('is what is above and below a node that is focused on', () => {
    assert.deepEqual(seen({ focus: 'C2' }), ['C1', 'C2', 'E1', 'C4', 'E3']);
    assert.deepEqual(seen({ focus: 'E3' }), ['C1', 'C2', 'C3', 'C4', 'E3']);
    assert.deepEqual(seen({ focus: 'C4', collapsed: new Set(['C1']) }), ['C1', 'C2', 'C3', 'C4', 'E3']);
    assert.equal(seen({ focus: 'gone' }).length, CASE.nodes.length);
  });

  it('is folded at first only where it is large, and then a level can be unfolded at a time', () => {
    assert.deepEqual([...foldedAtFirst(graph)], []);
    const large = graphOf(regularSketch(5000));
    const collapsed = foldedAtFirst(large);
    const visible = visibleDiagram(large, { collapsed });
    assert.ok(
      visible.nodes.length <= MOST_AT_FIRST && visible.nodes.length > 50,
      String(visible.nodes.length),
    );
    const [folded] = [...visible.hidden.keys()];
    const more = visibleDiagram(large, {
      collapsed: new Set([...collapsed].filter((key) => key !== folded)),
    });
    assert.equal(more.nodes.length - visible.nodes.length, large.below(folded!).length);
    const wide = graphOf(sketch(`C0: ${Array.from({ length: 900 }, (_, i) => `C${i + 1}`).join(' ')}`));
    assert.equal(visibleDiagram(wide, { collapsed: foldedAtFirst(wide) }).nodes.length, 1);
  });

  it('is unfolded for a node as far as is needed', () => {
    assert.deepEqual([...unfoldedFor(graph, 'E3', new Set(['C1', 'C2', 'C3', 'C4']))], ['C3']);
  });
});

describe('searching a diagram', () => {
  const nodes = [
    boxOf('C1', { text: 'Transport is encrypted.' }),
    boxOf('C2', { text: 'Keys are kept.', state: 'stale' }),
    boxOf('CT1', { text: 'Keys', given: true, state: 'current', label: 'Context' }),
  ];

  it('finds words in ids, texts, kinds and states', () => {
    assert.deepEqual(searchNodes(nodes, 'keys'), ['C2', 'CT1']);
    assert.deepEqual(searchNodes(nodes, '  KEYS  stale '), ['C2']);
    assert.deepEqual(searchNodes(nodes, 'context'), ['CT1']);
    assert.deepEqual(searchNodes(nodes, 'current'), ['C1']);
    assert.deepEqual(searchNodes(nodes, ' '), []);
  });

  it('goes around', () => {
    assert.equal(nextMatch(['a', 'b'], 'b', 1), 'a');
    assert.equal(nextMatch(['a', 'b'], 'a', -1), 'b');
    assert.equal(nextMatch(['a', 'b'], undefined, 1), 'a');
    assert.equal(nextMatch(['a', 'b'], 'elsewhere', -1), 'b');
    assert.equal(nextMatch([], 'a', 1), undefined);
  });
});

describe('the tree beside a diagram', () => {
  const rows = outlineRows(graph, visibleDiagram(graph, { collapsed: new Set(['R1']) }));

  it('has each node once, below the first it hangs under, with its place', () => {
    assert.deepEqual(
      rows.map(({ key, level, position, siblings, expanded }) => [
        key,
        level,
        `${position}/${siblings}`,
        expanded,
      ]),
      [
        ['C1', 1, '1/1', true],
        ['X1', 2, '1/4', undefined],
        ['C2', 2, '2/4', true],
        ['E1', 3, '1/2', undefined],
        ['C4', 3, '2/2', true],
        ['E3', 4, '1/1', undefined],
        ['C3', 2, '3/4', true],
        ['E2', 3, '1/1', undefined],
        ['R1', 2, '4/4', false],
      ],
    );
  });

  it('has a row for all that is seen in focus', () => {
    const visible = visibleDiagram(graph, { collapsed: new Set(), focus: 'E3' });
    assert.equal(outlineRows(graph, visible).length, visible.nodes.length);
  });

  it('is walked as trees are', () => {
    assert.deepEqual(outlineMove(rows, 'C2', 'ArrowDown'), { to: 'E1' });
    assert.deepEqual(outlineMove(rows, 'C2', 'ArrowUp'), { to: 'X1' });
    assert.deepEqual(outlineMove(rows, 'C2', 'ArrowRight'), { to: 'E1' });
    assert.deepEqual(outlineMove(rows, 'C2', 'ArrowLeft'), { fold: 'C2' });
    assert.deepEqual(outlineMove(rows, 'R1', 'ArrowRight'), { unfold: 'R1' });
    assert.deepEqual(outlineMove(rows, 'R1', 'ArrowLeft'), { to: 'C1' });
    assert.deepEqual(outlineMove(rows, 'R1', 'Home'), { to: 'C1' });
    assert.deepEqual(outlineMove(rows, 'C1', 'End'), { to: 'R1' });
    assert.equal(outlineMove(rows, 'C1', 'ArrowUp'), undefined);
    assert.equal(outlineMove(rows, 'E1', 'ArrowRight'), undefined);
    assert.equal(outlineMove(rows, 'E1', 'x'), undefined);
  });

  it('leads the arrow keys of the picture', () => {
    assert.equal(neighbour(rows, undefined, 'down'), 'C1');
    assert.equal(neighbour(rows, 'C1', 'down'), 'X1');
    assert.equal(neighbour(rows, 'C2', 'right'), 'C3');
    assert.equal(neighbour(rows, 'C2', 'left'), 'X1');
    assert.equal(neighbour(rows, 'X1', 'left'), undefined);
    assert.equal(neighbour(rows, 'E3', 'up'), 'C4');
    assert.equal(neighbour(rows, 'E1', 'down'), undefined);
  });

  it('is a list of thousands without a call for each level', () => {
    const chain = graphOf(sketch(Array.from({ length: 20_000 }, (_, i) => `C${i}: C${i + 1}`).join('\n')));
    assert.equal(outlineRows(chain, visibleDiagram(chain, { collapsed: new Set() })).length, 20_001);
  });
});

describe('a node, said aloud', () => {
  it('says kind, id, text, state and counts, and no state of what is taken for granted', () => {
    const counts = { evidence: 3, current: 2, defeaters: 1, answered: 0 };
    assert.equal(
      sayNode(boxOf('C1', { state: 'stale', words: 'rests on what changed', counts })),
      'Claim C1, What C1 says., stale: rests on what changed, 2 of 3 links current, 0 of 1 defeater answered',
    );
    assert.equal(
      sayNode(boxOf('X', { id: '', label: 'Context', given: true, words: '', away: 'Other' })),
      'Context, What X says., in Other',
    );
    assert.equal(
      sayNode(boxOf('E', { words: 'current: unchanged', undeveloped: true, defeated: true })),
      'Claim E, What E says., current: unchanged, marked undeveloped, marked defeated',
    );
  });
});
