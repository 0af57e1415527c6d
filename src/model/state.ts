/** What can be said of one evidence link, worst first. */
export const EVIDENCE_STATES = ['broken', 'failing', 'stale', 'unreviewed', 'unknown', 'current'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What can be said of a node, worst first: the states of evidence, and two of arguments. */
export const NODE_STATES = [
  'broken',
  'failing',
  'stale',
  'challenged',
  'undeveloped',
  'unreviewed',
  'unknown',
  'current',
] as const;
export type NodeState = (typeof NODE_STATES)[number];

/** Why a link has its state. */
export type Reason =
  | 'missing'
  | 'deleted'
  | 'moved'
  | 'ambiguous'
  | 'symbol-missing'
  | 'range-outside'
  | 'outside-root'
  | 'case-mismatch'
  | 'expectation'
  | 'test-failed'
  | 'too-old'
  | 'changed'
  | 'uncommitted'
  | 'claim-changed'
  | 'never-reviewed'
  | 'shallow'
  | 'not-fetched'
  | 'no-git'
  | 'too-large'
  | 'unsupported'
  | 'external'
  | 'unchanged'
  | 'cosmetic'
  | 'shifted';

/** The worst of some states; `current` where there are none. */
export function worstState(states: Iterable<NodeState>): NodeState {
  let worst = NODE_STATES.length - 1;
  for (const state of states) worst = Math.min(worst, NODE_STATES.indexOf(state));
  return NODE_STATES[worst] ?? 'current';
}
