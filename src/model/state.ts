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
  /** A report that cannot be read as one. */
  | 'malformed'
  | 'expectation'
  | 'test-failed'
  | 'too-old'
  | 'changed'
  | 'uncommitted'
  | 'claim-changed'
  | 'never-reviewed'
  /** Somebody judged it, and the settings demand that it is recorded. */
  | 'review-required'
  | 'review-expired'
  /** Whoever reviewed it also changed it. */
  | 'review-not-independent'
  | 'shallow'
  | 'not-fetched'
  | 'no-git'
  /** A merge left both sides in it. */
  | 'in-conflict'
  | 'too-large'
  | 'unsupported'
  | 'external'
  | 'unchanged'
  | 'cosmetic'
  | 'shifted'
  /** A report says what its claim expects. */
  | 'as-expected';

/** The worst of some states; `current` where there are none. */
export function worstState(states: Iterable<NodeState>): NodeState {
  let worst = NODE_STATES.length - 1;
  for (const state of states) worst = Math.min(worst, NODE_STATES.indexOf(state));
  return NODE_STATES[worst] ?? 'current';
}
