import { say } from '../../l10n/say.ts';
import { repointLink } from '../../project/editing/repoint-link.ts';
import { type LinkActions, editOf } from './request.ts';

/** Writes the numbers that lines have now which moved as they were. */
export const updateLines: LinkActions = ({ case: one, judged, claimText, diagnostics }) => {
  const { reason, suggestions } = judged.verdict;
  const [suggestion] = suggestions;
  if (!claimText || reason !== 'shifted' || !suggestion) return [];
  const edit = repointLink(one, judged, suggestion.locator, claimText);
  if (!edit) return [];
  const lines = suggestion.locator.slice(suggestion.locator.indexOf('#'));
  return [
    {
      title: say('Update the lines to {0}', lines),
      kind: 'quickfix',
      diagnostics: [...diagnostics],
      isPreferred: true,
      edit: editOf(claimText, edit),
    },
  ];
};
