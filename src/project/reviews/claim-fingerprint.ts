import type { Digest } from '../../ports/digest.ts';

/** Reviews are recorded with it: whatever changes what a text becomes below must change its number. */
const SCHEME = 'claim-1';

/**
 * What a node says, as a fingerprint. White space does not count, nor emphasis in the notations that have it, as the text is plain by then; every
 * letter does, its case included: MUST is not must.
 */
export function claimFingerprint(text: string, digest: Digest): string {
  return `${SCHEME}:${digest('sha256', text.normalize('NFC').replace(/\s+/g, ' ').trim())}`;
}

/** Whether a claim says something else than when it was reviewed; false where that cannot be told. */
export function saysSomethingElse(then: string, now: string): boolean {
  return then !== now && then.startsWith(`${SCHEME}:`);
}
