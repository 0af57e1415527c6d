import type { NodeKind } from '../../model/kinds.ts';
import { attackers } from '../attack.ts';
import { nest } from '../nest.ts';
import type { Mention } from '../nest.ts';
import { checkCitation, reportCrossed, reportRepeated, reportTopUse, reportUnderUse } from './citations.ts';
import type { Draft, Drafts, Use } from './drafts.ts';
import type { Entry } from './outline.ts';
import type { Report } from './problem.ts';
import type { Written } from './written.ts';

/** A node that stands under another, by indentation or because it is cited there. */
export interface Named extends Mention<Draft> {
  readonly at: Written;
}

/** A use of a node that makes no part of the tree. */
export interface Reference {
  readonly from: Draft;
  /** The first node of the name, if there is one. */
  readonly to?: Draft;
  readonly at: Written;
}

/** The nodes of a file, joined. */
export interface Argument {
  readonly kinds: ReadonlyMap<Draft, NodeKind>;
  readonly parentOf: ReadonlyMap<Draft, Draft>;
  readonly references: readonly Reference[];
}

/** Joins the nodes of a file: by indentation first, then by where they are cited. */
export function joinDrafts({ nodes, uses, byName }: Drafts, report: Report): Argument {
  const ofEntry = new Map(nodes.map((draft) => [draft.entry, draft]));
  const useOf = new Map(uses.map((use) => [use.entry, use]));
  const owner = (entry: Entry | undefined): Draft | undefined => {
    for (let at = entry; at; at = at.under) {
      const use = useOf.get(at);
      const here = use ? byName.get(use.name) : ofEntry.get(at);
      if (here) return here;
    }
    return undefined;
  };
  const named: Named[] = [];
  for (const draft of nodes) {
    const parent = owner(draft.entry.under);
    const use = draft.entry.under && useOf.get(draft.entry.under);
    if (use) reportUnderUse(draft, use, report);
    if (parent) named.push({ parent, child: draft, at: draft.entry.line.id ?? draft.entry.line.whole });
  }
  const dangling: Reference[] = [];
  for (const use of uses) place(use, owner(use.entry.under), byName.get(use.name), named, dangling, report);
  const { parentOf, others, repeated } = nest(named);
  const attacking = attackers(nodes, parentOf, (draft) => draft.flags.attacks, isSupport);
  const references: Reference[] = [...dangling];
  for (const { parent, child, at } of others) {
    if (attacking.has(parent) && isSupport(child) && !attacking.has(child))
      reportCrossed(parent, child, at, report);
    else references.push({ from: parent, to: child, at });
  }
  for (const { again, first } of repeated) reportRepeated(again, first, report);
  const kinds = new Map(nodes.map((draft) => [draft, kindOf(draft, attacking, parentOf.get(draft))]));
  return { kinds, parentOf, references };
}

function place(
  use: Use,
  parent: Draft | undefined,
  child: Draft | undefined,
  named: Named[],
  dangling: Reference[],
  report: Report,
): void {
  const at = use.entry.line.id!;
  if (child) checkCitation(use, child, report);
  if (!parent) reportTopUse(use, report);
  else if (child) named.push({ parent, child, at });
  else dangling.push({ from: parent, at });
}

function isSupport({ kind }: Draft): boolean {
  return kind === 'claim' || kind === 'strategy' || kind === 'evidence' || kind === 'inference';
}

/** What attacks a strategy is an undercut, what attacks evidence undermines it, everything else rebuts. */
function kindOf(draft: Draft, attacking: ReadonlySet<Draft>, parent: Draft | undefined): NodeKind {
  if (!attacking.has(draft)) return draft.kind;
  if (!draft.flags.attacks || !parent) return 'rebuttal';
  if (parent.kind === 'strategy') return 'undercut';
  return parent.kind === 'evidence' && !attacking.has(parent) ? 'undermine' : 'rebuttal';
}
