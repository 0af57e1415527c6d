import { type PathParts, readLineList, readSymbol, splitFragment } from './fragments.ts';
import type { WrittenLink } from './links.ts';
import { hasSymbols, isKnownFile, pathLikeness, unusualLikeness } from './path-like.ts';
import type { PathLikeness } from './path-like.ts';
import type { Span } from '../span.ts';

/** A place that a code span, a link or words name. */
export interface WrittenPlace extends PathParts {
  /** Its characters in the document, as written. */
  readonly span: Span;
  /** A URL is neither: it is a locator only where evidence is asked for. */
  readonly likeness: Exclude<PathLikeness, 'no'> | 'url';
  /** It starts at the document's folder. */
  readonly hyperlink: boolean;
}

const LONGEST_LOCATOR = 1_000;
const URL = /^https?:\/\/\S/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['<', '>'],
];
/** What stands between several paths in one code span. */
const BETWEEN: ReadonlySet<string> = new Set(['', '+', '&', '/', 'and', 'or']);
const WITH_REMARK = /^(\S+)\s+\(([^()]{1,200}(?:\(\))?)\)$/;
/** A section of a document is no part that a link can point at, since headings are seldom called by their number. */
const WITH_SECTION = /^(\S+),?\s+(?:§{1,2}\s?|sec(?:tion|t\.|\.)\s)[\w.–-]{1,20}$/i;
const WITH_LINES = /^(\S+),?\s+(?:at\s+)?(?:lines?\s+|L(?=\d))(\S[^a-z]*)$/i;

/** The places that a code span, a link or words name: none for one that cannot be a place, mostly one. */
export function readPlaces(link: WrittenLink): readonly WrittenPlace[] {
  if (link.written.length > LONGEST_LOCATOR) return [];
  const { text, start, end } = strip(link.written);
  const span = link.verbatim ? { start: link.span.start + start, end: link.span.start + end } : link.span;
  if (URL.test(text)) {
    return [{ path: text.replaceAll(' ', '%20'), fragments: [], span, likeness: 'url', hyperlink: false }];
  }
  if (link.form === 'link') return readDestination(text, span);
  const parts = partsOf(text);
  if (parts) {
    const likeness = pathLikeness(parts.path);
    return likeness === 'no' ? [] : [{ ...parts, span, likeness, hyperlink: false }];
  }
  return link.verbatim && link.form === 'code' ? readSeveral(text, span) : [];
}

/** A path that a code span writes with spaces or other characters that few paths have: one only where evidence is asked for. */
export function readUnusualPlace(link: WrittenLink): WrittenPlace | undefined {
  if (link.form !== 'code' || link.written.length > LONGEST_LOCATOR) return undefined;
  const { text, start, end } = strip(link.written);
  const parts = splitFragment(text.replace(/^(?:\.\/)+(?=.)/, ''));
  const likeness = parts ? unusualLikeness(parts.path) : 'no';
  if (!parts || likeness === 'no') return undefined;
  const span = link.verbatim ? { start: link.span.start + start, end: link.span.start + end } : link.span;
  return { ...parts, span, likeness, hyperlink: false };
}

/** Whether a code span that holds a locator is read as that, at least where evidence is asked for. */
export function isReadInCodeSpan(locator: string): boolean {
  return !locator.includes('`') && isReadAs('code', locator);
}

/** The same for the destination of a link, in which it is encoded. */
export function isReadInLink(locator: string): boolean {
  return isReadAs('link', locator);
}

function isReadAs(form: 'code' | 'link', written: string): boolean {
  const link: WrittenLink = { form, written, span: { start: 0, end: written.length }, verbatim: true };
  const [first, ...others] = readPlaces(link);
  const place = first ?? readUnusualPlace(link);
  if (!place || others.length > 0) return false;
  const { path, fragments } = place;
  return written.replace(/^(?:\.\/)+/, '') === [path, ...fragments].join('#');
}

/** Drops quotes around a token and punctuation behind it. */
function strip(written: string): { text: string; start: number; end: number } {
  let start = 0;
  let end = written.length;
  const quotes = QUOTES.find(
    ([open, close]) => written.length > 1 && written.startsWith(open) && written.endsWith(close),
  );
  if (quotes) {
    start++;
    end--;
  }
  while (end > start && '.,;:'.includes(written[end - 1]!) && !endsInDots(written, start, end)) end--;
  return { text: written.slice(start, end), start, end };
}

/** `..` and `./` are paths; the point behind `a.ts.` ends a sentence. */
function endsInDots(text: string, start: number, end: number): boolean {
  return text[end - 1] === '.' && (end - 1 === start || './'.includes(text[end - 2]!));
}

/** One path with what is named in it: `./a.ts`, `a.ts:12-20`, `a.ts (parse)`, `a.ts lines 3-9`. */
function partsOf(text: string): PathParts | undefined {
  const plain = text.replace(/^(?:\.\/)+(?=.)/, '');
  if (!/\s/.test(plain)) return splitFragment(plain);
  const [, path = '', remark = ''] = WITH_REMARK.exec(plain) ?? [];
  if (isFile(path)) {
    const names = hasSymbols(path) ? remark.split(/,\s*/).map(readSymbol) : [];
    return { path, fragments: names.includes(undefined) ? [] : (names as string[]) };
  }
  const [, document = ''] = WITH_SECTION.exec(plain) ?? [];
  if (isFile(document)) return { path: document, fragments: [] };
  const [, file = '', numbers = ''] = WITH_LINES.exec(plain) ?? [];
  const lines = isFile(file) ? readLineList(numbers.trim()) : undefined;
  return lines && { path: file, fragments: lines };
}

/** `a/b.ts, c/d.ts`: several paths and nothing else. */
function readSeveral(text: string, span: Span): WrittenPlace[] {
  const places: WrittenPlace[] = [];
  let at = 0;
  for (const word of text.split(/[\s,;]/)) {
    if (BETWEEN.has(word)) continue;
    const start = text.indexOf(word, at);
    at = start + word.length;
    const parts = splitFragment(word);
    const likeness = parts ? pathLikeness(parts.path) : 'no';
    if (!parts || likeness === 'no' || !isFile(parts.path)) return [];
    places.push({
      ...parts,
      span: { start: span.start + start, end: span.start + at },
      likeness,
      hyperlink: false,
    });
  }
  return places.length > 1 ? places : [];
}

/**
 * Whoever writes a relative link means a file: of the repository, or a page that a site is made of. Anchors and other schemes are no files;
 * a link from a site's root may be one from the repository's.
 */
function readDestination(text: string, span: Span): WrittenPlace[] {
  const written = text.replaceAll('\\', '/').replace(/\?[^#]*/, '');
  const parts = splitFragment(written.replace(/^(?:\.\/)+(?=.)/, '').replace(/^\/(?=[^/])/, ''));
  if (!parts || parts.path === '' || /^[~/]/.test(parts.path) || SCHEME.test(parts.path)) return [];
  const fromRoot = written.startsWith('/');
  const certain = !fromRoot && isFile(parts.path) && !/\.html?$/i.test(parts.path);
  return [{ ...parts, span, likeness: certain ? 'path' : 'perhaps', hyperlink: !fromRoot }];
}

function isFile(path: string): boolean {
  return isKnownFile(path.slice(path.lastIndexOf('/') + 1));
}
