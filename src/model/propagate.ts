import { acceptanceProblems } from './acceptance.ts';
import type { CaseNode, EvidenceLink } from './case.ts';
import type { Graph, NodeRef } from './graph.ts';
import { type NodeKind, isDefeater, isSupportable } from './kinds.ts';
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
  /** Nothing that could be checked is below it, and its author says that this is meant: what stands above is no worse for it, and no better. */
  readonly leftOpen?: true;
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
  const standings = new NodeMap<Standing>();
  const shared = nodesWithSharedParts(graph);
  for (const ref of graph.bottomUp) {
    const node = graph.node(ref)!;
    const children = graph.children(ref);
    const links = linksAt(ref);
    const below = children.map((child) => standings.get(child)!);
    const standing = judgeNode(node, links, below, today);
    standings.set(ref, standing);
    const counts = shared.has(ref)
      ? countByWalking(graph, ref, linksAt, judged)
      : addCounts([ownCounts(links), ...children.map((child) => countsOf(graph, child, judged))]);
    judged.set(ref, {
      state: worstState([standing.handsUp, standing.lack]),
      counts,
      ...(isLeftOpen(node, standing) && { leftOpen: true as const }),
    });
  }
  return judged;
}

/**
 * Judges a whole case by its topmost nodes: the worst of them, and undeveloped where nothing in it could be checked.
 *
 * @param tops the nodes with nothing of the case above them
 */
export function judgeTops(
  tops: readonly (NodeJudgement & { readonly node: Pick<CaseNode, 'kind'> })[],
): Omit<NodeJudgement, 'leftOpen'> {
  const counts = addCounts(tops.map((top) => top.counts));
  const asserts = ({ node: { kind } }: (typeof tops)[number]): boolean =>
    isSupportable(kind) || kind === 'evidence';
  const held = tops.filter((top) => !top.leftOpen);
  const states = (held.some(asserts) ? held : tops).map(({ state }) => state);
  // Where nothing asserts anything, what is attacked or shown may still be judged.
  const isEmpty = !tops.some(asserts) && counts.evidence + counts.defeaters === 0;
  return { state: worstState(isEmpty ? [...states, 'undeveloped'] : states), counts };
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

/** How a node stands, and what that means for what stands on it. */
interface Standing {
  readonly kind: NodeKind;
  /** The worst that is handed up to it; what it hands up itself. Its own lack of support is in it unless that is meant. */
  readonly handsUp: NodeState;
  /** What the lack of anything that could be checked makes of it; `current` where nothing is lacking. */
  readonly lack: NodeState;
}

function judgeNode(
  node: CaseNode,
  links: readonly LinkState[],
  below: readonly Standing[],
  today: string,
): Standing {
  const { kind } = node;
  const cited = links.filter(({ link }) => link.cited);
  const worst = worstState([
    ...below.map(({ handsUp }) => handsUp),
    ...cited.map(({ state }) => state),
    ...saidOf(node),
  ]);
  const lack = lackOf(node, links, below, today);
  const isMeant = node.undeveloped && isSupportable(kind);
  return { kind, handsUp: isMeant ? worst : worstState([worst, lack]), lack };
}

function lackOf(
  node: CaseNode,
  links: readonly LinkState[],
  below: readonly Standing[],
  today: string,
): NodeState {
  const { kind } = node;
  const needsSupport = isDefeater(kind) || isSupportable(kind) || kind === 'evidence';
  if (!needsSupport || (isDefeater(kind) && (node.defeated || isAccepted(node, today)))) return 'current';
  const ofEvidence = links.filter(({ link }) => link.role === 'evidence');
  if (ofEvidence.some(({ link }) => link.cited)) return 'current';
  const supports = below.filter((child) => isSupportable(child.kind) || child.kind === 'evidence');
  // One that was checked is enough; the others hand up their lack unless it is meant.
  if (supports.some((child) => child.kind === 'evidence' || child.lack === 'current')) return 'current';
  if (kind === 'evidence') return 'unknown';
  if (supports.length > 0) return worstState(supports.map((child) => child.lack));
  if (isDefeater(kind)) return 'challenged';
  // Mentions are not judged for the claim, and what was not judged is not fine.
  return ofEvidence.length > 0 ? 'unknown' : 'undeveloped';
}

function isAccepted({ accepted }: CaseNode, today: string): boolean {
  return accepted !== undefined && acceptanceProblems(accepted, today).length === 0;
}

function isLeftOpen({ undeveloped, kind }: CaseNode, { handsUp, lack }: Standing): boolean {
  return undeveloped && isSupportable(kind) && lack !== 'current' && handsUp === 'current';
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
