import type { Case, CaseNode, NodeKey, NodeReference } from './case.ts';
import { push } from './multimap.ts';
import { NodeMap, pushAt } from './node-map.ts';

/** Names a node across cases. */
export interface NodeRef {
  readonly caseKey: string;
  readonly node: NodeKey;
}

/** A case with the name by which the graph knows it. */
export interface KeyedCase {
  readonly key: string;
  readonly case: Case;
  /** Where it is at home, the narrowest first: of several cases of one name, references mean the one that shares it. Folders, or any other names. */
  readonly homes?: readonly string[];
}

/** What a reference names, whether or not the argument could take it up: one that would close a circle names its node all the same. */
export interface Referred {
  readonly caseKey: string;
  /** Undefined where the case has no such node, or several. */
  readonly node?: NodeKey;
}

/** Why a reference leads nowhere, or somewhere it must not. */
export type ReferenceProblemKind =
  'unknown-node' | 'unknown-case' | 'ambiguous' | 'ambiguous-case' | 'self' | 'cycle' | 'repeated';

export interface ReferenceProblem {
  readonly caseKey: string;
  readonly reference: NodeReference;
  readonly kind: ReferenceProblemKind;
  /** Ids on the way round, for a cycle. */
  readonly path?: readonly string[];
}

/** The argument over all cases: what hangs under what. Free of cycles. */
export interface Graph {
  children(ref: NodeRef): readonly NodeRef[];
  node(ref: NodeRef): CaseNode | undefined;
  /** Nodes from the leaves up: every node behind all of its children. */
  readonly bottomUp: readonly NodeRef[];
  readonly problems: readonly ReferenceProblem[];
  /** What the references of a case name; without those that name no case, or one of several. */
  referred(caseKey: string): ReadonlyMap<NodeReference, Referred>;
}

const NONE: readonly never[] = [];

const idOf = (ref: NodeRef): string => `${ref.caseKey}\0${ref.node}`;
const isSame = (a: NodeRef, b: NodeRef): boolean => a.node === b.node && a.caseKey === b.caseKey;

/**
 * Joins cases into one graph: nesting first, then the references (`supportedBy`, `answers`) that lead to existing nodes. A reference that would close a
 * circle is left out and reported, so that every walk over the graph ends.
 */
export function buildGraph(cases: readonly KeyedCase[]): Graph {
  const nodes = new NodeMap<CaseNode>();
  const refs: NodeRef[] = [];
  const nesting: Edge[] = [];
  for (const { key, case: one } of cases) {
    for (const node of one.nodes) {
      const ref = { caseKey: key, node: node.key };
      if (!nodes.has(ref)) refs.push(ref);
      nodes.set(ref, node);
      for (const parent of node.parents) nesting.push({ from: { caseKey: key, node: parent }, to: ref });
    }
  }
  const { edges, problems, referred } = resolveReferences(cases, nodes);
  const { children, order, circles } = withoutCircles(refs, [...nesting, ...edges]);
  for (const { edge, way } of circles) {
    problems.push({
      ...edge.origin!,
      kind: 'cycle',
      path: way.map((ref) => nodes.get(ref)?.id ?? ref.node),
    });
  }
  return {
    children: (ref) => children.get(ref) ?? NONE,
    node: (ref) => nodes.get(ref),
    bottomUp: order,
    problems,
    referred: (caseKey) => referred.get(caseKey) ?? new Map(),
  };
}

interface Edge {
  readonly from: NodeRef;
  readonly to: NodeRef;
  /** The reference that makes this edge; nesting has none. */
  readonly origin?: { readonly caseKey: string; readonly reference: NodeReference };
}

function resolveReferences(
  cases: readonly KeyedCase[],
  nodes: NodeMap<CaseNode>,
): { edges: Edge[]; problems: ReferenceProblem[]; referred: Map<string, Map<NodeReference, Referred>> } {
  const edges: Edge[] = [];
  const problems: ReferenceProblem[] = [];
  const referred = new Map<string, Map<NodeReference, Referred>>();
  const known = { named: casesByName(cases), nodes, shared: sharedIds(cases) };
  for (const from of cases) {
    const { key, case: one } = from;
    if (one.references.length === 0) continue;
    const named = new Map<NodeReference, Referred>();
    referred.set(key, named);
    const seen = new Set(
      one.nodes.flatMap((node) =>
        node.parents.map(
          (parent) => `${idOf({ caseKey: key, node: parent })}\0${idOf({ caseKey: key, node: node.key })}`,
        ),
      ),
    );
    for (const reference of one.references) {
      const problem = { caseKey: key, reference };
      const found = findTarget(from, reference.target, known);
      if (found.problem !== undefined) {
        if (found.caseKey !== undefined) named.set(reference, { caseKey: found.caseKey });
        problems.push({ ...problem, kind: found.problem });
        continue;
      }
      named.set(reference, found);
      const here = { caseKey: key, node: reference.from };
      const [above, below] = reference.upward ? [found, here] : [here, found];
      const edge = `${idOf(above)}\0${idOf(below)}`;
      if (isSame(above, below)) problems.push({ ...problem, kind: 'self' });
      else if (seen.has(edge)) problems.push({ ...problem, kind: 'repeated' });
      else edges.push({ from: above, to: below, origin: problem });
      seen.add(edge);
    }
  }
  return { edges, problems, referred };
}

