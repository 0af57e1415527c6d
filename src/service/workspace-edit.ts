import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../model/text.ts';
import type { FileEdits } from '../project/editing/file-edits.ts';
import { toUri } from './uris.ts';

/** Replacements in one file, as editors take them. */
export function textEdits({ text, edits }: Pick<FileEdits, 'text' | 'edits'>): TextEdit[] {
  const index = new LineIndex(text);
  return edits.map(({ start, end, newText }) => ({ range: index.range(start, end), newText }));
}

/** Replacements in several files, as one edit, which one undo takes back. */
export function workspaceEdit(files: readonly FileEdits[]): WorkspaceEdit {
  return { changes: Object.fromEntries(files.map((one) => [toUri(one.file), textEdits(one)])) };
}
