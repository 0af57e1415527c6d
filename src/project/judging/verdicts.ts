import type { EvidenceState, Reason } from '../../model/state.ts';
import type { Verdict } from '../../model/verdict.ts';

/** A verdict with nothing but what is given. */
export function verdict(
  state: EvidenceState,
  reason: Reason,
  message: string,
  more: Partial<Omit<Verdict, 'state' | 'reason' | 'message'>> = {},
): Verdict {
  return { state, reason, message, targets: [], changes: [], suggestions: [], ...more };
}

/** A link that does not lead to exactly what it names. */
export function broken(reason: Reason, message: string, more: Parameters<typeof verdict>[3] = {}): Verdict {
  return verdict('broken', reason, message, more);
}
