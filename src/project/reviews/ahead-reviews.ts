import { say, sayCount } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { isAhead, reviewKey } from '../../model/newest-reviews.ts';
import { baseName } from '../../model/paths.ts';
import { sayDate } from '../../model/phrases.ts';
import { nameOfPerson } from '../judging/reviewed/reviewed.ts';
import type { ReviewFile } from './review-store.ts';

/** `review-in-future`: what is wrong with a review file whose newest reviews are dated in the future. One finding at most. Pure. */
export function aheadReviews({ file, records, ranges, anyAhead }: ReviewFile, now: Date): Finding[] {
  if (!anyAhead) return [];
  // Whoever reviewed the evidence again, with a clock that is right, has mended it.
  const last = new Map<string, number>();
  records.forEach((record, at) => last.set(reviewKey(record), at));
  const ahead = [...last.values()].filter((at) => isAhead(records[at]!, now));
  const [first] = ahead;
  if (first === undefined) return [];
  const { by, at } = records[first]!;
  const which = sayCount(
    ahead.length,
    'A review in {1} is dated in the future: by {2} on {3}.',
    '{0} reviews in {1} are dated in the future, the first of them by {2} on {3}.',
    baseName(file),
    nameOfPerson(by),
    sayDate(at, now),
  );
  const advice = say(
    'Any other review of the same link goes before it, and where reviews expire it counts for nothing. Set the clock, and review the evidence again.',
  );
  const message = `${which} ${advice}`;
  return [{ rule: 'review-in-future', severity: 'warning', message, file, range: ranges[first]! }];
}
