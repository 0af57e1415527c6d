import { say } from '../l10n/say.ts';
import { movePart } from '../project/editing/move-part.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import { fileOf } from '../model/file-of.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { withAncestors } from './tree-ancestors.ts';
import { toUri } from './uris.ts';
import type { MoveAnswer, ReviewTarget } from './views.ts';
import { textEdits } from './workspace-edit.ts';
import { briefName } from './wording.ts';

/**
 * The edits that hang a claim, evidence or anything else of a case under another node of it, or put it to the top of the case, or why they cannot.
 *
 * @param textOf the file as it is now, unsaved text included
 */
export function moveAnswer(
  lookup: Lookup,
  what: ReviewTarget,
  to: ReviewTarget,
  textOf: (file: string) => ClaimText | undefined,
): MoveAnswer {
  const one = lookup.caseOf(what.case);
  const part = one && partOf(one, what);
  if (!one || !part) return { refused: say('What was to be moved is not there any more. Try again.') };
  if (to.case !== what.case)
    return {
      refused: say(
        '{0} can be moved within its case only. To use it in another case, refer to it there with supportedBy.',
        nameOf(part),
      ),
    };
  if (to.link !== undefined)
    return { refused: say('Nothing can hang under a link. Choose the claim that it supports.') };
  const target = to.node === undefined ? undefined : one.nodes.get(to.node);
  if (to.node !== undefined && !target)
    return { refused: say('The claim to move it under is not there any more. Try again.') };
  const why = whyNowhere(lookup, part, target);
  if (why !== undefined) return { refused: why };
  const file = fileOf(one, 'node' in part ? part.node.node : part.link.link);
  const claimText = textOf(file);
  if (!claimText)
    return {
      refused: say(
        'This case is a picture, which cannot be edited here. Move the shape in your drawing tool.',
      ),
    };
  const edits = movePart(one, part, target, claimText);
  if (typeof edits === 'string') return { refused: edits };
  return { uri: toUri(file), edits: textEdits({ text: claimText.text, edits }) };
}

type Part = { readonly node: JudgedNode } | { readonly link: JudgedLink };

/** An evidence node is moved as that also where only its link is named. */
function partOf(one: JudgedCase, { link: linkKey, node: nodeKey }: ReviewTarget): Part | undefined {
  if (linkKey === undefined) {
    const node = nodeKey === undefined ? undefined : one.nodes.get(nodeKey);
    return node && { node };
  }
  const link = one.links.get(linkKey);
  const owner = link?.link.node === undefined ? undefined : one.nodes.get(link.link.node);
  return owner ? { node: owner } : link && { link };
}

/** Why a part cannot hang there whatever the text is: it does already, or would hang under itself. */
function whyNowhere(lookup: Lookup, part: Part, target: JudgedNode | undefined): string | undefined {
  const name = nameOf(part);
  if (!target)
    return 'node' in part && part.node.node.parents.length === 0
      ? say('{0} stands at the top of the case already.', name)
      : undefined;
  const above = 'node' in part ? part.node.node.parents : [part.link.link.parent];
  const isThere = above.includes(target.node.key) && above.length === 1;
  if (isThere) return say('{0} hangs under {1} already.', name, briefName(target.node));
  if ('link' in part) return undefined;
  if (part.node === target) return say('{0} cannot hang under itself.', name);
  if (withAncestors(lookup, [target]).has(part.node))
    return say('{0} cannot hang under {1}, which hangs under {0} itself.', name, briefName(target.node));
  return undefined;
}

function nameOf(part: Part): string {
  return 'node' in part ? briefName(part.node.node) : part.link.link.locator;
}
