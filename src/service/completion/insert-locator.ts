import type { CompletionItem } from 'vscode-languageserver-protocol';
import { type LocatorEdit, writeLocator } from '../../project/authoring/write-locator.ts';
import { type CompletionRequest, plain } from './request.ts';

/** What an item writes, and what editors compare with what is typed. */
export type Insertion = Pick<CompletionItem, 'filterText' | 'textEdit' | 'insertTextFormat'>;

/**
 * What the items of one list write for some names, in the form that the place asks for; undefined for a name that would not be read there.
 *
 * @param part what a name replaces, from the start of the place
 * @param isPart the path stands elsewhere
 */
export function insertLocators(
  request: CompletionRequest,
  part: { readonly from: number; readonly to: number },
  names: readonly string[],
  isPart: boolean,
): (Insertion | undefined)[] {
  const { text, place } = request;
  const edits = names.map((name) => writeLocator(text, place, part, name, isPart));
  // Editors put what fits more of what is typed first, so that all have to begin where the first of them does.
  const from = edits.reduce((least, edit) => Math.min(least, edit?.from ?? least), part.from);
  const begun = place.typed.slice(from, part.from);
  return edits.map((edit, i) => edit && insertionOf(request, edit, { from, begun, name: names[i]! }));
}

function insertionOf(
  { range: { start }, snippets }: CompletionRequest,
  { from: ownFrom, to, head, tail }: LocatorEdit,
  { from, begun, name }: { readonly from: number; readonly begun: string; readonly name: string },
): Insertion {
  const at = (offset: number) => ({ line: start.line, character: start.character + offset });
  const range = { start: at(from), end: at(to) };
  if (tail === '') {
    const newText = ownFrom === from ? head : `${begun}${head}`;
    return { filterText: newText, textEdit: { range, newText } };
  }
  const filterText = `${begun}${name}`;
  return snippets
    ? {
        filterText,
        // What is typed next goes on within the quotes; Tab leaves them.
        textEdit: { range, newText: `${plain(head)}$1${plain(tail)}$0` },
        insertTextFormat: 2,
      }
    : { filterText, textEdit: { range, newText: `${head}${tail}` } };
}
