import { repointLink } from '../../project/editing/repoint-link.ts';
import { type LinkActions, editOf } from './request.ts';

/** How many other places are offered. */
const MOST_OFFERED = 5;

/** Leads a broken link to where it probably should: where the file moved, or what has a similar name. */
export const pointTo: LinkActions = ({ case: one, judged, claimText, diagnostics }) => {
  const { state, reason, suggestions } = judged.verdict;
  if (!claimText || state !== 'broken') return [];
  const actions = suggestions.slice(0, MOST_OFFERED).flatMap(({ locator }) => {
    const edit = repointLink(one, judged, locator, claimText);
    return edit ? [{ locator, edit: editOf(claimText, edit) }] : [];
  });
  // Of several that would do, none is the one that is meant.
  const isSure = actions.length === 1 && (reason === 'moved' || reason === 'case-mismatch');
  return actions.map(({ locator, edit }) => ({
    title: `Point to ${locator}`,
    kind: 'quickfix',
    diagnostics: [...diagnostics],
    edit,
    ...(isSure && { isPreferred: true }),
  }));
};
