import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { LineIndex, type Position, comparePositions, contains } from '../../model/text.ts';
import { type Want, formatByName, placeAt } from '../../project/authoring/place-at.ts';
import { type PlacesInFile, placesIn } from '../../project/authoring/places-in.ts';
import type { JudgedCase } from '../../project/snapshot.ts';
import type { Subject } from '../../project/subject/subject.ts';
import type { Lookup } from '../lookup.ts';
import { nodeItems } from './ids.ts';
import { keyItems, listItem, newIdItems, valueItems } from './keys.ts';
import { partItems, pathItems } from './paths.ts';
import { type CompletionRequest, type Completions, allOf } from './request.ts';
import { requirementItems } from './requirements.ts';

/** What completion needs to know besides what was read of the cases. */
export interface CompletionPorts {
  readonly lookup: Lookup;
  /** The subject that evidence of a case lies in, by its root; or the one that a file lies in, where no case was read of it yet. */
  subjectAt(root: string): Subject | undefined;
  subjectAround(file: string): Subject | undefined;
  /** Whether the editor understands snippets. */
  readonly snippets: boolean;
}

/**
 * What can be written at a place of a claim file: keys, ids, paths, parts of files, requirements. The file may be half typed. Undefined where there is
 * nothing to offer, and for other files.
 *
 * @param file absolute, with `/`
 * @param text the file as the editor has it now
 */
export async function complete(
  ports: CompletionPorts,
  file: string,
  text: string,
  position: Position,
): Promise<CompletionList | undefined> {
  const one = caseAround(ports.lookup, file, position);
  const format = one?.case.format ?? formatByName(file);
  const index = new LineIndex(text);
  const place = format && placeAt(format, text, index.offset(position));
  if (!place) return undefined;
  const subject = one ? ports.subjectAt(one.subject.root) : ports.subjectAround(file);
  const range = index.range(place.span.start, place.span.end);
  const request: CompletionRequest = {
    lookup: ports.lookup,
    file,
    text,
    place,
    range,
    inset: /^\s*(.*)$/.exec(index.line(range.start.line).slice(0, range.start.character))![1]!.length,
    case: one,
    subject,
    placesIn: (path): Promise<PlacesInFile | undefined> =>
      subject ? placesIn(subject, path) : Promise.resolve(undefined),
    snippets: ports.snippets,
  };
  const found = await Promise.all(place.wants.map((want) => answer(request, want)));
  const items: CompletionItem[] = found.flatMap((each) => [...each.items]);
  return { items, isIncomplete: found.some((each) => each.isIncomplete) };
}

function answer(request: CompletionRequest, want: Want): Completions | Promise<Completions> {
  switch (want.is) {
    case 'key':
      return allOf(keyItems(request, want.keys));
    case 'value':
      return allOf(valueItems(request, want.values));
    case 'new-id':
      return allOf(newIdItems(request, want.kind));
    case 'node':
      return nodeItems(request, want.likely);
    case 'locator':
      return pathItems(request, want.from);
    case 'part':
      return partItems(request, want.of, want.from);
    case 'requirement':
      return allOf(requirementItems(request));
    case 'item':
      return allOf([listItem(request)]);
  }
}

/** The case that a place belongs to: the one around it, or the last that begins before it. */
function caseAround(lookup: Lookup, file: string, position: Position): JudgedCase | undefined {
  const cases = lookup.casesIn(file).filter((one) => one.file === file);
  const around = cases.find(({ case: { range } }) => contains(range, position));
  return (
    around ??
    cases.findLast(({ case: { range } }) => comparePositions(range.start, position) <= 0) ??
    lookup.casesIn(file)[0]
  );
}
