import type { CodeAction } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import { narrowLink } from '../../project/editing/narrow-link.ts';
import { NARROW } from '../commands.ts';
import { reviewTarget } from '../reviewable.ts';
import { type LinkActions, editOf } from './request.ts';

/** Leads a link to the whole of a file to a part of it: to the one that its claim names, or to those that a person picks. */
export const narrowTo: LinkActions = ({ case: one, judged, claimText, diagnostics, parts }) => {
  if (!claimText || !judged.link.cited || parts.length === 0) return [];
  const [named, ...others] = parts.filter(({ namedBy, linked }) => namedBy === 'claim' && !linked);
  const edit = named && others.length === 0 ? narrowLink(one, judged, [named.part], claimText) : undefined;
  const direct: CodeAction[] = edit
    ? [
        {
          title: say('Narrow to {0} (named by the claim)', named!.locator),
          kind: 'quickfix',
          diagnostics: [...diagnostics],
          edit: editOf(claimText, edit),
        },
      ]
    : [];
  const title = say('Narrow to a part of this file…');
  return [
    ...direct,
    {
      title,
      kind: 'quickfix',
      diagnostics: [...diagnostics],
      command: { title, command: NARROW, arguments: [reviewTarget(one, judged)] },
    },
  ];
};
