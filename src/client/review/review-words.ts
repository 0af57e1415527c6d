import type { ReviewAnswer, ReviewQuestion } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';

/** What a person is asked, and the answer by which a review is recorded. */
export function sayQuestion({ subject, items }: ReviewQuestion): {
  readonly message: string;
  readonly holds: string;
} {
  const [only] = items;
  const wasJudged = items.some(({ difference }) => difference);
  const holds = wasJudged ? say('Still Holds') : say('Holds');
  if (only && items.length === 1) {
    const { label, claim, summary } = only;
    const message = wasJudged
      ? say('Does {0} still support “{1}”? ({2})', label, claim, summary)
      : say('Does {0} support “{1}”? ({2})', label, claim, summary);
    return { message, holds };
  }
  const labels = items.slice(0, 3).map(({ label }) => label);
  const more =
    items.length > labels.length
      ? say('{0} and {1} more', labels.join(', '), items.length - labels.length)
      : labels.join(', ');
  return { message: say('Do all {0} links still support “{1}”? ({2})', items.length, subject, more), holds };
}

/** What was recorded, who is said to have judged, and what was not. A warning where something was not. */
export function sayAnswer(
  { by, recorded, refused, notes }: ReviewAnswer,
  subject: string,
): { readonly message: string; readonly isWarning: boolean } {
  const name = by.replace(/\s*<[^<>]*>\s*$/, '') || by;
  const one = say('recorded the review of “{0}” by {1}.', subject, name);
  const many = say('recorded {0} reviews of “{1}” by {2}.', recorded, subject, name);
  const done = recorded === 0 ? [] : [recorded === 1 ? one : many];
  const rest = [...(recorded === 0 ? [say('nothing was recorded.')] : []), ...refused, ...notes];
  return {
    message: `Warrant: ${[...done, ...rest].join(' ')}`,
    isWarning: recorded === 0 || refused.length > 0,
  };
}
