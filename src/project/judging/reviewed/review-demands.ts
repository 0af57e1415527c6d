import { say, sayCount } from '../../../l10n/say.ts';
import { isAhead } from '../../../model/newest-reviews.ts';
import { namesNode } from '../../../model/node-pattern.ts';
import { sayDate } from '../../../model/phrases.ts';
import type { ReviewPolicy, ReviewRecord } from '../../../model/review.ts';
import type { EvidenceState, Reason } from '../../../model/state.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { isSamePerson } from '../../reviews/people.ts';
import { nameOfPerson } from './reviewed.ts';

/** What is demanded of the reviews of one link. */
export interface ReviewDemands extends Omit<ReviewPolicy, 'required'> {
  readonly required: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** What a policy demands of a link that hangs under a node. @param nodes its ids: the node's, and that of the evidence if it has one */
export function demandsOn(caseId: string, nodes: readonly string[], policy: ReviewPolicy): ReviewDemands {
  const { required, ...others } = policy;
  const isRequired =
    required === 'all' || required.some(({ pattern }) => nodes.some((id) => namesNode(pattern, caseId, id)));
  return { ...others, required: isRequired };
}

/** Unknown for want of history, which a recorded review does not need. */
const CURED: ReadonlySet<Reason> = new Set(['shallow', 'not-fetched', 'no-git']);
const DEMANDING: ReadonlySet<EvidenceState> = new Set(['current', 'unreviewed', 'unknown']);

/**
 * A verdict as the people want it who demand reviews: what would count as judged does not, where its review is missing, too old, or by whoever
 * wrote the evidence. Broken, failing and stale evidence stays what it is, which is worse; that a stale link has no review at all is said beside it.
 *
 * @param record the newest review, if there is one
 */
export function demandReview(
  found: Verdict,
  locator: string,
  record: ReviewRecord | undefined,
  demands: ReviewDemands,
  now: Date,
): Verdict {
  if (found.state === 'stale')
    return record || !demands.required ? found : { ...found, missingReview: sayRequired(locator) };
  if (!DEMANDING.has(found.state) || (found.state === 'unknown' && !CURED.has(found.reason))) return found;
  const unreviewed = (reason: Reason, message: string): Verdict => ({
    ...found,
    state: 'unreviewed',
    reason,
    message,
  });
  if (!record) {
    return demands.required ? unreviewed('review-required', sayRequired(locator)) : found;
  }
  if (found.state !== 'current' || !found.review) return found;
  const name = nameOfPerson(record.by);
  if (demands.expireAfterDays && isAhead(record, now)) {
    const message = sayCount(
      demands.expireAfterDays,
      'The review of {1} by {2} is dated {3}, which is in the future. Reviews count for 1 day (warrant.yaml), and nobody can say how old this one is. Review it again.',
      'The review of {1} by {2} is dated {3}, which is in the future. Reviews count for {0} days (warrant.yaml), and nobody can say how old this one is. Review it again.',
      locator,
      name,
      sayDate(record.at, now),
    );
    return unreviewed('review-expired', message);
  }
  const end = demands.expireAfterDays && Date.parse(record.at) + demands.expireAfterDays * DAY;
  if (end && end < now.getTime()) {
    const until = sayDate(new Date(end).toISOString(), now);
    const message = sayCount(
      demands.expireAfterDays!,
      'The review of {1} by {2} on {3} has expired: reviews count for 1 day (warrant.yaml), which ended on {4}. Review it again.',
      'The review of {1} by {2} on {3} has expired: reviews count for {0} days (warrant.yaml), which ended on {4}. Review it again.',
      locator,
      name,
      sayDate(record.at, now),
      until,
    );
    return unreviewed('review-expired', message);
  }
  if (demands.independent && record.authors?.some((author) => isSamePerson(author, record.by))) {
    const message = say(
      '{0} reviewed {1} on {2}, and also wrote what was reviewed. Whoever changed evidence may not be its reviewer (warrant.yaml): somebody else has to review it.',
      name,
      locator,
      sayDate(record.at, now),
    );
    return unreviewed('review-not-independent', message);
  }
  return found;
}

function sayRequired(locator: string): string {
  return say(
    'A recorded review of {0} is required (warrant.yaml), and there is none. Whoever edited the claim last does not count here. Look at it, and review it.',
    locator,
  );
}
