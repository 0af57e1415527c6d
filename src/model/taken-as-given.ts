import type { CaseNode } from './case.ts';
import { type NodeKind, isSupportable } from './kinds.ts';
import type { NodeJudgement } from './propagate.ts';

const TAKEN_AS_GIVEN: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'context',
  'assumption',
  'justification',
  'inference',
  'asset',
]);

/**
 * Whether a node is something that the argument takes for granted, or a leaf that its author means to be one, with nothing about it that could be
 * checked: then it is not said to be fine.
 */
export function isTakenAsGiven(
  { kind, undeveloped }: Pick<CaseNode, 'kind' | 'undeveloped'>,
  { state, counts }: NodeJudgement,
): boolean {
  const isGiven = TAKEN_AS_GIVEN.has(kind) || (undeveloped && isSupportable(kind));
  return state === 'current' && isGiven && counts.evidence + counts.defeaters === 0;
}
