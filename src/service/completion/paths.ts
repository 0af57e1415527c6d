import type { CompletionItem } from 'vscode-languageserver-protocol';
import { type Message, message, say } from '../../l10n/say.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import { typedLocator } from '../../project/authoring/write-locator.ts';
import type { Subject } from '../../project/subject/subject.ts';
import { type Insertion, insertLocators } from './insert-locator.ts';
import {
  type CompletionRequest,
  type Completions,
  ITEM_KIND,
  type ItemData,
  NONE,
  allOf,
  askAgain,
} from './request.ts';

/** How many names of a folder are offered at once. */
const MOST_NAMES = 500;

type From = 'root' | 'document';

/** What lies in the folder that was typed, folders first. Git's own files, and those that it ignores, are not among them. */
export function pathItems(request: CompletionRequest, from: From): Completions {
  const { subject, place } = request;
  const { typed } = place;
  if (!subject || typed.startsWith('/')) return NONE;
  const slash = typed.lastIndexOf('/') + 1;
  const folder = folderAt(request, subject, typedLocator(place, slash), from);
  if (folder === undefined) return NONE;
  const begun = typedLocator(place).slice(typedLocator(place, slash).length).toLowerCase();
  const known = subject.index.namesIn(folder);
  const names =
    known.length > MOST_NAMES ? known.filter((name) => name.toLowerCase().includes(begun)) : known;
  // To the end of this segment; what stands behind it stays.
  const rest = /^[^/#]*/.exec(request.text.slice(place.span.start + typed.length, place.span.end))![0].length;
  const part = { from: slash, to: typed.length + rest };
  const isAtSlash = request.text.charAt(place.span.start + part.to) === '/';
  const entries = names.slice(0, MOST_NAMES).flatMap((name) => {
    // No locator can name these: behind a `#` stands a part of a file, and the others make a pattern.
    if (/[#*?]/.test(name)) return [];
    const isFolder = subject.index.isFolder(folder === '' ? name : `${folder}/${name}`);
    return [{ name, isFolder, written: isFolder && !isAtSlash ? `${name}/` : name }];
  });
  const written = entries.map((entry) => entry.written);
  const items = insertLocators(request, part, written, false).flatMap((insertion, i): CompletionItem[] => {
    if (!insertion) return [];
    const { name, isFolder } = entries[i]!;
    return [
      {
        label: isFolder ? `${name}/` : name,
        kind: isFolder ? ITEM_KIND.folder : ITEM_KIND.file,
        sortText: `${isFolder ? 10 : 11}${name}`,
        ...insertion,
        ...(isFolder && { command: askAgain() }),
      },
    ];
  });
  return { items, isIncomplete: names.length > MOST_NAMES || known.length > MOST_NAMES };
}

/** The symbols, headings, keys and regions of the file that was named, in its order. */
export async function partItems(request: CompletionRequest, of: string, from: From): Promise<Completions> {
  const { subject, place } = request;
  const path = subject && fileAt(request, subject, of, from);
  const found = path === undefined ? undefined : await request.placesIn(path);
  if (!found || !subject) return NONE;
  const hash = place.typed.indexOf('#') + 1;
  const part = { from: hash, to: place.span.end - place.span.start };
  const names = found.places.map(({ name }) => name);
  const insertions = insertLocators(request, part, names, hash === 0);
  return allOf(
    found.places.flatMap((one, i) => {
      const insertion = insertions[i];
      return insertion ? [partItem(one, i, insertion, { subject, path: found.path })] : [];
    }),
  );
}

type Place = PlacesInFile['places'][number];

function partItem(
  { name, kind, startLine }: Place,
  index: number,
  insertion: Insertion,
  { subject, path }: { subject: Subject; path: string },
): CompletionItem {
  const data: ItemData = { is: 'part', root: subject.root, path, name };
  return {
    label: name,
    labelDetails: { description: say(KIND_AND_LINE[kind], startLine) },
    kind: KINDS[kind],
    sortText: `1${String(index).padStart(6, '0')}`,
    ...insertion,
    data,
  };
}

/** What a part of a file is, and where it begins. */
const KIND_AND_LINE: Readonly<Record<Place['kind'], Message>> = {
  class: message('class, line {0}'),
  constructor: message('constructor, line {0}'),
  enum: message('enum, line {0}'),
  function: message('function, line {0}'),
  interface: message('interface, line {0}'),
  method: message('method, line {0}'),
  namespace: message('namespace, line {0}'),
  property: message('property, line {0}'),
  suite: message('suite, line {0}'),
  test: message('test, line {0}'),
  type: message('type, line {0}'),
  variable: message('variable, line {0}'),
  heading: message('heading, line {0}'),
  key: message('key, line {0}'),
  region: message('region, line {0}'),
};

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
