import type { NodeRef } from '../model/graph.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { awaitsReview } from './reviewable.ts';

/** A node, in its case. */
export interface NodeOfCase {
  readonly case: JudgedCase;
  readonly judged: JudgedNode;
}

/** The node that a reference means; undefined where it is gone. */
export function nodeOf(lookup: Lookup, { caseKey, node }: NodeRef): NodeOfCase | undefined {
  const one = lookup.caseOf(caseKey);
  const judged = one?.nodes.get(node);
  return one && judged && { case: one, judged };
}

/** The node that a link is shown under: the evidence node that it belongs to, or else the one that it supports. */
export function holderOf(one: JudgedCase, { link }: JudgedLink): JudgedNode | undefined {
  return one.nodes.get(link.node ?? link.parent);
}

/** Some nodes and all that stand above them, those of other cases included; takes a time that grows with what it gives. */
export function withAncestors(lookup: Lookup, start: Iterable<JudgedNode>): Set<JudgedNode> {
  const found = new Set<JudgedNode>(start);
  // What is added to a set while it is walked through is walked through, too.
  for (const { parents } of found) {
    for (const parent of parents) {
      const above = nodeOf(lookup, parent)?.judged;
      if (above) found.add(above);
    }
  }
  return found;
}

const awaiting = new WeakMap<Lookup, ReadonlySet<JudgedNode>>();

/** The nodes that have something below them that somebody has to look at; made once for a snapshot. */
export function nodesAwaitingReview(lookup: Lookup): ReadonlySet<JudgedNode> {
  const known = awaiting.get(lookup) ?? withAncestors(lookup, holders(lookup, awaitsReview));
  awaiting.set(lookup, known);
  return known;
}

function* holders(lookup: Lookup, isMeant: (judged: JudgedLink) => boolean): Iterable<JudgedNode> {
  for (const one of lookup.snapshot.cases) {
    for (const judged of one.links.values()) {
      const holder = isMeant(judged) ? holderOf(one, judged) : undefined;
      if (holder) yield holder;
    }
  }
}
