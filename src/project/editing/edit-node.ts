import { addRequirement } from '../../formats/editing/add-requirement.ts';
import type { ChangedText } from '../../formats/editing/change-node.ts';
import { extractClaim } from '../../formats/editing/extract-claim.ts';
import { giveId } from '../../formats/editing/give-id.ts';
import { markUndeveloped } from '../../formats/editing/mark-undeveloped.ts';
import { quoteText } from '../../formats/editing/quote-text.ts';
import type { NodeKey } from '../../model/case.ts';
import { isSupportable } from '../../model/kinds.ts';
import { nextId } from '../authoring/next-id.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../snapshot.ts';
import { carryBetween, carryReviews } from './carry-reviews.ts';
import type { ClaimText } from './claim-text.ts';
import type { FileEdits, Texts } from './file-edits.ts';

/** An edit of a claim, and what it writes. */
export interface NodeEdited {
  readonly files: readonly FileEdits[];
  /** The id that is new. */
  readonly id: string;
}

/** Gives a node that has no id the next free one; undefined where it has one, or there is no way to. Its reviews stay its own. */
export async function giveNextId(
  one: JudgedCase,
  { node }: JudgedNode,
  claimText: ClaimText,
  texts: Texts,
): Promise<NodeEdited | undefined> {
  if (!node.derived) return undefined;
  const id = nextId(one.case, claimText.text, node.kind);
  const place = { case: one.case.id, node: node.key };
  const changed = giveId(claimText.text, place, id, (text) => claimText.reread(text));
  return changed && { files: await withReviews(one, claimText, changed, texts), id };
}

/** Whether a node can say that it is undeveloped on purpose: a claim with nothing below it. */
export function canBeUndeveloped(one: JudgedCase, { node, children, links }: JudgedNode): boolean {
  const isLeaf = children.length === 0 && !links.some((key) => one.links.get(key)?.link.cited);
  return isSupportable(node.kind) && (node.undeveloped || isLeaf);
}

/** Says of a claim that it is undeveloped on purpose, or takes that back. */
export async function toggleUndeveloped(
  one: JudgedCase,
  { node }: JudgedNode,
  claimText: ClaimText,
  texts: Texts,
): Promise<readonly FileEdits[] | undefined> {
  const place = { case: one.case.id, node: node.key };
  const changed = markUndeveloped(claimText.text, place, !node.undeveloped, (text) => claimText.reread(text));
  return changed && withReviews(one, claimText, changed, texts);
}

/**
 * Puts quotes around the text of a node that YAML cuts off; undefined for other texts. Its reviews stay as they are: whoever wrote them read
 * another claim.
 */
export function quoteWhole(
  one: JudgedCase,
  { node }: JudgedNode,
  { file, text, reread }: ClaimText,
): FileEdits | undefined {
  const place = { case: one.case.id, node: node.key };
  const changed = quoteText(text, place, (other) => reread(other));
  return changed && { file, text, edits: changed.edits };
}

/** Says of a claim that it satisfies a requirement; undefined where that cannot be written. @param requirement such as `OWASP-2021:A03` */
export function addSatisfied(
  one: JudgedCase,
  { node }: JudgedNode,
  requirement: string,
  { file, text, reread }: ClaimText,
): FileEdits | undefined {
  const place = { case: one.case.id, node: node.key };
  const changed = addRequirement(text, place, requirement, (other) => reread(other));
  return changed && { file, text, edits: changed.edits };
}

/** Writes a claim below another, with some of its evidence; or says why not. */
export function extractBelow(
  one: JudgedCase,
  below: NodeKey,
  words: string,
  links: readonly JudgedLink['link']['key'][],
  claimText: ClaimText,
): NodeEdited | { readonly refused: string } {
  const place = { case: one.case.id, below };
  const result = extractClaim(claimText.text, place, words, links, (text) => claimText.reread(text));
  if ('refused' in result) return result;
  return { files: [{ ...claimText, edits: [result.edit] }], id: result.claim.id };
}

async function withReviews(
  one: JudgedCase,
  { file, text, read }: ClaimText,
  { edits, after }: ChangedText,
  texts: Texts,
): Promise<FileEdits[]> {
  const own = { file, text, edits };
  return file === one.file ? [own, ...(await carryReviews(file, carryBetween(read, after), texts))] : [own];
}
