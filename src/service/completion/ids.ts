import type { CompletionItem } from 'vscode-languageserver-protocol';
import { casesByName } from '../../model/graph.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { stateWord } from '../../model/state-words.ts';
import type { JudgedCase, JudgedNode } from '../../project/snapshot.ts';
import { hasInOrder } from '../in-order.ts';
import { nodeTitle } from '../wording.ts';
import { type CompletionRequest, type Completions, ITEM_KIND, type ItemData } from './request.ts';

/** How many nodes of other cases are offered at once; the more is typed, the fewer there are. */
const MOST_OTHERS = 200;
const MOST_OWN = 2000;

/** The nodes that can be named here: those of the case by their ids, others as `case/ID`. Those that would close a circle are left out. */
export function nodeItems(request: CompletionRequest, likely: readonly NodeKind[]): Completions {
  const { case: own, lookup } = request;
  const typed = request.place.typed.toLowerCase();
  const items: CompletionItem[] = [];
  const around = own ? nodesAround(request, own) : new Set<string>();
  for (const judged of own?.nodes.values() ?? []) {
    const { id, key, derived } = judged.node;
    if (derived || (around.has(key) && id !== request.place.typed)) continue;
    if (items.length >= MOST_OWN) return { items, isIncomplete: true };
    items.push(itemOf(request, own!, judged, id, likely));
  }
  // Only native files can name the nodes of others.
  if (own && own.case.format !== 'yaml') return { items, isIncomplete: false };
  const named = casesByName(lookup.snapshot.cases);
  let others = 0;
  for (const one of lookup.snapshot.cases) {
    if (one === own || one.case.format !== 'yaml') continue;
    // A name that means another case, or several, is no way to this one.
    if (own && named(own, one.case.id).some((key) => key !== one.key)) continue;
    for (const judged of one.nodes.values()) {
      if (judged.node.derived) continue;
      const name = `${one.case.id}/${judged.node.id}`;
      if (!hasInOrder(`${name} ${judged.node.text}`.toLowerCase(), typed)) continue;
      if (others++ >= MOST_OTHERS) return { items, isIncomplete: true };
      items.push(itemOf(request, one, judged, name, likely));
    }
  }
  return { items, isIncomplete: false };
}

function itemOf(
  { range, case: own }: CompletionRequest,
  one: JudgedCase,
  { node, state }: JudgedNode,
  name: string,
  likely: readonly NodeKind[],
): CompletionItem {
  const rank = likely.length === 0 || likely.includes(node.kind) ? 0 : 1;
  const data: ItemData = { is: 'node', case: one.key, node: node.key };
  return {
    label: name,
    labelDetails: { description: node.text },
    kind: ITEM_KIND.reference,
    detail: stateWord(state),
    sortText: `1${one === own ? 0 : 1}${rank}${sortable(name)}`,
    filterText: `${name} ${nodeTitle(node)}`,
    textEdit: { range, newText: name },
    data,
  };
}

/** What sorts `C2` before `C10`. */
export function sortable(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** The node that is written at, what stands above it, and what stands directly below it already. */
function nodesAround({ place }: CompletionRequest, own: JudgedCase): Set<string> {
  const found = new Set<string>();
  const start = own.case.nodes.find(({ id }) => id === place.node);
  const open = start ? [start.key] : [];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    open.push(...(own.nodes.get(key)?.node.parents ?? []));
  }
  for (const { node } of own.nodes.values())
    if (start && node.parents.includes(start.key)) found.add(node.key);
  return found;
}
