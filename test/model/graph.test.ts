import assert from 'node:assert/strict';
import { buildGraph } from '../../src/model/graph.ts';
import { caseOf } from '../support/cases.ts';

describe('buildGraph', () => {
  const show = (graph: ReturnType<typeof buildGraph>): string[] =>
    graph.problems.map((p) => `${p.kind} ${p.reference.from}→${p.reference.target}`);

  it('follows nesting and references, within a case and into another', () => {
    const graph = buildGraph([
      { key: 'a', case: caseOf('a', { C1: [], C2: ['C1'] }, { C2: ['b/C9'] }) },
      { key: 'b', case: caseOf('b', { C9: [] }) },
    ]);
    assert.deepEqual(graph.children({ caseKey: 'a', node: 'C1' }), [{ caseKey: 'a', node: 'C2' }]);
    assert.deepEqual(graph.children({ caseKey: 'a', node: 'C2' }), [{ caseKey: 'b', node: 'C9' }]);
    assert.deepEqual(graph.problems, []);
  });

  it('puts every node behind its children', () => {
    const graph = buildGraph([
      { key: 'a', case: caseOf('a', { C1: [], C2: ['C1'], C3: ['C2'], C4: ['C1'] }, { C4: ['C3'] }) },
    ]);
    const order = graph.bottomUp.map((ref) => ref.node);
    assert.deepEqual([...order].sort(), ['C1', 'C2', 'C3', 'C4']);
    for (const ref of graph.bottomUp)
      for (const child of graph.children(ref)) assert.ok(order.indexOf(child.node) < order.indexOf(ref.node));
  });

  it('says what is wrong with a reference, and leaves it out', () => {
    const nodes = { C1: [], C2: ['C1'], C3: ['C2'] };
    const references = { C1: ['C9', 'x/C1', 'C1'], C3: ['C1'], C2: ['C3', 'C3'] };
    const graph = buildGraph([{ key: 'a', case: caseOf('a', nodes, references) }]);
    assert.deepEqual(show(graph).sort(), [
      'cycle C3→C1',
      'repeated C2→C3',
      'self C1→C1',
      'unknown-case C1→x/C1',
      'unknown-node C1→C9',
    ]);
    assert.deepEqual(graph.problems.find((p) => p.kind === 'cycle')?.path, ['C3', 'C1', 'C2', 'C3']);
  });

  it('breaks a circle over two cases, and does not guess between two cases of one name', () => {
    const circle = buildGraph([
      { key: 'a', case: caseOf('a', { C1: [] }, { C1: ['b/C1'] }) },
      { key: 'b', case: caseOf('b', { C1: [] }, { C1: ['a/C1'] }) },
    ]);
    assert.deepEqual(show(circle), ['cycle C1→a/C1']);
    const twins = buildGraph([
      { key: 'a', case: caseOf('a', { C1: [] }, { C1: ['b/C1'] }) },
      { key: 'b1', case: caseOf('b', { C1: [] }) },
      { key: 'b2', case: caseOf('b', { C1: [] }) },
    ]);
    assert.deepEqual(show(twins), ['ambiguous-case C1→b/C1']);
  });

  it('takes a chain of 20,000 references without running out of stack', () => {
    const nodes: Record<string, string[]> = {};
    const references: Record<string, string[]> = {};
    for (let i = 0; i < 20_000; i++) {
      nodes[`C${i}`] = [];
      if (i > 0) references[`C${i}`] = [`C${i - 1}`];
    }
    const graph = buildGraph([{ key: 'a', case: caseOf('a', nodes, references) }]);
    assert.equal(graph.bottomUp.length, 20_000);
    assert.deepEqual(graph.problems, []);
  });
});
