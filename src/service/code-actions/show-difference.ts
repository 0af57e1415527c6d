import { say } from '../../l10n/say.ts';
import { differenceOf } from '../targets.ts';
import { SHOW_DIFFERENCE } from '../commands.ts';
import type { LinkActions } from './request.ts';

/** Shows what changed since the evidence was judged. */
export const showDifference: LinkActions = ({ case: one, judged, diagnostics }) => {
  const difference = differenceOf(one, judged);
  if (!difference) return [];
  const title = say('Show what changed');
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [...diagnostics],
      command: { title, command: SHOW_DIFFERENCE, arguments: [difference] },
    },
  ];
};
