import { type Addition, add, isAddedTo, takesEvidence } from '../../formats/editing/add.ts';
import { type TextEdit, applyEdits, differenceBetween } from '../../formats/editing/text-edit.ts';
import type { CaseNode, NodeKey } from '../../model/case.ts';
import type { JudgedCase, JudgedNode } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';

/** What evidence is to be for: a node that is there, or a claim that is to be written. */
export type EvidenceFor = { readonly node: NodeKey } | { readonly words: string; readonly below?: NodeKey };

/** The edit, and the claim that is new; or why there is none: a sentence. */
export type EvidenceAdded =
  { readonly edit: TextEdit; readonly claim?: CaseNode } | { readonly refused: string };

/** Whether evidence can be written below a node of a case. */
export function canTakeEvidence(one: JudgedCase, { node }: JudgedNode): boolean {
  return isAddedTo(one.case.format) && takesEvidence(node);
}

/** Whether claims can be written into a case itself, and not just below others. */
export function canTakeTopClaims({ case: { format } }: JudgedCase): boolean {
  return format === 'yaml';
}

/** The one edit that makes something evidence of a claim, which is written first if it is not there yet. */
export function addEvidence(
  caseId: string,
  wanted: EvidenceFor,
  locator: string,
  { text, reread }: ClaimText,
): EvidenceAdded {
  if ('node' in wanted) {
    const result = addTo(text, caseId, { is: 'evidence', to: wanted.node, locator }, reread);
    return 'refused' in result ? result : { edit: differenceBetween(text, result.text) };
  }
  const { words, below } = wanted;
  const claim = addTo(text, caseId, { is: 'claim', words, ...(below !== undefined && { below }) }, reread);
  if ('refused' in claim) return claim;
  const result = addTo(claim.text, caseId, { is: 'evidence', to: claim.node!.key, locator }, reread);
  if ('refused' in result) return result;
  return { edit: differenceBetween(text, result.text), claim: claim.node! };
}

function addTo(
  text: string,
  caseId: string,
  addition: Addition,
  reread: ClaimText['reread'],
): { readonly text: string; readonly node?: CaseNode } | { readonly refused: string } {
  const result = add(text, caseId, addition, (other) => reread(other));
  if (result.kind === 'refused') return { refused: result.why };
  return { text: applyEdits(text, result.edits), ...(result.node && { node: result.node }) };
}
