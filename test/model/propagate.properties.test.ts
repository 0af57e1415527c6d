import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CaseNode, NodeReference } from '../../src/model/case.ts';
import { type Graph, type NodeRef, buildGraph } from '../../src/model/graph.ts';
import { NODE_KINDS, type NodeKind, isDefeater, isSupportable } from '../../src/model/kinds.ts';
import { type LinkState, type NodeJudgement, propagate } from '../../src/model/propagate.ts';
import { EVIDENCE_STATES, type EvidenceState, NODE_STATES } from '../../src/model/state.ts';
import { NOWHERE, caseWith, linkOf, nodeOf } from '../support/cases.ts';

const TODAY = '2026-06-01';
const CASE = 'a';

/** An argument as the generator makes it: node 0 is the top, every other hangs under an earlier one. */
interface Argument {
  readonly nodes: readonly {
    readonly kind: NodeKind;
    readonly parent: number;
    /** Besides its parent it supports this one, where that stands above it. */
    readonly alsoSupports: number;
    readonly undeveloped: boolean;
    readonly accepted: boolean;
    readonly defeated: boolean;
    readonly gap: boolean;
    readonly links: readonly {
      readonly state: EvidenceState;
      readonly cited: boolean;
      readonly entry: boolean;
    }[];
  }[];
}

const flag = fc.boolean();
const rarely = fc.integer({ min: 0, max: 5 }).map((n) => n === 0);