/** Ids that several nodes of one case have. In native files a reference is an id as written; the readers of other notations know which node is meant. */
function sharedIds(cases: readonly KeyedCase[]): Set<string> {
  const shared = new Set<string>();
  for (const { key, case: one } of cases) {
    if (one.format !== 'yaml') continue;
    const seen = new Set<string>();
    for (const { id } of one.nodes) {
      if (seen.has(id)) shared.add(idOf({ caseKey: key, node: id }));
      seen.add(id);
    }
  }
  return shared;
}

/** The keys of the cases that an id may stand for in a case. */
export type CasesNamed = (from: KeyedCase, id: string) => readonly string[];

interface Known {
  readonly named: CasesNamed;
  readonly nodes: NodeMap<CaseNode>;
  readonly shared: ReadonlySet<string>;
}

/**
 * What an id of a case stands for where it is written: the case itself if it is called so, else those at the narrowest home that it shares with any. Another
 * folder of a workspace does not change what the references in this one mean.
 */
export function casesByName(cases: readonly KeyedCase[]): CasesNamed {
  const byId = new Map<string, string[]>();
  const byHome = new Map<string, string[]>();
  const nameAt = (home: string, id: string): string => `${home}\0${id}`;
  for (const { key, case: one, homes = [] } of cases) {
    push(byId, one.id, key);
    for (const home of new Set(homes)) push(byHome, nameAt(home, one.id), key);
  }
  return ({ key, case: one, homes = [] }, id) => {
    if (id === one.id) return [key];
    for (const home of homes) {
      const near = byHome.get(nameAt(home, id));
      if (near) return near;
    }
    return byId.get(id) ?? NONE;
  };
}

type FoundTarget =
  | (NodeRef & { readonly problem?: undefined })
  | { readonly caseKey?: string; readonly problem: ReferenceProblemKind };

function findTarget(from: KeyedCase, target: string, { named, nodes, shared }: Known): FoundTarget {
  const here = { caseKey: from.key, node: target };
  if (shared.has(idOf(here))) return { caseKey: from.key, problem: 'ambiguous' };
  if (nodes.has(here)) return here;
  const slash = target.lastIndexOf('/');
  if (slash < 0) return { caseKey: from.key, problem: 'unknown-node' };
  const [caseKey, ...others] = named(from, target.slice(0, slash));
  if (caseKey === undefined) return { problem: 'unknown-case' };
  if (others.length > 0) return { problem: 'ambiguous-case' };
  const there = { caseKey, node: target.slice(slash + 1) };
  if (shared.has(idOf(there))) return { caseKey, problem: 'ambiguous' };
  return nodes.has(there) ? there : { caseKey, problem: 'unknown-node' };
}

interface Circle {
  /** The reference left out to break it. */
  readonly edge: Edge;
  /** From the referring node round to itself. */
  readonly way: readonly NodeRef[];
}

/** Leaves references out until no circle is left. Most arguments have none and need one walk. */
function withoutCircles(
  refs: readonly NodeRef[],
  edges: readonly Edge[],
): { children: NodeMap<readonly NodeRef[]>; order: NodeRef[]; circles: Circle[] } {
  const circles: Circle[] = [];
  const dropped = new Set<Edge>();
  for (;;) {
    const below = new NodeMap<Edge[]>();
    for (const edge of edges) if (!dropped.has(edge)) pushAt(below, edge.from, edge);
    const walk = walkBottomUp(refs, below);
    if (walk.circles.length === 0) {
      const children = new NodeMap<readonly NodeRef[]>();
      for (const list of below.values())
        children.set(
          list[0]!.from,
          list.map((edge) => edge.to),
        );
      return { children, order: walk.order, circles };
    }
    for (const circle of walk.circles) {
      if (dropped.has(circle.edge)) continue;
      dropped.add(circle.edge);
      circles.push(circle);
    }
  }
}

/** Depth first with a stack of its own, since chains of references can be longer than the call stack is deep. */
function walkBottomUp(
  refs: readonly NodeRef[],
  below: NodeMap<Edge[]>,
): { order: NodeRef[]; circles: Circle[] } {
  const order: NodeRef[] = [];
  const circles: Circle[] = [];
  const state = new NodeMap<'open' | 'done'>();
  for (const start of refs) {
    if (state.has(start)) continue;
    const stack: { ref: NodeRef; via?: Edge; next: number }[] = [{ ref: start, next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = below.get(top.ref)?.[top.next++];
      if (!edge) {
        stack.pop();
        state.set(top.ref, 'done');
        order.push(top.ref);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ ref: edge.to, via: edge, next: 0 });
      } else if (state.get(edge.to) === 'open') {
        const from = stack.findIndex(({ ref }) => isSame(ref, edge.to));
        circles.push(circleOf([...stack.slice(from + 1).map(({ via }) => via!), edge]));
      }
    }
  }
  return { order, circles };
}

/** Breaks a circle at its last reference. Nesting alone is a forest, so there is one. */
function circleOf(round: readonly Edge[]): Circle {
  const at = round.findLastIndex((edge) => edge.origin !== undefined);
  const edge = round[at]!;
  const inOrder = [...round.slice(at), ...round.slice(0, at)];
  return { edge, way: [edge.from, ...inOrder.map(({ to }) => to)] };
}
