import { canMoveIn, moveNode } from '../../formats/editing/move-node.ts';
import type { TextEdit } from '../../formats/editing/text-edit.ts';
import { say } from '../../l10n/say.ts';
import type { CaseNode, NodeKey } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import { type NodeKind, aKind } from '../../model/kinds.ts';
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
    return target
      ? say(
          '{0} is written in {1}, and {2} in {3}: Warrant does not move from file to file. Move the text by hand, or refer to it with supportedBy.',
          name,
          baseName(from),
          target.node.id,
          baseName(to),
        )
      : say(
          '{0} is written in {1}, and the top of the case in {2}: Warrant does not move from file to file. Move the text by hand, or refer to it with supportedBy.',
          name,
          baseName(from),
          baseName(to),
        );
  if ('link' in part && !part.link.link.cited)
    return say('{0} is only mentioned, so there is nothing to move. Cite it as evidence first.', name);
  if (!target)
    return 'link' in part || part.node.node.kind === 'evidence'
      ? say('Evidence stands under the claim that it supports, not at the top of the case.')
      : undefined;
  const kind = 'node' in part ? part.node.node.kind : 'evidence';
  const why = whyNotUnder(kind, target.node.kind);
  if (why !== undefined) return `${sayNotUnder(name, kind, target.node)} ${why}`;
  if (!canMoveIn(one.case.format))
    return say('Warrant moves claims in YAML and Markdown, and not in this notation. Move the text by hand.');
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
  return moveNode(text, read, { case: one.case.id, what, to }, reread) ?? sayUnmovable(nameOf(part), target);
}

function sayNotUnder(name: string, kind: NodeKind, above: CaseNode): string {
  return say('{0} is {1} and cannot stand under {2}, {3}.', name, aKind(kind), above.id, aKind(above.kind));
}

function sayUnmovable(name: string, target: JudgedNode | undefined): string {
  return target
    ? say(
        '{0} cannot be moved under {1} without changing something else that the file says. Move the text by hand.',
        name,
        target.node.id,
      )
    : say(
        '{0} cannot be moved to the top without changing something else that the file says. Move the text by hand.',
        name,
      );
}

function nameOf(part: MovedPart): string {
  if ('link' in part) return part.link.link.locator;
  const { id, text, derived } = part.node.node;
  return derived ? say('“{0}”', text) : id;
}
