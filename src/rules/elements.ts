import type { Case, CaseNode, EvidenceLink, NodeKey } from '../model/case.ts';
import type { Graph, NodeRef } from '../model/graph.ts';
import { isSupportable } from '../model/kinds.ts';
import { push } from '../model/multimap.ts';

/** A node with what stands around it, other cases included. */
export interface Element {
  readonly node: CaseNode;
  /** Directly below it, by nesting and by reference. */
  readonly children: readonly CaseNode[];
  /** Directly above it, likewise. */
  readonly parents: readonly CaseNode[];
  /** The links at it, as propagation counts them: those of an evidence node are at that and not at its claim. */
  readonly links: readonly EvidenceLink[];
}

/**
 * The nodes of a case with what stands around them.
 *
 * @param parentsOf what a node hangs under, in any case
 */
export function elementsOf(
  key: string,
  one: Case,
  graph: Graph,
  parentsOf: (ref: NodeRef) => readonly NodeRef[],
): Element[] {
  const links = new Map<NodeKey, EvidenceLink[]>();
  for (const link of one.evidence) push(links, link.node ?? link.parent, link);
  const nodesAt = (refs: readonly NodeRef[]): CaseNode[] => refs.flatMap((ref) => graph.node(ref) ?? []);
  return one.nodes.map((node) => {
    const ref: NodeRef = { caseKey: key, node: node.key };
    return {
      node,
      children: nodesAt(graph.children(ref)),
      parents: nodesAt(parentsOf(ref)),
      links: links.get(node.key) ?? [],
    };
  });
}

/** Something that can hold stands below: a claim, a strategy, a control, or cited evidence. The same as for a node's state. */
export function isSupported({ children, links }: Element): boolean {
  return (
    children.some(({ kind }) => isSupportable(kind) || kind === 'evidence') ||
    links.some(({ cited, role }) => cited && role === 'evidence')
  );
}
