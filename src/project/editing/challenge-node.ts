import { type ChallengeResult, challenge } from '../../formats/editing/challenge.ts';
import type { NodeKey } from '../../model/case.ts';
import type { JudgedCase } from '../snapshot.ts';
import type { ClaimText } from './claim-text.ts';

export type { ChallengeResult } from '../../formats/editing/challenge.ts';

/**
 * The edits that write a challenge of a node. Evidence is attacked itself where the notation can say so, else the claim that it is for.
 *
 * @param fallback the node to attack where that cannot be written
 */
export function challengeNode(
  one: JudgedCase,
  node: NodeKey,
  fallback: NodeKey | undefined,
  words: string,
  { text, reread }: ClaimText,
): ChallengeResult {
  const first = challenge(text, { case: one.case.id, node }, words, reread);
  if (first.kind === 'edits' || fallback === undefined || fallback === node) return first;
  const second = challenge(text, { case: one.case.id, node: fallback }, words, reread);
  return second.kind === 'edits' ? second : first;
}
