import assert from 'node:assert/strict';
import { buildGraph } from '../../src/model/graph.ts';
import { NOWHERE, caseOf } from '../support/cases.ts';

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
    const nodes = { C1: [], C2: ['C1'], C3: ['C2'], C4: [] };
    const references = { C1: ['C9', 'x/C1', 'C1', 'C2'], C3: ['C1'], C2: ['C4', 'C4'] };
    const graph = buildGraph([{ key: 'a', case: caseOf('a', nodes, references) }]);
    assert.deepEqual(show(graph).sort(), [
      'cycle C3→C1',
      'repeated C1→C2',
      'repeated C2→C4',
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

  it('means the case itself by its own name, then the one at the narrowest home that it shares', () => {
    const homes = (...names: string[]) => ({ homes: names });
    const graph = buildGraph([
      { key: 'a1', case: caseOf('a', { C1: [], C2: [] }, { C1: ['a/C2', 'b/B1'] }), ...homes('/w/1', '/w') },
      { key: 'a2', case: caseOf('a', { C2: [] }), ...homes('/w/1', '/w') },
      { key: 'b1', case: caseOf('b', { B1: [] }, { B1: ['a/C2'] }), ...homes('/w/1', '/w') },
      { key: 'b2', case: caseOf('b', { B1: [] }, { B1: ['a/C9', 'c/C1'] }), ...homes('/w/2', '/w') },
      { key: 'a3', case: caseOf('a', { C2: [] }), ...homes('/w/2', '/w') },
      { key: 'c1', case: caseOf('c', { C1: [] }), ...homes('/x') },
      { key: 'd1', case: caseOf('d', { D1: [] }, { D1: ['a/C2', 'c/C1'] }), ...homes('/y') },
    ]);
    assert.deepEqual(show(graph), [
      'ambiguous-case B1→a/C2',
      'unknown-node B1→a/C9',
      'ambiguous-case D1→a/C2',
    ]);
    assert.deepEqual(graph.children({ caseKey: 'a1', node: 'C1' }), [
      { caseKey: 'a1', node: 'C2' },
      { caseKey: 'b1', node: 'B1' },
    ]);
    assert.deepEqual([...graph.referred('b2').values()], [{ caseKey: 'a3' }, { caseKey: 'c1', node: 'C1' }]);
  });

  it('does not guess between two nodes of one id in a native file, here or in another case', () => {
    const one = caseOf('a', { C1: [], C2: [] }, { C2: ['C1'] });
    const twin = { ...one.nodes[0]!, key: 'C1~2' };
    const twice = { ...one, nodes: [...one.nodes, twin] };
    const other = caseOf('b', { B1: [] }, { B1: ['a/C1'] });
    const keyed = (which: typeof one) => [
      { key: 'a', case: which },
      { key: 'b', case: other },
    ];
    assert.deepEqual(show(buildGraph(keyed(twice))), ['ambiguous C2→C1', 'ambiguous B1→a/C1']);
    // An arrow of a drawing begins at one of the two, whatever is written on it.
    const drawn = { ...twice, format: 'drawio' as const };
    assert.deepEqual(show(buildGraph(keyed(drawn))), []);
  });

  it('puts a node below what it answers, here or in another case, and knows such a reference for a repeated one', () => {
    const answers = (from: string, target: string) => ({
      from,
      target,
      range: NOWHERE,
      upward: true as const,
    });
    const one = caseOf('a', { T1: [], K1: [], K2: ['T1'] }, { T1: ['K1'] });
    const references = [...one.references, answers('K1', 'T1'), answers('K2', 'T1'), answers('K1', 'b/T9')];
    const graph = buildGraph([
      { key: 'a', case: { ...one, references } },
      { key: 'b', case: caseOf('b', { T9: [] }) },
    ]);
    assert.deepEqual(
      graph.children({ caseKey: 'a', node: 'T1' }).map(({ node }) => node),
      ['K2', 'K1'],
    );
    assert.deepEqual(graph.children({ caseKey: 'b', node: 'T9' }), [{ caseKey: 'a', node: 'K1' }]);
    assert.deepEqual(show(graph), ['repeated K1→T1', 'repeated K2→T1']);
    const circle = buildGraph([
      { key: 'a', case: { ...caseOf('a', { C1: [], C2: ['C1'] }), references: [answers('C1', 'C2')] } },
    ]);
    assert.deepEqual(show(circle), ['cycle C1→C2']);
    assert.deepEqual(circle.problems[0]?.path, ['C2', 'C1', 'C2']);
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
