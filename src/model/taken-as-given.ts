import type { CaseNode } from './case.ts';
import type { NodeKind } from './kinds.ts';
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
  { kind }: Pick<CaseNode, 'kind'>,
  { state, counts, leftOpen }: NodeJudgement,
): boolean {
  const isGiven = TAKEN_AS_GIVEN.has(kind) && state === 'current' && counts.evidence + counts.defeaters === 0;
  return leftOpen === true || isGiven;
}
