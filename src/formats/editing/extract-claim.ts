import { say } from '../../l10n/say.ts';
import type { CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import type { ReadResult } from '../format.ts';
import { add } from './add.ts';
import { moveNode } from './move-node.ts';
import { type TextEdit, applyEdits, differenceBetween } from './text-edit.ts';

/** The edit that writes a claim with some of the evidence of another one, and the claim; or why there is none: a sentence. */
export type Extracted =
  | { readonly edit: TextEdit; readonly claim: CaseNode; readonly after: ReadResult }
  | { readonly refused: string };

/**
 * Writes a new claim below another one, and hangs some of the evidence of that under it. Each step was read back.
 *
 * @param links keys of links of the other claim; none for a claim without evidence
 */
export function extractClaim(
  text: string,
  place: { readonly case: string; readonly below: NodeKey },
  words: string,
  links: readonly EvidenceLink['key'][],
  read: (text: string) => ReadResult,
): Extracted {
  const added = add(text, place.case, { is: 'claim', words, below: place.below }, read);
  if (added.kind === 'refused') return { refused: added.why };
  const claim = added.node!;
  let now = applyEdits(text, added.edits);
  let after = added.after;
  // The places of links stay what they are while their parents change; their keys may not.
  const one = read(text).cases.find(({ id }) => id === place.case)!;
  const wanted = one.evidence.filter(({ key }) => links.includes(key));
  const moved = new Set<string>();
  for (const { locator } of wanted) {
    const link = after.cases
      .find(({ id }) => id === place.case)
      ?.evidence.find((each) => each.locator === locator && each.parent === place.below && each.cited);
    if (!link) return { refused: say('{0} is not there any more. Try again.', locator) };
    const ofNode = link.node === undefined || link.node === link.parent ? undefined : link.node;
    if (ofNode !== undefined && moved.has(ofNode)) continue;
    const what = ofNode === undefined ? { link: link.key } : { node: ofNode };
    const edits = moveNode(now, after, { case: place.case, what, to: claim.key }, read);
    if (!edits)
      return {
        refused: say(
          '{0} cannot be moved below a new claim here without changing something else. Write the claim by hand.',
          locator,
        ),
      };
    if (ofNode !== undefined) moved.add(ofNode);
    now = applyEdits(now, edits);
    after = read(now);
  }
  return { edit: differenceBetween(text, now), claim, after };
}
