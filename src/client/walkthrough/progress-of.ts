import type { Summary } from '../../server/protocol.ts';

/** The context key of whoever challenged a claim: the command says so. */
export const HAS_CHALLENGE = 'warrant.hasChallenge';

/** The other context keys of the walkthrough's steps, and whether what they stand for is there. A step that was done once stays done. */
export function progressOf({
  cases,
  evidence,
  states,
  reviewed,
}: Summary): Readonly<Record<string, boolean>> {
  return {
    'warrant.hasCase': cases > 0,
    'warrant.hasEvidence': evidence - (states.broken ?? 0) > 0,
    'warrant.hasCurrent': (states.current ?? 0) > 0,
    'warrant.hasStale': (states.stale ?? 0) > 0,
    'warrant.hasReview': reviewed > 0,
  };
}
