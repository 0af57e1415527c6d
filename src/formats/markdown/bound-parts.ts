import { readLineList, readSymbol } from './fragments.ts';
import type { PlacedLink } from './inline.ts';
import { hasSymbols, pathLikeness } from './path-like.ts';
import type { Span } from '../span.ts';

/** A part of a file that is named behind the file's path. */
export interface BoundPart {
  /** As native locators write it behind the `#`. */
  readonly fragment: string;
  /** Where it is written; undefined for plain words such as "lines 3–9". */
  readonly span?: Span;
}

/** Words of a line or a cell with the code spans and links among them. */
export interface Words {
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

const LONGEST_REMARK = 300;
const MOST_PARTS = 20;
const OPEN = / ?\( ?/y;
const DASH = / ?(?:—|–|--?(?= )|:(?= )) ?/y;
const LINES = /^(?:at |see |ll?\. ?)?(?:lines?|L(?=\d))\s?(\d[\dL ,–-]{0,80})$/i;
const NEGATION = /\b(?:no|not|never|without|nothing|none)\b/i;
/** Between names, and around them where nothing else is said. */
const SEPARATORS = /^(?:\s|,|;|\/|\+|&|\.|and\b|or\b)*$/;
/** A noun behind a name says what it is. */
const NOUN =
  /^\s?(?:class|component|constant|constructor|contract|decorator|enum|fixture|function|handler|helper|hook|impl|interface|job|macro|method|middleware|module|predicate|stage|step|struct|target|task|test|trait|type|validator)(?:s|es)?\b/i;
/** As tasks and jobs are called in settings. */
const TASK = /^[A-Za-z][\w-]*(?::[\w-]+){0,3}$/;

/**
 * The symbols or lines that stand in parentheses or after a dash behind a path, and are parts of that file: `digest.go` (`GenerateDigest`),
 * `path.py` — `func_a`, `func_b`, `a.c` (lines 3–9).
 *
 * @param at the place of the path among the links
 */
export function partsBehind(words: Words, at: number, path: string): readonly BoundPart[] {
  const from = words.links[at]!.at.end;
  const open = skip(OPEN, words.text, from);
  if (open !== undefined) return inParentheses(words, at, open, path);
  const dash = skip(DASH, words.text, from);
  return dash === undefined || !hasSymbols(path) ? [] : behindDash(words, at + 1, dash);
}

function inParentheses(words: Words, at: number, open: number, path: string): BoundPart[] {
  const close = closingOf(words.text, open);
  if (close === undefined) return [];
  const remark = words.text.slice(open, close);
  const lines = readLineList(LINES.exec(remark.trim())?.[1]?.trim() ?? '');
  if (lines) return lines.map((fragment) => ({ fragment }));
  if (NEGATION.test(remark)) return [];
  const inside: PlacedLink[] = [];
  for (let next = at + 1; next < words.links.length && words.links[next]!.at.end <= close; next++)
    inside.push(words.links[next]!);
  if (!hasSymbols(path)) return inside.flatMap((link) => nameOf(link, words.text) ?? []).slice(0, MOST_PARTS);
  const onlyNames = SEPARATORS.test(withoutLinks(words.text, open, close, inside));
  return inside.flatMap((link) => symbolOf(link, words.text, onlyNames) ?? []).slice(0, MOST_PARTS);
}

/** A list that begins right behind the dash. Where words follow it, they may be about anything that is named, but for names of code. */
function behindDash({ text, links }: Words, next: number, dash: number): BoundPart[] {
  const listed: PlacedLink[] = [];
  let end = dash;
  for (let at = next; at < links.length && listed.length < MOST_PARTS; at++) {
    const link = links[at]!;
    if (!SEPARATORS.test(text.slice(end, link.at.start)) || link.at.start < end) break;
    if (symbolOf(link, text, true) === undefined) break;
    listed.push(link);
    end = link.at.end;
  }
  const first = listed[0];
  if (!first || first.at.start !== dash) return [];
  const onlyNames = SEPARATORS.test(text.slice(end, end + LONGEST_REMARK));
  return listed.flatMap((link) => symbolOf(link, text, onlyNames) ?? []);
}

/** The symbol that a code span names. A plain word is one only where `onlyNames` are written, or a noun says so. */
function symbolOf(link: PlacedLink, text: string, onlyNames: boolean): BoundPart | undefined {
  if (link.form !== 'code' || pathLikeness(link.written) === 'path') return undefined;
  const fragment = readSymbol(link.written);
  if (fragment === undefined) return undefined;
  const named = onlyNames || isCodeName(link.written) || NOUN.test(text.slice(link.at.end, link.at.end + 20));
  return named ? { fragment, span: link.span } : undefined;
}

/** What prose or settings are said to have: a name of code, or a word that a noun says is something. */
function nameOf(link: PlacedLink, text: string): BoundPart | undefined {
  const isTask = NOUN.test(text.slice(link.at.end, link.at.end + 20)) && TASK.test(link.written);
  if (isTask) return { fragment: link.written, span: link.span };
  return isCodeName(link.written) ? symbolOf(link, text, true) : undefined;
}

/** Whether a word can hardly be anything but a name of code: two words in one, or a call. */
export function isCodeName(name: string): boolean {
  return /[a-z\d][A-Z]|[A-Za-z]_[A-Za-z]|\w(?:\.|::|#|->)\w|\(\)$/.test(name);
}

/** Where the parenthesis closes that was opened before `open`. */
function closingOf(text: string, open: number): number | undefined {
  let depth = 1;
  for (let at = open; at < Math.min(text.length, open + LONGEST_REMARK); at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}

function withoutLinks(text: string, start: number, end: number, links: readonly PlacedLink[]): string {
  let rest = '';
  let at = start;
  for (const link of links) {
    rest += ` ${text.slice(at, link.at.start)}`;
    at = link.at.end;
  }
  return rest + text.slice(at, end);
}

function skip(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
