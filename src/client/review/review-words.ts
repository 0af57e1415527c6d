import { count } from '../../model/phrases.ts';
import type { ReviewAnswer, ReviewQuestion } from '../../server/protocol.ts';

/** What a person is asked, and the answer by which a review is recorded. */
export function sayQuestion({ subject, items }: ReviewQuestion): {
  readonly message: string;
  readonly holds: string;
} {
  const [only] = items;
  const wasJudged = items.some(({ difference }) => difference);
  const holds = wasJudged ? 'Still Holds' : 'Holds';
  if (only && items.length === 1) {
    const still = wasJudged ? ' still' : '';
    return { message: `Does ${only.label}${still} support “${only.claim}”? (${only.summary})`, holds };
  }
  const labels = items.slice(0, 3).map(({ label }) => label);
  const more =
    items.length > labels.length
      ? `${labels.join(', ')} and ${items.length - labels.length} more`
      : labels.join(', ');
  return { message: `Do all ${items.length} links still support “${subject}”? (${more})`, holds };
}

/** What was recorded, who is said to have judged, and what was not. A warning where something was not. */
export function sayAnswer(
  { by, recorded, refused, notes }: ReviewAnswer,
  subject: string,
): { readonly message: string; readonly isWarning: boolean } {
  const name = by.replace(/\s*<[^<>]*>\s*$/, '') || by;
  const what = recorded === 1 ? 'the review' : count(recorded, 'review');
  const done = recorded === 0 ? [] : [`recorded ${what} of “${subject}” by ${name}.`];
  const rest = [...(recorded === 0 ? ['nothing was recorded.'] : []), ...refused, ...notes];
  return {
    message: `Warrant: ${[...done, ...rest].join(' ')}`,
    isWarning: recorded === 0 || refused.length > 0,
  };
}
