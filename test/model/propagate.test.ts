import assert from 'node:assert/strict';
import type { CaseNode } from '../../src/model/case.ts';
import { buildGraph } from '../../src/model/graph.ts';
import { judgeTops, propagate } from '../../src/model/propagate.ts';
import { EVIDENCE_STATES, type EvidenceState, NODE_STATES } from '../../src/model/state.ts';
import { NOWHERE, caseOf, caseWith, linkOf, nodeOf } from '../support/cases.ts';

/** Judges a case whose links are given as node → states; `(state)` is a mention, `entry state` an entry point. */
function judge(
  nodes: readonly CaseNode[],
  links: Record<string, readonly string[]>,
  references = {},
  today = '2026-06-01',
) {
  const one = { ...caseWith('a', nodes), references: caseOf('a', {}, references).references };
  const graph = buildGraph([{ key: 'a', case: one }]);
  const judged = propagate(
    graph,
    ({ node }) =>
      (links[node] ?? []).map((written) => {
        const role = /^\(?entry /.test(written) ? 'entry-point' : 'evidence';
        const state = written.replace(/entry |[()]/g, '') as EvidenceState;
        return { link: linkOf('x', node, { cited: !written.startsWith('('), role }), state };
      }),
    today,
  );
  return (id: string) => judged.get({ caseKey: 'a', node: id })!;
}

describe('propagate', () => {
  const top = nodeOf('C1', 'claim', []);

  for (const [title, nodes, links, expected] of [
    [
      'a claim takes the worst state of its evidence',
      [],
      { C1: ['current', 'stale', 'unreviewed'] },
      'stale',
    ],
    ['mentions do not count', [], { C1: ['current', '(broken)'] }, 'current'],
    ['but a claim with mentions only was not checked', [], { C1: ['(broken)'] }, 'unknown'],
    ['a leaf with nothing below is undeveloped', [], {}, 'undeveloped'],
    [
      'a sub-claim hands its state up',
      [nodeOf('C2', 'claim', ['C1'])],
      { C1: ['current'], C2: ['broken'] },
      'broken',
    ],
    [
      'an unanswered rebuttal challenges',
      [nodeOf('R1', 'rebuttal', ['C1'])],
      { C1: ['current'] },
      'challenged',
    ],
    [
      'a stale answer leaves its claim stale',
      [nodeOf('R1', 'rebuttal', ['C1'])],
      { C1: ['current'], R1: ['stale'] },
      'stale',
    ],
    [
      'an answered rebuttal does not',
      [nodeOf('R1', 'rebuttal', ['C1'])],
      { C1: ['current'], R1: ['current'] },
      'current',
    ],
    [
      'a defeated inference rule challenges the claim it serves',
      [nodeOf('IR1', 'inference', ['C1']), nodeOf('UC1', 'undercut', ['IR1'])],
      { C1: ['current'] },
      'challenged',
    ],
    ['evidence without a place was not judged', [nodeOf('E1', 'evidence', ['C1'])], {}, 'unknown'],
    ['a mention of an entry point is no mention of evidence', [], { C1: ['(entry current)'] }, 'undeveloped'],
    [
      'an entry point supports nothing',
      [nodeOf('T1', 'threat', ['C1'])],
      { T1: ['entry current'] },
      'challenged',
    ],
    [
      'but is watched like evidence',
      [nodeOf('T1', 'threat', ['C1'])],
      { T1: ['entry stale', 'current'] },
      'stale',
    ],
    [
      'a gap stays one, whatever evidence stands below it',
      [
        nodeOf('C2', 'claim', ['C1'], {
          status: { is: 'gap', word: 'Gap', range: NOWHERE },
        }),
      ],
      { C2: ['current'] },
      'undeveloped',
    ],
    [
      'a claim that was defeated challenges what it supports',
      [nodeOf('C2', 'claim', ['C1'], { defeated: true })],
      { C2: ['current'] },
      'challenged',
    ],
    [
      'a defeater that was defeated is answered',
      [nodeOf('R1', 'rebuttal', ['C1'], { defeated: true })],
      { C1: ['current'] },
      'current',
    ],
    ['an asset needs no support', [nodeOf('A1', 'asset', ['C1'])], { C1: ['current'] }, 'current'],
    [
      'a threat to an asset that nothing answers challenges the claim about the asset',
      [nodeOf('A1', 'asset', ['C1']), nodeOf('T1', 'threat', ['A1'])],
      { C1: ['current'], T1: ['entry current'] },
      'challenged',
    ],
    [
      'a control that nothing shows to be there answers no threat',
      [nodeOf('A1', 'asset', ['C1']), nodeOf('T1', 'threat', ['A1']), nodeOf('K1', 'control', ['T1'])],
      { C1: ['current'] },
      'undeveloped',
    ],
    [
      'a threat is as well answered as its controls hold',
      [nodeOf('A1', 'asset', ['C1']), nodeOf('T1', 'threat', ['A1']), nodeOf('K1', 'control', ['T1'])],
      { C1: ['current'], K1: ['stale'] },
      'stale',
    ],
    [
      'an asset whose threats are answered is safe',
      [nodeOf('A1', 'asset', ['C1']), nodeOf('T1', 'threat', ['A1']), nodeOf('K1', 'control', ['T1'])],
      { C1: ['current'], K1: ['current'], T1: ['entry current'] },
      'current',
    ],
    [
      'an attack on a control challenges what it answers',
      [nodeOf('T1', 'threat', ['C1']), nodeOf('K1', 'control', ['T1']), nodeOf('R1', 'rebuttal', ['K1'])],
      { C1: ['current'], K1: ['current'] },
      'challenged',
    ],
  ] as const) {
    it(title, () => assert.equal(judge([top, ...nodes], links)('C1').state, expected));
  }

  describe('of a leaf that is meant to be one', () => {
    const open = (id: string, ...parents: string[]): CaseNode =>
      nodeOf(id, 'claim', parents, { undeveloped: true });

    it('says that it is undeveloped and meant, and never that it is fine', () => {
      const { state, leftOpen } = judge([open('C1')], {})('C1');
      assert.deepEqual([state, leftOpen], ['undeveloped', true]);
    });

    it('leaves what has other support as it is', () => {
      assert.equal(judge([top, open('C2', 'C1')], { C1: ['current'] })('C1').state, 'current');
      const beside = judge([top, open('C2', 'C1'), nodeOf('C3', 'claim', ['C1'])], { C3: ['current'] });
      assert.equal(beside('C1').state, 'current');
    });

    it('supports nothing: what has only such leaves is undeveloped, and not meant to be', () => {
      const judged = judge([top, open('C2', 'C1'), open('C3', 'C1')], {});
      assert.deepEqual([judged('C1').state, judged('C1').leftOpen], ['undeveloped', undefined]);
    });

    it('answers no attack', () => {
      const nodes = [top, nodeOf('R1', 'rebuttal', ['C1']), open('C2', 'R1')];
      const judged = judge(nodes, { C1: ['current'] })('C1');
      assert.deepEqual([judged.state, judged.counts.answered], ['undeveloped', 0]);
    });

    it('hands up an attack on it', () => {
      const nodes = [top, open('C2', 'C1'), nodeOf('R1', 'rebuttal', ['C2'])];
      const judged = judge(nodes, { C1: ['current'] });
      assert.deepEqual([judged('C1').state, judged('C2').leftOpen], ['challenged', undefined]);
    });
  });

  describe('of a whole case', () => {
    const whole = (nodes: readonly CaseNode[], links = {}): string => {
      const judged = judge(nodes, links);
      return judgeTops(
        nodes.filter(({ parents }) => parents.length === 0).map((node) => ({ node, ...judged(node.id) })),
      ).state;
    };

    it('calls one with nothing in it undeveloped, and one with nothing but what is taken for granted', () => {
      assert.equal(whole([]), 'undeveloped');
      assert.equal(whole([nodeOf('CT1', 'context', [])]), 'undeveloped');
      assert.equal(whole([nodeOf('C1', 'claim', [], { undeveloped: true })]), 'undeveloped');
    });

    it('is not made current by what is attacked or shown around leaves that are meant', () => {
      const accepted = { by: 'Ada', why: 'internal only', until: '2030-06-01', range: NOWHERE };
      const leaf = nodeOf('C1', 'claim', [], { undeveloped: true });
      assert.equal(whole([leaf, nodeOf('R1', 'rebuttal', ['C1'], { accepted })]), 'undeveloped');
      assert.equal(whole([leaf, nodeOf('CT1', 'context', ['C1'])], { CT1: ['current'] }), 'undeveloped');
    });

    it('takes the worst of what is at its top, leaves that are meant to be left out', () => {
      const nodes = [top, nodeOf('C2', 'claim', [], { undeveloped: true }), nodeOf('A1', 'asset', [])];
      assert.equal(whole(nodes, { C1: ['current'] }), 'current');
      assert.equal(whole(nodes, { C1: ['stale'] }), 'stale');
    });
  });

  it('lets an acceptance answer a rebuttal until its date has passed', () => {
    const accepted = { by: 'Ada', why: 'internal only', until: '2026-06-01', range: NOWHERE };
    const nodes = [top, nodeOf('R1', 'rebuttal', ['C1'], { accepted })];
    assert.equal(judge(nodes, { C1: ['current'] }, {}, '2026-06-01')('C1').state, 'current');
    assert.equal(judge(nodes, { C1: ['current'] }, {}, '2026-06-02')('C1').state, 'challenged');
  });

  it('gives an asset the state of its threats, and an accepted threat the state of its entry points', () => {
    const accepted = { by: 'Ada', why: 'rare', until: '2030-01-01', range: NOWHERE };
    const nodes = [nodeOf('A1', 'asset', []), nodeOf('T1', 'threat', ['A1'], { accepted })];
    assert.equal(judge(nodes, {})('A1').state, 'current');
    const stale = judge(nodes, { T1: ['entry stale'] })('A1');
    assert.deepEqual([stale.state, stale.counts.answered, stale.counts.evidence], ['stale', 0, 0]);
    assert.equal(judge([nodes[0]!, nodeOf('T1', 'threat', ['A1'])], {})('A1').state, 'challenged');
  });

  it('counts evidence and defeaters, shared parts once', () => {
    const nodes = [
      top,
      nodeOf('C2', 'claim', ['C1']),
      nodeOf('C3', 'claim', ['C1']),
      nodeOf('C4', 'claim', ['C2']),
      nodeOf('R4', 'rebuttal', ['C4']),
    ];
    const links = { C4: ['current', 'stale', '(stale)'], R4: ['current'], C3: ['current'] };
    const expected = { evidence: 4, current: 3, defeaters: 1, answered: 1 };
    assert.deepEqual(judge(nodes, links)('C1').counts, expected);
    assert.deepEqual(judge(nodes, links, { C3: ['C4'] })('C1').counts, expected);
  });

  it('never looks better for a change for the worse below', () => {
    const nodes = [
      top,
      nodeOf('C2', 'claim', ['C1']),
      nodeOf('R2', 'rebuttal', ['C2']),
      nodeOf('IR1', 'inference', ['C1']),
      nodeOf('UC1', 'undercut', ['IR1']),
    ];
    const rank = (states: Record<string, EvidenceState>): number => {
      const links = Object.fromEntries(Object.entries(states).map(([node, state]) => [node, [state]]));
      return NODE_STATES.indexOf(judge(nodes, links)('C1').state);
    };
    for (const c2 of EVIDENCE_STATES)
      for (const r2 of EVIDENCE_STATES)
        for (const uc1 of EVIDENCE_STATES) {
          const here = rank({ C2: c2, R2: r2, UC1: uc1 });
          for (const worse of EVIDENCE_STATES.slice(0, EVIDENCE_STATES.indexOf(r2)))
            assert.ok(rank({ C2: c2, R2: worse, UC1: uc1 }) <= here, `${c2} ${r2}→${worse} ${uc1}`);
        }
  });
});
