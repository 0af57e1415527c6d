import { say } from '../../l10n/say.ts';
import type { CaseNode, NodeKey } from '../../model/case.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { Loss } from './writer.ts';

/** What a notation demands of ids. */
export interface IdRules {
  /** Whether an id can be written as it is, for a node of this kind. */
  readonly allows: (id: string, kind: NodeKind) => boolean;
  /** An id that is allowed, for a node whose own is not or is taken; called with 1, 2, 3 … until one is free. */
  readonly instead: (node: CaseNode, number: number) => string;
}

/** The ids that nodes have in the written text. */
export interface GivenNames {
  readonly ids: ReadonlyMap<NodeKey, string>;
  /** Nodes that had to be called otherwise than their authors did. */
  readonly losses: readonly Loss[];
}

/** Gives each node of one case an id of its own that the notation allows: the author's, wherever possible. */
export function giveNames(nodes: readonly CaseNode[], { allows, instead }: IdRules): GivenNames {
  const ids = new Map<NodeKey, string>();
  const taken = new Set<string>();
  for (const { key, id, kind } of nodes) {
    if (taken.has(id) || !allows(id, kind)) continue;
    ids.set(key, id);
    taken.add(id);
  }
  const losses: Loss[] = [];
  for (const node of nodes) {
    if (ids.has(node.key)) continue;
    let number = 1;
    let id = instead(node, number);
    while (taken.has(id)) id = instead(node, ++number);
    ids.set(node.key, id);
    taken.add(id);
    if (node.derived) continue;
    const message = allows(node.id, node.kind)
      ? say('{0}: its id, {1}, which another node has, too', id, node.id)
      : say('{0}: its id, {1}, which cannot be written here', id, node.id);
    losses.push({ message, node: id });
  }
  return { ids, losses };
}
