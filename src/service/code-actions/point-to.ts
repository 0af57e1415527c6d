import { say } from '../../l10n/say.ts';
import { repointLink } from '../../project/editing/repoint-link.ts';
import { type LinkActions, editOf } from './request.ts';

/** How many other places are offered, and how many of those that one locator fits, of which one has to be chosen. */
const MOST_OFFERED = 5;
const MOST_FITTING = 12;

/** Leads a broken link to where it probably should: where the file moved, or what has a similar name. */
export const pointTo: LinkActions = ({ case: one, judged, claimText, diagnostics }) => {
  const { state, reason, suggestions } = judged.verdict;
  if (!claimText || state !== 'broken') return [];
  const isAmbiguous = reason === 'ambiguous';
  const offered = suggestions.slice(0, isAmbiguous ? MOST_FITTING : MOST_OFFERED);
  // Names that are the same are told apart by what is said of each, their lines.
  const isToldApart = isAmbiguous && new Set(offered.map(({ why }) => why)).size === offered.length;
  const actions = offered.flatMap(({ locator, why }) => {
    const edit = repointLink(one, judged, locator, claimText);
    const title = isToldApart ? say('Point to {0}, {1}', locator, why) : say('Point to {0}', locator);
    return edit ? [{ title, edit: editOf(claimText, edit) }] : [];
  });
  // Of several that would do, none is the one that is meant.
  const isSure = actions.length === 1 && (reason === 'moved' || reason === 'case-mismatch');
  return actions.map(({ title, edit }) => ({
    title,
    kind: 'quickfix',
    diagnostics: [...diagnostics],
    edit,
    ...(isSure && { isPreferred: true }),
  }));
};
