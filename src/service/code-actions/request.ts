import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../model/text.ts';
import type { ClaimText } from '../../project/editing/claim-text.ts';
import type { NamedPart } from '../../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink } from '../../project/snapshot.ts';
import { toUri } from '../uris.ts';

/** A link that a person asks about, and what is known of it. */
export interface LinkRequest {
  readonly case: JudgedCase;
  readonly judged: JudgedLink;
  /** The file it is written in; undefined where that cannot be edited as text. */
  readonly claimText: ClaimText | undefined;
  /** What the editor shows of it, for the actions that settle it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The named parts of the file that it leads to the whole of; none where it leads to something else. */
  readonly parts: readonly NamedPart[];
}

/** Offers what can be done about a link. */
export type LinkActions = (request: LinkRequest) => CodeAction[];

/** One replacement in a claim file. */
export function editOf(
  { file, text }: ClaimText,
  { start, end, newText }: { readonly start: number; readonly end: number; readonly newText: string },
): WorkspaceEdit {
  const index = new LineIndex(text);
  const edit: TextEdit = { range: { start: index.position(start), end: index.position(end) }, newText };
  return { changes: { [toUri(file)]: [edit] } };
}
