import { say } from '../l10n/say.ts';
import { sayDateOnly } from '../model/phrases.ts';
import type { Review } from '../model/review.ts';
import { nameOfPerson } from '../project/judging/reviewed/reviewed.ts';

/** `Reviewed by Ada Author, 3 May 2026: “Only the layout differs.”`, without a full stop where there is no note. */
export function sayReview(review: Review): string {
  const note = review.note?.trim();
  const [by, at] = [nameOfPerson(review.by), sayDateOnly(review.at)];
  return note ? say('Reviewed by {0}, {1}: “{2}”', by, at, note) : say('Reviewed by {0}, {1}', by, at);
}
