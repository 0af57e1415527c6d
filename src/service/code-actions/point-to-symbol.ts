import type { CodeAction } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import { fileOf } from '../../model/file-of.ts';
import { baseName, pathBelow } from '../../model/paths.ts';
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
  const found = links.flatMap(({ case: one, judged }) => {
    const file = fileOf(one, judged.link);
    const claimText = texts.claimText(file);
    const edit = claimText && narrowLink(one, judged, [place.name], claimText);
    const node = one.nodes.get(judged.link.parent)?.node;
    if (!claimText || !edit || !node) return [];
    const where = `${pathBelow(one.subject.root, file) ?? baseName(file)}:${judged.link.range.start.line + 1}`;
    return [{ name: briefName(node), where, edit: workspaceEdit([{ ...claimText, edits: [edit] }]) }];
  });
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return found.map(({ name, where, edit }): CodeAction => {
    // Two cases may have claims of one id, and a claim may list a file twice.
    const title =
      counts.get(name) === 1
        ? say('Point {0} to {1} and not the whole file', name, place.name)
        : say('Point {0} to {1} and not the whole file ({2})', name, place.name, where);
    return { title, kind: 'refactor.rewrite', edit };
  });
}
