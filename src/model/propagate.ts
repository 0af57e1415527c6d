import { acceptanceProblems } from './acceptance.ts';
import type { CaseNode, EvidenceLink } from './case.ts';
import type { Graph, NodeRef } from './graph.ts';
import { isDefeater, isSupportable } from './kinds.ts';
import { NodeMap } from './node-map.ts';
import { type EvidenceState, type NodeState, worstState } from './state.ts';

/** What a node stands on, everything below it counted once. */
export interface Counts {
  /** Cited links, and how many of them are current. */
  readonly evidence: number;
  readonly current: number;
  readonly defeaters: number;
  readonly answered: number;
}

export interface NodeJudgement {
  readonly state: NodeState;
  readonly counts: Counts;
}

/** A link and its state, as far as propagation cares. */
export interface LinkState {
  readonly link: Pick<EvidenceLink, 'cited' | 'role'>;
  readonly state: EvidenceState;
}

/** The links directly at a node. */
export type LinksAt = (ref: NodeRef) => readonly LinkState[];

/**
 * Judges every node from the leaves up (design §5, Claims): a node takes the worst state below it, so no change for the worse below
 * ever makes it look better. Mentions never count.
 *
 * @param today ISO date; acceptances that ended before it no longer answer anything
 */
export function propagate(graph: Graph, linksAt: LinksAt, today: string): NodeMap<NodeJudgement> {
  const judged = new NodeMap<NodeJudgement>();
  const shared = nodesWithSharedParts(graph);
  for (const ref of graph.bottomUp) {
    const node = graph.node(ref)!;
    const children = graph.children(ref);
    const states = children.map((child) => judged.get(child)!.state);
    const links = linksAt(ref);
    const state = judgeNode(node, links, childSummary(graph, children, states), today);
    const counts = shared.has(ref)
      ? countByWalking(graph, ref, linksAt, judged)
      : addCounts([ownCounts(links), ...children.map((child) => countsOf(graph, child, judged))]);
    judged.set(ref, { state, counts });
  }
  return judged;
}

/** Adds counts up. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = { evidence: 0, current: 0, defeaters: 0, answered: 0 };
  for (const one of all) {
    sum.evidence += one.evidence;
    sum.current += one.current;
    sum.defeaters += one.defeaters;
    sum.answered += one.answered;
  }
  return sum;
}

interface ChildSummary {
  readonly states: readonly NodeState[];
  /** A claim, a strategy or evidence is among the children. */
  readonly supported: boolean;
}

function childSummary(
  graph: Graph,
  children: readonly NodeRef[],
  states: readonly NodeState[],
): ChildSummary {
  const supported = children.some((child) => {
    const { kind } = graph.node(child)!;
    return isSupportable(kind) || kind === 'evidence';
  });
  return { states, supported };
}

function judgeNode(
  node: CaseNode,
  links: readonly LinkState[],
  below: ChildSummary,
  today: string,
): NodeState {
  const cited = links.filter(({ link }) => link.cited);
  const worst = worstState([...below.states, ...cited.map(({ state }) => state), ...saidOf(node)]);
  const supported = below.supported || cited.some(({ link }) => link.role === 'evidence');
  if (isDefeater(node.kind)) {
    const accepted = node.accepted && acceptanceProblems(node.accepted, today).length === 0;
    if (node.defeated || accepted) return worst;
    return supported ? worst : worstState([worst, 'challenged']);
  }
  if (supported) return worst;
  if (isSupportable(node.kind) && !node.undeveloped) {
    // Mentions are not judged for the claim, and what was not judged is not fine.
    const mentioned = links.some(({ link }) => !link.cited && link.role === 'evidence');
    return worstState([worst, mentioned ? 'unknown' : 'undeveloped']);
  }
  if (node.kind === 'evidence') return worstState([worst, 'unknown']);
  return worst;
}

/** What the author says of a node, which its evidence cannot better. */
function saidOf({ kind, defeated, status }: CaseNode): NodeState[] {
  return [
    ...(defeated && !isDefeater(kind) ? (['challenged'] as const) : []),
    ...(status ? (['undeveloped'] as const) : []),
  ];
}

function ownCounts(links: readonly LinkState[]): Counts {
  const cited = links.filter(({ link }) => link.cited && link.role === 'evidence');
  const current = cited.filter(({ state }) => state === 'current').length;
  return { evidence: cited.length, current, defeaters: 0, answered: 0 };
}

/** What a child adds to its parent: all below it, and itself if it is a defeater. */
function countsOf(graph: Graph, ref: NodeRef, judged: NodeMap<NodeJudgement>): Counts {
  const { counts, state } = judged.get(ref)!;
  if (!isDefeater(graph.node(ref)!.kind)) return counts;
  return {
    ...counts,
    defeaters: counts.defeaters + 1,
    answered: counts.answered + (state === 'current' ? 1 : 0),
  };
}

/** Nodes below which some node hangs in two places, so that sums would count it twice. */
function nodesWithSharedParts(graph: Graph): NodeMap<true> {
  const parents = new NodeMap<number>();
  for (const ref of graph.bottomUp) {
    for (const child of graph.children(ref)) parents.set(child, (parents.get(child) ?? 0) + 1);
  }
  const above = new NodeMap<true>();
  for (const ref of graph.bottomUp) {
    const touched = graph.children(ref).some((child) => (parents.get(child) ?? 0) > 1 || above.has(child));
    if (touched) above.set(ref, true);
  }
  return above;
}

function countByWalking(
  graph: Graph,
  start: NodeRef,
  linksAt: LinksAt,
  judged: NodeMap<NodeJudgement>,
): Counts {
  const seen = new NodeMap<true>();
  seen.set(start, true);
  const open = [start];
  const parts: Counts[] = [];
  for (let ref = open.pop(); ref; ref = open.pop()) {
    parts.push(ownCounts(linksAt(ref)));
    for (const child of graph.children(ref)) {
      if (seen.has(child)) continue;
      seen.set(child, true);
      open.push(child);
      if (!isDefeater(graph.node(child)!.kind)) continue;
      const answered = judged.get(child)!.state === 'current' ? 1 : 0;
      parts.push({ evidence: 0, current: 0, defeaters: 1, answered });
    }
  }
  return addCounts(parts);
}
