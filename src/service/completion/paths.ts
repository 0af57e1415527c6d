import type { CompletionItem } from 'vscode-languageserver-protocol';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import type { Subject } from '../../project/subject/subject.ts';
import {
  ASK_AGAIN,
  type CompletionRequest,
  type Completions,
  ITEM_KIND,
  type ItemData,
  NONE,
  allOf,
} from './request.ts';

/** How many names of a folder are offered at once. */
const MOST_NAMES = 500;

type From = 'root' | 'document';

/** What lies in the folder that was typed, folders first. Git's own files, and those that it ignores, are not among them. */
export function pathItems(request: CompletionRequest, from: From): Completions {
  const { subject, place, range } = request;
  const { typed } = place;
  if (!subject || /[*?\\:]|^\//.test(typed)) return NONE;
  const slash = typed.lastIndexOf('/') + 1;
  const folder = folderAt(request, subject, typed.slice(0, slash), from);
  if (folder === undefined) return NONE;
  const begun = typed.slice(slash).toLowerCase();
  const known = subject.index.namesIn(folder);
  const names =
    known.length > MOST_NAMES ? known.filter((name) => name.toLowerCase().includes(begun)) : known;
  const line = range.start.line;
  const start = { line, character: range.start.character + slash };
  // To the end of this segment; what stands behind it stays.
  const rest = /^[^/#]*/.exec(request.text.slice(place.span.start + typed.length, place.span.end))![0].length;
  const end = { line, character: range.start.character + typed.length + rest };
  const items = names.slice(0, MOST_NAMES).map((name): CompletionItem => {
    const isFolder = subject.index.isFolder(folder === '' ? name : `${folder}/${name}`);
    const goesOn = isFolder && request.text.charAt(place.span.start + typed.length + rest) !== '/';
    const newText = goesOn ? `${name}/` : name;
    return {
      label: isFolder ? `${name}/` : name,
      kind: isFolder ? ITEM_KIND.folder : ITEM_KIND.file,
      sortText: `${isFolder ? 10 : 11}${name}`,
      filterText: name,
      textEdit: { range: { start, end }, newText },
      ...(isFolder && { command: ASK_AGAIN }),
    };
  });
  return { items, isIncomplete: names.length > MOST_NAMES || known.length > MOST_NAMES };
}

/** The symbols, headings, keys and regions of the file that was named, in its order. */
export async function partItems(request: CompletionRequest, of: string, from: From): Promise<Completions> {
  const { subject, place, range } = request;
  const path = subject && fileAt(request, subject, of, from);
  const found = path === undefined ? undefined : await request.placesIn(path);
  if (!found || !subject) return NONE;
  const hash = place.typed.indexOf('#') + 1;
  const start = { line: range.start.line, character: range.start.character + hash };
  return allOf(
    found.places.map((part, i) =>
      partItem(part, i, { subject, path: found.path, range: { ...range, start } }),
    ),
  );
}

type Place = PlacesInFile['places'][number];

function partItem(
  { name, kind, startLine }: Place,
  index: number,
  { subject, path, range }: { subject: Subject; path: string; range: CompletionRequest['range'] },
): CompletionItem {
  const data: ItemData = { is: 'part', root: subject.root, path, name };
  return {
    label: name,
    labelDetails: { description: `${kind}, line ${startLine}` },
    kind: KINDS[kind],
    sortText: `1${String(index).padStart(6, '0')}`,
    textEdit: { range, newText: name },
    data,
  };
}

const KINDS: Readonly<Record<Place['kind'], NonNullable<CompletionItem['kind']>>> = {
  class: ITEM_KIND.class,
  constructor: ITEM_KIND.constructor,
  enum: ITEM_KIND.enum,
  function: ITEM_KIND.function,
  interface: ITEM_KIND.interface,
  method: ITEM_KIND.method,
  namespace: ITEM_KIND.module,
  property: ITEM_KIND.property,
  suite: ITEM_KIND.module,
  test: ITEM_KIND.function,
  type: ITEM_KIND.struct,
  variable: ITEM_KIND.variable,
  heading: ITEM_KIND.text,
  key: ITEM_KIND.field,
  region: ITEM_KIND.constant,
};

/** The folder that a beginning of a path leads to, relative to the subject's root. */
function folderAt(
  request: CompletionRequest,
  subject: Subject,
  begun: string,
  from: From,
): string | undefined {
  return candidates(request, subject, begun, from).find(
    (path) => path === '' || subject.index.isFolder(path),
  );
}

/** The file that a path leads to; in prose also by the end of its path, where only one has it. */
function fileAt(request: CompletionRequest, subject: Subject, of: string, from: From): string | undefined {
  const direct = candidates(request, subject, of, from).find((path) => subject.index.has(path));
  if (direct !== undefined || request.case?.case.format !== 'markdown') return direct;
  const [only, ...others] = subject.index.bySuffix(of);
  return others.length === 0 ? only : undefined;
}

/** What a path may mean, the most probable first: prose names paths from the root and from the document, links from the document only. */
function candidates(
  { file, case: one }: CompletionRequest,
  subject: Subject,
  path: string,
  from: From,
): string[] {
  const document = pathBelow(subject.root, folderOf(file)) ?? '';
  const starts = from === 'document' ? [document] : one?.case.format === 'markdown' ? ['', document] : [''];
  return starts.flatMap((start) => normalizePath(joinPath(start, path)) ?? []);
}
