import type { CodeAction } from 'vscode-languageserver-protocol';
import { fileOf } from '../../model/file-of.ts';
import type { Position } from '../../model/text.ts';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import type { Texts } from '../../project/editing/file-edits.ts';
import { narrowLink } from '../../project/editing/narrow-link.ts';
import { isWholeFile } from '../../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink } from '../../project/snapshot.ts';
import type { Lookup } from '../lookup.ts';
import { briefName } from '../wording.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** A link of a claim to the whole of a file, in its case. */
interface WholeLink {
  readonly case: JudgedCase;
  readonly judged: JudgedLink;
}

/** The links that lead to the whole of a file, which may be too much. @param file absolute */
export function wholeLinksTo(lookup: Lookup, file: string): WholeLink[] {
  return lookup
    .supportsOf(file)
    .filter(({ judged }) => judged.link.cited && isWholeFile(judged))
    .map(({ case: one, judged }) => ({ case: one, judged }));
}

/**
 * In a file of evidence: has claims that rest on the whole of it rest on the symbol, section or region around the cursor.
 *
 * @param places what can be named in the file
 */
export function pointToSymbol(
  links: readonly WholeLink[],
  { line }: Position,
  { places }: PlacesInFile,
  texts: Pick<Texts, 'claimText'>,
): CodeAction[] {
  const around = places.filter(({ startLine, endLine }) => startLine <= line + 1 && line + 1 <= endLine);
  const place = around.sort((a, b) => a.endLine - a.startLine - (b.endLine - b.startLine))[0];
  if (!place) return [];
  return links.flatMap(({ case: one, judged }): CodeAction[] => {
    const claimText = texts.claimText(fileOf(one, judged.link));
    const edit = claimText && narrowLink(one, judged, [place.name], claimText);
    const node = one.nodes.get(judged.link.parent)?.node;
    if (!claimText || !edit || !node) return [];
    const title = `Point ${briefName(node)} to ${place.name} and not the whole file`;
    return [{ title, kind: 'refactor.rewrite', edit: workspaceEdit([{ ...claimText, edits: [edit] }]) }];
  });
}
