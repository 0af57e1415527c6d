import { say } from '../../l10n/say.ts';
import { STILL_HOLDS } from '../commands.ts';
import { awaitsReview, isReviewable, reviewTarget } from '../reviewable.ts';
import type { LinkActions } from './request.ts';

/** Records that the evidence still supports its claim, after it was looked at. */
export const stillHolds: LinkActions = ({ case: one, judged, diagnostics }) => {
  if (!awaitsReview(judged) || !isReviewable(judged)) return [];
  const title = say('Still holds: record a review…');
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [...diagnostics],
      command: { title, command: STILL_HOLDS, arguments: [[reviewTarget(one, judged)]] },
    },
  ];
};
