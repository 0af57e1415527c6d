import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Texts } from '../project/editing/file-edits.ts';
import { followMoves } from '../project/editing/move-files.ts';
import type { PathMove } from '../project/editing/moved-paths.ts';
import { sayLeftLinks, sayLeftReferences } from './left-links.ts';
import type { Lookup } from './lookup.ts';
import { sayLeftComments } from './renamed-comments.ts';
import { toFile, toUri } from './uris.ts';
import { textEdits } from './workspace-edit.ts';

/** What an editor does before it moves files, and what a person should know of it: a sentence. */
export interface MoveAnswer {
  /** Left out where nothing has to be done. */
  readonly edit?: WorkspaceEdit;
  readonly note?: string;
}

/** The edit that keeps claims and evidence together when files and folders get other paths. */
export async function moveFiles(
  lookup: Lookup,
  renamed: readonly { readonly oldUri: string; readonly newUri: string }[],
  texts: Texts,
): Promise<MoveAnswer> {
  const moves = renamed.flatMap(({ oldUri, newUri }): PathMove[] => {
    const [from, to] = [toFile(oldUri), toFile(newUri)].map((file) => file?.replace(/\/$/, ''));
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });
  if (moves.length === 0) return {};
  const {
    files,
    moves: alongside,
    left,
    unsure,
    comments,
  } = await followMoves(lookup.snapshot, moves, texts);
  const edits = files.map((one): TextDocumentEdit => ({
    textDocument: { uri: toUri(one.file), version: null },
    edits: textEdits(one),
  }));
  const renames = alongside.map(({ from, to }): RenameFile => ({
    kind: 'rename',
    oldUri: toUri(from),
    newUri: toUri(to),
    options: { ignoreIfExists: true },
  }));
  const documentChanges = [...edits, ...renames];
  const note = [
    sayLeftLinks(left),
    ...[...unsure].map(([from, references]) => sayLeftReferences(references, from)),
    ...[...comments].map(([from, renamed]) => sayLeftComments(renamed, from)),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
  return {
    ...(documentChanges.length > 0 && { edit: { documentChanges } }),
    ...(note !== '' && { note }),
  };
}