const someArgument: fc.Arbitrary<Argument> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...NODE_KINDS),
      parent: fc.nat(1000),
      alsoSupports: fc.nat(1000),
      undeveloped: flag,
      accepted: rarely,
      defeated: rarely,
      gap: rarely,
      links: fc.array(fc.record({ state: fc.constantFrom(...EVIDENCE_STATES), cited: flag, entry: rarely }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((nodes) => ({ nodes: nodes.map((node, i) => (i === 0 ? { ...node, kind: 'claim' } : node)) }));

/** Something that nobody would call an improvement, at one place of an argument. */
type Worsening = (argument: Argument, at: number) => Argument;

const change =
  (how: (node: Argument['nodes'][number]) => Partial<Argument['nodes'][number]>): Worsening =>
  ({ nodes }, at) => ({
    nodes: nodes.map((node, i) => (i === at % nodes.length ? { ...node, ...how(node) } : node)),
  });

const WORSENINGS: Readonly<Record<string, Worsening>> = {
  'evidence gets worse': change(({ links }) => ({
    links: links.map((link) => ({
      ...link,
      state: EVIDENCE_STATES[Math.max(0, EVIDENCE_STATES.indexOf(link.state) - 1)]!,
    })),
  })),
  'evidence breaks': change(({ links }) => ({ links: links.map((link) => ({ ...link, state: 'broken' })) })),
  'current evidence is taken away': change(({ links }) => ({
    links: links.filter(({ state }) => state !== 'current'),
  })),
  'evidence that was cited is only mentioned, all of it being current': change(({ links }) => ({
    links: links.map((link) => (link.state === 'current' ? { ...link, cited: false } : link)),
  })),
  'an acceptance ends': change(() => ({ accepted: false })),
  'a leaf is no longer said to be one': change(() => ({ undeveloped: false })),
  'it turns out to be a gap': change(() => ({ gap: true })),
  'it is found not to hold': change(({ kind, defeated }) => ({
    defeated: isDefeater(kind) ? defeated : true,
  })),
  'a defeater that was defeated stands again': change(({ kind, defeated }) => ({
    defeated: isDefeater(kind) ? false : defeated,
  })),
  'somebody challenges it': ({ nodes }, at) => ({
    nodes: [
      ...nodes,
      {
        kind: 'rebuttal',
        parent: at % nodes.length,
        alsoSupports: at % nodes.length,
        undeveloped: false,
        accepted: false,
        defeated: false,
        gap: false,
        links: [],
      },
    ],
  }),
};

interface Judged {
  readonly graph: Graph;
  readonly of: (ref: NodeRef) => NodeJudgement;
}

function judge({ nodes }: Argument): Judged {
  const references: NodeReference[] = [];
  const built = nodes.map((node, i): CaseNode => {
    const also = node.alsoSupports % (i + 1);
    if (also < i) references.push({ from: `N${also}`, target: `N${i}`, range: NOWHERE });
    return nodeOf(`N${i}`, node.kind, i === 0 ? [] : [`N${node.parent % i}`], {
      undeveloped: node.undeveloped,
      defeated: node.defeated,
      ...(node.accepted && { accepted: { by: 'Ada', why: 'rare', until: '2030-01-01', range: NOWHERE } }),
      ...(node.gap && { status: { is: 'gap', word: 'Gap', range: NOWHERE } }),
    });
  });
  const graph = buildGraph([{ key: CASE, case: caseWith(CASE, built, { references }) }]);
  const linksAt = ({ node }: NodeRef): LinkState[] =>
    nodes[Number(node.slice(1))]!.links.map(({ state, cited, entry }, i) => ({
      link: linkOf(`${node}-${i}`, node, { cited, role: entry ? 'entry-point' : 'evidence' }),
      state,
    }));
  const judged = propagate(graph, linksAt, TODAY);
  return { graph, of: (ref) => judged.get(ref)! };
}

const rank = ({ state }: NodeJudgement): number => NODE_STATES.indexOf(state);

describe('propagation, of any argument', () => {
  for (const [title, worsen] of Object.entries(WORSENINGS)) {
    it(`never makes a claim look better when ${title}`, () => {
      fc.assert(
        fc.property(someArgument, fc.nat(1000), (argument, at) => {
          const before = judge(argument);
          const after = judge(worsen(argument, at));
          for (const ref of before.graph.bottomUp)
            assert.ok(rank(after.of(ref)) <= rank(before.of(ref)), ref.node);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('gives no node a better state than what hangs below it, leaves that are meant to be left out', () => {
    fc.assert(
      fc.property(someArgument, (argument) => {
        const { graph, of } = judge(argument);
        for (const ref of graph.bottomUp) {
          for (const child of graph.children(ref))
            assert.ok(of(child).leftOpen || rank(of(ref)) <= rank(of(child)));
        }
      }),
    );
  });

  it('calls nothing that asserts something current unless evidence is below it', () => {
    fc.assert(
      fc.property(someArgument, (argument) => {
        const { graph, of } = judge(argument);
        for (const ref of graph.bottomUp) {
          const { kind } = graph.node(ref)!;
          const { state, counts } = of(ref);
          // Evidence of its own is a link as well, so that it is counted.
          if (isSupportable(kind) || kind === 'evidence')
            assert.ok(state !== 'current' || counts.evidence > 0, ref.node);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts no more current evidence than evidence, nor answered defeaters than defeaters, and no node fewer than its children', () => {
    fc.assert(
      fc.property(someArgument, (argument) => {
        const { graph, of } = judge(argument);
        for (const ref of graph.bottomUp) {
          const { counts } = of(ref);
          assert.ok(counts.current <= counts.evidence && counts.answered <= counts.defeaters);
          for (const child of graph.children(ref)) {
            assert.ok(of(child).counts.evidence <= counts.evidence);
            assert.ok(of(child).counts.defeaters <= counts.defeaters);
          }
        }
      }),
    );
  });

  it('calls no claim current below which something is not', () => {
    fc.assert(
      fc.property(someArgument, (argument) => {
        const { graph, of } = judge(argument);
        for (const ref of graph.bottomUp) {
          const { state, counts } = of(ref);
          if (state !== 'current') continue;
          assert.deepEqual([counts.current, counts.answered], [counts.evidence, counts.defeaters], ref.node);
        }
      }),
    );
  });
});
