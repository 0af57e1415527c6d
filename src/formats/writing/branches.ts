import { say } from '../../l10n/say.ts';
import type { Case, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import { push } from '../../model/multimap.ts';
import { type IdRules, giveNames } from './names.ts';
import type { Loss } from './writer.ts';

/** A node with all that is written below it. */
export interface Branch {
  readonly node: CaseNode;
  /** Its id in the written text, where no other node has it. */
  readonly id: string;
  readonly children: readonly Branch[];
  /** Links of the node itself: those of its evidence, or of a claim's evidence that has no id. Mentions are left out. */
  readonly links: readonly EvidenceLink[];
  /** Where a threat meets the code. */
  readonly entryPoints: readonly EvidenceLink[];
  /** Nodes that support it and are written elsewhere: their ids, or `case/id`. */
  readonly supportedBy: readonly string[];
  /** Those of them that say so themselves, by `answers` or `threatens`. */
  readonly answeredBy: readonly string[];
  /** The nodes of which this one says so, those of other cases included. */
  readonly hangsUnder: readonly string[];
}

/** A case as notations that nest can write it: each node once, below the first that it supports. */
export interface CaseBranches {
  readonly roots: readonly Branch[];
  readonly losses: readonly Loss[];
}

/** Turns a case into branches. Nodes whose id cannot be written, or is taken, get another one, which is a loss. */
export function branchesOf(one: Case, rules: IdRules): CaseBranches {
  const { ids, losses } = giveNames(one.nodes, rules);
  const children = new Map<NodeKey, CaseNode[]>();
  const elsewhere = new Map<NodeKey, string[]>();
  const roots: CaseNode[] = [];
  for (const node of one.nodes) {
    const [home, ...others] = node.parents.filter((parent) => ids.has(parent));
    if (home === undefined) roots.push(node);
    else push(children, home, node);
    for (const other of others) push(elsewhere, other, ids.get(node.key)!);
  }
  const above = new Map<NodeKey, string[]>();
  const answered = new Map<NodeKey, string[]>();
  for (const { from, target, upward } of one.references) {
    const there = ids.get(target);
    if (!upward) push(elsewhere, from, there ?? target);
    else {
      push(above, from, there ?? target);
      if (there !== undefined) push(answered, target, ids.get(from)!);
    }
  }
  const links = new Map<NodeKey, EvidenceLink[]>();
  const mentions: Loss[] = [];
  for (const link of one.evidence) {
    const home = link.node ?? link.parent;
    if (link.cited) push(links, home, link);
    else mentions.push(mentionLost(link, ids.get(home) ?? home));
  }
  const supportsOf = (key: NodeKey): string[] => [
    ...new Set([...(elsewhere.get(key) ?? []), ...(answered.get(key) ?? [])]),
  ];
  const branch = (node: CaseNode): Branch => {
    const own = links.get(node.key) ?? [];
    return {
      node,
      id: ids.get(node.key)!,
      children: (children.get(node.key) ?? []).map(branch),
      links: own.filter(({ role }) => role === 'evidence'),
      entryPoints: own.filter(({ role }) => role === 'entry-point'),
      supportedBy: supportsOf(node.key),
      answeredBy: answered.get(node.key) ?? [],
      hangsUnder: [...new Set(above.get(node.key))],
    };
  };
  return { roots: roots.map(branch), losses: [...losses, ...mentions] };
}

function mentionLost({ locator }: EvidenceLink, node: string): Loss {
  return { message: say('{0}: {1}, which is only mentioned and not cited as evidence', node, locator), node };
}
