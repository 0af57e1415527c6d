import { canMoveIn, moveNode } from '../../formats/editing/move-node.ts';
import type { TextEdit } from '../../formats/editing/text-edit.ts';
import type { NodeKey } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import { aKind } from '../../model/kinds.ts';
import { baseName } from '../../model/paths.ts';
import { whyNotUnder } from '../../rules/illegal-parent.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';

/** What is to hang elsewhere: a node with all below it, or a link that belongs to no node of its own. */
export type MovedPart = { readonly node: JudgedNode } | { readonly link: JudgedLink };

/** Why a part of a case cannot hang under a node of it, or at its top, as a sentence; undefined where nothing but the text may forbid it. */
export function whyNotMove(
  one: JudgedCase,
  part: MovedPart,
  target: JudgedNode | undefined,
): string | undefined {
  const written = 'node' in part ? part.node.node : part.link.link;
  const name = nameOf(part);
  const [from, to] = [fileOf(one, written), target ? fileOf(one, target.node) : one.file];
  if (from !== to)
    return `${name} is written in ${baseName(from)}, and ${target?.node.id ?? 'the top of the case'} in ${baseName(to)}: Warrant does not move from file to file. Move the text by hand, or refer to it with supportedBy.`;
  if ('link' in part && !part.link.link.cited)
    return `${name} is only mentioned, so there is nothing to move. Cite it as evidence first.`;
  if (!target)
    return 'link' in part || part.node.node.kind === 'evidence'
      ? 'Evidence stands under the claim that it supports, not at the top of the case.'
      : undefined;
  const kind = 'node' in part ? part.node.node.kind : 'evidence';
  const why = whyNotUnder(kind, target.node.kind);
  if (why !== undefined)
    return `${name} is ${aKind(kind)} and cannot stand under ${target.node.id}, ${aKind(target.node.kind)}. ${why}`;
  if (!canMoveIn(one.case.format))
    return `Warrant moves claims in YAML and Markdown, and not in this notation. Move the text by hand.`;
  return undefined;
}

/** The edits that hang a part of a case under a node of it, or put it to its top, or the sentence that says why there are none. */
export function movePart(
  one: JudgedCase,
  part: MovedPart,
  target: JudgedNode | undefined,
  { text, read, reread }: ClaimText,
): readonly TextEdit[] | string {
  const why = whyNotMove(one, part, target);
  if (why !== undefined) return why;
  const what = 'node' in part ? { node: part.node.node.key } : { link: part.link.link.key };
  const to: NodeKey | undefined = target?.node.key;
  return (
    moveNode(text, read, { case: one.case.id, what, to }, reread) ??
    `${nameOf(part)} cannot be moved ${target ? `under ${target.node.id}` : 'to the top'} without changing something else that the file says. Move the text by hand.`
  );
}

function nameOf(part: MovedPart): string {
  if ('link' in part) return part.link.link.locator;
  const { id, text, derived } = part.node.node;
  return derived ? `“${text}”` : id;
}
