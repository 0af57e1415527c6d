import type { DiagramNode, DiagramRelation } from '../../model/diagram.ts';
import { type DiagramGraph, reach } from './diagram-graph.ts';

/** What a person chose to see of a diagram. */
export interface Choice {
  /** Nodes whose lower parts are folded away. */
  readonly collapsed: ReadonlySet<string>;
  /** The one node that matters: only it, what is above and what is below are shown. */
  readonly focus?: string;
}

/** What of a diagram is to be seen. */
export interface VisibleDiagram {
  readonly nodes: readonly DiagramNode[];
  readonly relations: readonly DiagramRelation[];
  /** For folded nodes: how many nodes they hide. */
  readonly hidden: ReadonlyMap<string, number>;
}

/** More boxes than this are not shown at first: nobody reads them, and they take long to lay out. */
export const MOST_AT_FIRST = 500;

/** Leaves out what is folded away and what the focus has nothing to do with. */
export function visibleDiagram(graph: DiagramGraph, { collapsed, focus }: Choice): VisibleDiagram {
  const inFocus = focus === undefined || !graph.node(focus) ? undefined : relatives(graph, focus);
  const isWanted = (key: string): boolean => inFocus?.has(key) ?? true;
  const roots = graph.roots.filter(isWanted);
  // What leads to the focus stays open, or one would not see it.
  const ancestors =
    inFocus && focus !== undefined
      ? reach([focus], (key) => graph.above(key).map(({ from }) => from))
      : undefined;
  const isOpen = (key: string): boolean => !collapsed.has(key) || (ancestors?.has(key) ?? false);
  const seen = reach(roots, (key) =>
    isOpen(key) ? graph.below(key).flatMap(({ to }) => (isWanted(to) ? [to] : [])) : [],
  );
  const hidden = new Map<string, number>();
  for (const key of seen) {
    if (isOpen(key)) continue;
    const lost = [...reach([key], (each) => graph.below(each).map(({ to }) => to))].filter(
      (each) => !seen.has(each) && isWanted(each),
    ).length;
    if (lost > 0) hidden.set(key, lost);
  }
  return {
    nodes: graph.data.nodes.filter(({ key }) => seen.has(key)),
    relations: graph.data.relations.filter(
      // Where all that a folded node stands on is seen elsewhere, there is nothing to fold.
      ({ from, to }) => seen.has(from) && seen.has(to) && !hidden.has(from),
    ),
    hidden,
  };
}

function relatives(graph: DiagramGraph, focus: string): Set<string> {
  const above = reach([focus], (key) => graph.above(key).map(({ from }) => from));
  const below = reach([focus], (key) => graph.below(key).map(({ to }) => to));
  return new Set([...above, ...below]);
}

/**
 * What is folded when a diagram opens: nothing where it is small; else all below the last level at which it still is. Unfolding then shows
 * one level more.
 *
 * @param most boxes to be seen at first
 */
export function foldedAtFirst(graph: DiagramGraph, most = MOST_AT_FIRST): Set<string> {
  if (graph.data.nodes.length <= most) return new Set();
  const folded = new Set<string>();
  const depths = depthsOf(graph);
  const perLevel: number[] = [];
  for (const depth of depths.values()) perLevel[depth] = (perLevel[depth] ?? 0) + 1;
  let shown = 0;
  const last = perLevel.findIndex((number) => (shown += number) > most) - 1;
  for (const [key, depth] of depths) {
    if (depth >= Math.max(0, last) && graph.below(key).length > 0) folded.add(key);
  }
  return folded;
}

/** How many steps each node is away from a top. */
function depthsOf(graph: DiagramGraph): Map<string, number> {
  const depths = new Map(graph.roots.map((key) => [key, 0]));
  // A map goes on over what is added to it on the way.
  for (const [key, depth] of depths) {
    for (const { to } of graph.below(key)) if (!depths.has(to)) depths.set(to, depth + 1);
  }
  return depths;
}

/** What has to be unfolded so that a node is to be seen: the way to it from the top. Undefined where there is no such node. */
export function unfoldedFor(graph: DiagramGraph, key: string, collapsed: ReadonlySet<string>): Set<string> {
  const left = new Set(collapsed);
  for (let at = graph.above(key)[0]; at; at = graph.above(at.from)[0]) left.delete(at.from);
  return left;
}
