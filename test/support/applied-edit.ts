import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { applyEdits } from '../../src/formats/editing/text-edit.ts';
import { LineIndex } from '../../src/model/text.ts';

/** What an edit makes of the text of one file. */
export function appliedEdit(text: string, edit: WorkspaceEdit, uri: string): string {
  const documents = (edit.documentChanges ?? []).filter((one): one is TextDocumentEdit => 'edits' in one);
  const edits = [
    ...(edit.changes?.[uri] ?? []),
    ...documents.flatMap((one) => (one.textDocument.uri === uri ? (one.edits as TextEdit[]) : [])),
  ];
  const index = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: index.offset(range.start),
      end: index.offset(range.end),
      newText,
    })),
  );
}
