import { say } from '../../../l10n/say.ts';
import { sayDate } from '../../../model/phrases.ts';
import type { ReviewRecord } from '../../../model/review.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { saysSomethingElse } from '../../reviews/claim-fingerprint.ts';
import type { LinkName } from '../baseline/look-through.ts';
import { type ReviewDemands, demandReview } from './review-demands.ts';
import { nameOfPerson } from './reviewed.ts';

/** What is known of a link besides its evidence, as far as it decides what a review of it is worth. */
export interface ReviewQuestion {
  /** The newest review of it. */
  readonly review?: ReviewRecord;
  /** Its newest review as what it was called before, if its claim said the same; `reviews` tells one state of all reviews from another. */
  readonly reviewedBefore?: {
    readonly reviews: number;
    readonly find: (name: LinkName) => ReviewRecord | undefined;
  };
  /** The fingerprint of what its claim says now. */
  readonly claim: string;
  /** The id of its claim. */
  readonly claimId: string;
  /** The id of the evidence, if it has one. */
  readonly evidenceId?: string;
  readonly demands: ReviewDemands;
}

/** A verdict on evidence, with what follows from its review: who made it, whether the claim is still the one reviewed, and what is demanded. */
export function withReview(found: Verdict, locator: string, question: ReviewQuestion, now: Date): Verdict {
  const { review: record, demands } = question;
  const told = record && found.review ? tellReview(found, locator, record, question, now) : found;
  return demandReview(told, locator, record, demands, now);
}

function tellReview(
  found: Verdict,
  locator: string,
  record: ReviewRecord,
  { claim, claimId }: ReviewQuestion,
  now: Date,
): Verdict {
  const name = nameOfPerson(record.by);
  const when = sayDate(record.at, now);
  const isReworded = saysSomethingElse(record.claim, claim);
  switch (found.state) {
    case 'current': {
      // Who reviewed it stands beside the message, wherever that is shown.
      if (!isReworded) return found;
      const message = say(
        '{0} said something else when {1} reviewed {2} on {3}. Does it still support the claim? Review it again.',
        claimId,
        name,
        locator,
        when,
      );
      return { ...found, state: 'stale', reason: 'claim-changed', message };
    }
    case 'stale':
      return isReworded
        ? { ...found, message: `${found.message} ${say('{0} said something else then, too.', claimId)}` }
        : found;
    case 'broken':
    case 'failing':
    case 'unreviewed':
    case 'unknown':
      return found;
  }
}
