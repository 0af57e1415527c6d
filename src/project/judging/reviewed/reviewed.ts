import { say } from '../../../l10n/say.ts';
import type { Review, ReviewRecord } from '../../../model/review.ts';
import type { Baseline, Verdict } from '../../../model/verdict.ts';
import { verdict } from '../verdicts.ts';

/** A name as git writes it, without the address. */
export function nameOfPerson(person: string): string {
  return person.replace(/\s*<[^<>]*>\s*$/, '') || person;
}

/** What is shown of a record. */
function reviewOf({ by, at, note }: ReviewRecord): Review {
  return { by, at, ...(note !== undefined && { note }) };
}

/** What a verdict says of the review that it rests on. @param path where the evidence was then */
export function restingOn(record: ReviewRecord, path: string): Pick<Verdict, 'review' | 'baseline'> {
  const { commit, blob, by, at } = record;
  const baseline: Baseline | undefined =
    commit === null
      ? undefined
      : { commit, by: 'review', author: nameOfPerson(by), date: at, path, ...(blob && { blob }) };
  return { review: reviewOf(record), ...(baseline && { baseline }) };
}

/** Reviewed evidence of which nobody can tell whether it changed, as what was reviewed is gone and was recorded in another way. */
export function cannotCompare(locator: string, targets: Verdict['targets']): Verdict {
  const message = say(
    'What was reviewed of {0} is not in this repository, and another version of Warrant recorded it, so nothing can be compared. Fetch the commit of the review, or review it again.',
    locator,
  );
  return verdict('unknown', 'not-fetched', message, { targets });
}
