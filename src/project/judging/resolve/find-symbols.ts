import { filesCalledAfter } from '../../../evidence/called-after.ts';
import { declares } from '../../../evidence/declared.ts';
import { languageOf } from '../../../evidence/languages.ts';
import type { Fragment } from '../../../evidence/fragment.ts';
import { parseLocator } from '../../../evidence/locator.ts';
import { hasSymbols } from '../../../formats/markdown/path-like.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import { inTurns } from '../in-turns.ts';
import type { ResolvedLink } from './resolve-link.ts';
import type { Subject } from '../../subject/subject.ts';

/** No more are looked into: each symbol may be in each file. */
const MOST_FILES = 60;
const MOST_SYMBOLS = 300;
/** Nor are more names that are nowhere asked about in files that may have had them. */
const MOST_LOST = 2000;
/** What is kept of earlier answers. */
const MOST_ANSWERS = 50_000;

export interface FoundSymbols {
  readonly found: readonly EvidenceLink[];
  /** For names that no file has now, one for each file that may have had it: it is a link if a single one of them had it when it was judged. */
  readonly lost: readonly EvidenceLink[];
}

/**
 * Links for names of code that stand alone in prose. A name is of the one file, among those that the case names and those that are called after
 * it, in which such a symbol is; else of the one that is called after it. Where two would do, or none, there is no link.
 *
 * @param symbols `locator` is the symbol alone
 * @param links all other links of the case
 */
export async function findSymbols(
  symbols: readonly EvidenceLink[],
  links: readonly ResolvedLink[],
  subject: Subject,
): Promise<FoundSymbols> {
  const files = codeFilesOf(links);
  const names = [...new Set(symbols.map(({ locator }) => locator))].slice(0, MOST_SYMBOLS);
  const found = new Map(
    await inTurns(names, async (name) => [name, await findSymbol(name, files, subject)] as const),
  );
  const placed: EvidenceLink[] = [];
  const lost: EvidenceLink[] = [];
  for (const symbol of symbols) {
    const place = found.get(symbol.locator);
    if (place?.kind === 'in') placed.push({ ...symbol, locator: place.locator });
    if (place?.kind !== 'nowhere' || lost.length + files.length > MOST_LOST) continue;
    lost.push(...files.map((path) => ({ ...symbol, locator: `${path}#${symbol.locator}` })));
  }
  return { found: placed, lost };
}

type SymbolPlace =
  { readonly kind: 'in'; readonly locator: string } | { readonly kind: 'nowhere' | 'in-several' };

/** Files that are named, and then those of folders: of a folder all or none, since a part would make what is not the only one look it. */
function codeFilesOf(placed: readonly ResolvedLink[]): readonly string[] {
  const found = placed.flatMap(({ resolution }) => (resolution?.kind === 'found' ? [resolution] : []));
  const files = new Set<string>();
  for (const form of ['file', 'folder', 'glob'] as const) {
    for (const { paths } of found.filter((one) => one.form === form)) {
      const more = paths.filter((path) => hasSymbols(path) && !files.has(path));
      if (files.size + more.length <= MOST_FILES) for (const path of more) files.add(path);
    }
  }
  return [...files];
}

/** The locator of a symbol: `src/token_store.py#TokenStore`. */
async function findSymbol(name: string, files: readonly string[], subject: Subject): Promise<SymbolPlace> {
  const called = filesCalledAfter(name, subject.index).filter(hasSymbols).slice(0, MOST_FILES);
  const places = [...new Set([...called, ...files])].flatMap((path) =>
    variants(name).map((symbol) => ({ path, locator: `${path}#${symbol}` })),
  );
  const holding = (
    await inTurns(places, async (place) => ((await holds(place, subject)) ? [place] : []))
  ).flat();
  const there = firstOfEach(holding);
  const [only] = there.length === 1 ? there : there.filter(({ path }) => called.includes(path));
  if (only && (there.length === 1 || called.length === 1)) return { kind: 'in', locator: only.locator };
  if (there.length > 0) return { kind: 'in-several' };
  return called.length === 1 ? { kind: 'in', locator: `${called[0]!}#${name}` } : { kind: 'nowhere' };
}

/** Go puts the package before a name, which its file does not. */
function variants(name: string): readonly string[] {
  const inPackage = /^[a-z][a-z\d]*\.(.+)$/.exec(name)?.[1];
  return inPackage === undefined ? [name] : [name, inPackage];
}

async function holds(
  { path, locator }: { path: string; locator: string },
  subject: Subject,
): Promise<boolean> {
  const parsed = parseLocator(locator);
  if (parsed.kind !== 'path' || parsed.fragment?.kind !== 'symbol') return false;
  const { fragment } = parsed;
  const id = await subject.contents.id(path);
  if (id.kind !== 'text') return false;
  const question = `${id.oid} ${fragment.name}`;
  const known = subject.holding.get(question);
  if (known !== undefined) return known;
  const answer = await lookFor(fragment, path, subject);
  if (subject.holding.size >= MOST_ANSWERS) subject.holding.clear();
  subject.holding.set(question, answer);
  return answer;
}

type SymbolFragment = Extract<Fragment, { readonly kind: 'symbol' }>;

async function lookFor(fragment: SymbolFragment, path: string, subject: Subject): Promise<boolean> {
  const content = await subject.contents.read(path);
  const { name } = fragment;
  const last = name.slice(name.lastIndexOf('.') + 1);
  // Few files have the word at all, and only those are worth a parse.
  if (content.kind !== 'text' || !content.text.includes(last)) return false;
  if (!languageOf(path)) return declares(content.text, last);
  return (await subject.comparer.locate(content, fragment)).kind === 'lines';
}

function firstOfEach<T extends { readonly path: string }>(places: readonly T[]): T[] {
  const byPath = new Map<string, T>();
  for (const place of places) if (!byPath.has(place.path)) byPath.set(place.path, place);
  return [...byPath.values()];
}
