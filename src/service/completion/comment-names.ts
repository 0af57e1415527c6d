import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { push } from '../../model/multimap.ts';
import { isTakenAsGiven } from '../../model/taken-as-given.ts';
import { stateWord } from '../../model/state-words.ts';
import type { Position } from '../../model/text.ts';
import { type NameInComment, nameInComment } from '../../project/comments/name-at.ts';
import type { JudgedCase, JudgedNode } from '../../project/snapshot.ts';
import { casesAround } from '../code-comments.ts';
import { hasInOrder } from '../in-order.ts';
import type { Lookup } from '../lookup.ts';
import { kindLabel } from '../wording.ts';
import { sortable } from './ids.ts';
import { ITEM_KIND, type ItemData } from './request.ts';

/** How many names are offered at once; the more is typed, the fewer there are. */
const MOST = 500;

/** A node that a comment can name. */
interface Named {
  readonly case: JudgedCase;
  readonly judged: JudgedNode;
}

/**
 * The names that can be written in a comment of code behind `warrant:`: ids, with that of the case where several cases have one, or where a `/` was typed. First
 * those that list the place as evidence, then those that list another part of the file. Undefined elsewhere; takes a time that grows with the argument.
 *
 * @param file absolute, with `/`
 * @param text the file as the editor has it now
 */
export function completeInComment(
  lookup: Lookup,
  file: string,
  text: string,
  position: Position,
): CompletionList | undefined {
  const written = nameInComment(file, text, position);
  if (!written || lookup.snapshot.claimFiles.includes(file)) return undefined;
  const byId = new Map<string, Named[]>();
  for (const one of casesAround(lookup, file))
    for (const judged of one.nodes.values())
      if (!judged.node.derived) push(byId, judged.node.id, { case: one, judged });
  const rank = rankingAt(lookup, file, written);
  const qualifies = written.typed.includes('/');
  const typed = written.typed.toLowerCase();
  const known = new Set(written.others);
  // Only what is offered is made, as there may be thousands.
  const near: (() => CompletionItem)[] = [];
  const further: (() => CompletionItem)[] = [];
  for (const nodes of byId.values()) {
    for (const named of nodes) {
      const { node } = named.judged;
      const full = `${named.case.case.id}/${node.id}`;
      if (known.has(full) || (nodes.length === 1 && known.has(node.id))) continue;
      const name = qualifies || nodes.length > 1 ? full : node.id;
      // Words of the text find it as well, and the case whether or not it has to be named.
      const filterText = name === full ? `${name} ${node.text}` : `${name} ${full} ${node.text}`;
      if (typed !== '' && !hasInOrder(filterText.toLowerCase(), typed)) continue;
      const rankHere = rank(named.judged);
      const items = rankHere < ELSEWHERE ? near : further;
      if (items.length <= MOST) items.push(() => itemOf(named, { name, filterText }, rankHere, written));
    }
  }
  const all = [...near, ...further];
  return { items: all.slice(0, MOST).map((make) => make()), isIncomplete: all.length > MOST };
}

function itemOf(
  { case: one, judged }: Named,
  { name, filterText }: { readonly name: string; readonly filterText: string },
  rank: number,
  { range }: NameInComment,
): CompletionItem {
  const { node, state } = judged;
  const data: ItemData = { is: 'node', case: one.key, node: node.key };
  const kind = kindLabel(node);
  return {
    label: name,
    labelDetails: { description: node.text },
    kind: ITEM_KIND.reference,
    detail: isTakenAsGiven(node, judged) ? kind : `${kind} · ${stateWord(state)}`,
    sortText: `${rank}${sortable(name)}`,
    filterText,
    textEdit: { range, newText: name },
    data,
  };
}

const ELSEWHERE = 2;

/** How near a node is to the comment: it lists the place as evidence, or the file or another part of it, or neither. */
function rankingAt(lookup: Lookup, file: string, { lines }: NameInComment): (judged: JudgedNode) => number {
  const ranks = new Map<JudgedNode, number>();
  for (const { judged, target, node } of lookup.supportsOf(file)) {
    if (!judged.link.cited) continue;
    const isHere = lines.some((line) => target.startLine <= line && line <= target.endLine);
    const rank = isHere && !target.whole && target.startLine > 0 ? 0 : 1;
    ranks.set(node, Math.min(rank, ranks.get(node) ?? rank));
  }
  return (judged) => ranks.get(judged) ?? (CLAIMS.has(judged.node.kind) ? ELSEWHERE : ELSEWHERE + 1);
}

/** What code is written for, most of the time. */
const CLAIMS: ReadonlySet<string> = new Set(['claim', 'control']);
