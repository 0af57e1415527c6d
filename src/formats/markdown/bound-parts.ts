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
const LONGEST_LEAD = 40;
const OPEN = / ?\( ?/y;
const DASH = / ?(?:—|–|--?(?= )|:(?= )) ?/y;
const LINES = /^(?:at |see |ll?\. ?)?(?:lines?|L(?=\d))\s?(\d[\dL ,–-]{0,80})$/i;
const NEGATION = /\b(?:no|not|never|without|nothing|none)\b/i;
/** Between names, and around them where nothing else is said. */
const SEPARATORS = /^(?:\s|,|;|\/|\+|&|\.|and\b|or\b)*$/;
/** A noun behind a name says what it is. */
const NOUN =
  /^\s?(?:class|component|constant|constructor|contract|decorator|enum|field|fixture|function|handler|helper|hook|impl|interface|job|key|lemma|macro|method|middleware|module|predicate|property|recipe|section|setting|stage|step|struct|target|task|test|theorem|trait|type|validator)(?:s|es)?\b/i;
/** What a name right before a path is said to be there for: "the `f` function of `x.ts`", "`f` is defined in `x.ts`". */
const OF_FILE =
  /^(?: (?:class|constant|decorator|enum|field|fixture|function|handler|helper|hook|interface|job|key|lemma|macro|method|module|setting|step|struct|target|test|theorem|trait|type|validator)(?:s|es)?)?(?: (?:(?:is|are|as) )?(?:declared|defined|found|implemented|lives?|located|resides?))?(?: (?:at|from|in|inside|of|within)(?: the)? | ?\($)/i;
/** What stands between a path and a name that belongs to it: nothing, or the sign of a genitive. */
const BESIDE = /^(?: |['’]s? )$/;
/** Tests by the names that test frameworks know them by. */
const TEST_NAME = /^(?:tests?_\w|test[A-Z]|(?:Test|Fuzz|Benchmark|Example)_?[A-Z]\w*$|it_\w|should_\w)/;
const TEST_FILE = /(?:^|[/._-])(?:tests?|spec|specs|__tests__)(?:[/._-]|$)|(?:Test|Tests|Spec)\.\w+$/;
/** Ends a sentence, or a part of one that speaks of something else. */
const STOP = /[.!?](?=\s)|;/;
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
  const beside = besidePath(words, at, path);
  if (beside) return [beside];
  const dash = skip(DASH, words.text, from);
  const listed = dash === undefined || !hasSymbols(path) ? [] : behindDash(words, at + 1, dash);
  return listed.length > 0 ? listed : testsOfSentence(words, at, path);
}

/**
 * The symbols that stand right before a path and are said to be of that file: `f()` in `x.ts`, the `f` and `g` functions of `x.ts`, `f` (`x.ts`).
 *
 * @param at the place of the path among the links
 */
export function partsBefore({ text, links }: Words, at: number, path: string): readonly BoundPart[] {
  const last = links[at - 1];
  if (!last || !hasSymbols(path)) return [];
  const between = text.slice(last.at.end, links[at]!.at.start);
  if (between.length > LONGEST_LEAD || !isLead(between)) return [];
  const isSaidToBe = NOUN.test(between);
  const listed: BoundPart[] = [];
  let start = links[at]!.at.start;
  for (let next = at - 1; next >= 0 && listed.length < MOST_PARTS; next--) {
    const link = links[next]!;
    if (next < at - 1 && !SEPARATORS.test(text.slice(link.at.end, start))) break;
    const part = symbolOf(link, text, isSaidToBe);
    if (!part) break;
    listed.unshift(part);
    start = link.at.start;
  }
  return NEGATION.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)) ? [] : listed;
}

function isLead(between: string): boolean {
  const lead = OF_FILE.exec(between)?.[0];
  return lead !== undefined && lead.length === between.length;
}

/** A name that nothing but a space or a genitive parts from its path: `x.py` `load_all`, `x.py`'s `load_all`. */
function besidePath({ text, links }: Words, at: number, path: string): BoundPart | undefined {
  const next = links[at + 1];
  if (!next || !BESIDE.test(text.slice(links[at]!.at.end, next.at.start))) return undefined;
  return hasSymbols(path) ? symbolOf(next, text, false) : nameOf(next, text);
}

/** The tests that the same sentence names behind a dash, where the path is one of tests: `test_x.py` covers both — `test_a` and `test_b`. */
function testsOfSentence({ text, links }: Words, at: number, path: string): BoundPart[] {
  if (!hasSymbols(path) || !TEST_FILE.test(path)) return [];
  const tests: PlacedLink[] = [];
  let end = links[at]!.at.end;
  let dashed = false;
  for (const link of links.slice(at + 1, at + 1 + MOST_PARTS)) {
    const between = text.slice(end, link.at.start);
    if (between.length > LONGEST_REMARK || STOP.test(between) || pathLikeness(link.written) === 'path') break;
    dashed ||= / [—–-] |—/.test(between);
    if (dashed && TEST_NAME.test(link.written)) tests.push(link);
    end = link.at.end;
  }
  return tests.flatMap((link) => symbolOf(link, text, false) ?? []);
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
  return inside
    .flatMap((link) => symbolOf(link, words.text, onlyNames || isExplained(link, words.text)) ?? [])
    .slice(0, MOST_PARTS);
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

/** A type whose meaning the words behind it explain: (`Result`: what was found), (`Bounded` — it ends). */
function isExplained({ written, at }: PlacedLink, text: string): boolean {
  return /^[A-Z]\w*[a-z]/.test(written) && /^(?::| [—–]) /.test(text.slice(at.end, at.end + 3));
}

/** What prose or settings are said to have: a name of code, or a word that a noun says is something. */
function nameOf(link: PlacedLink, text: string): BoundPart | undefined {
  const isTask = NOUN.test(text.slice(link.at.end, link.at.end + 20)) && TASK.test(link.written);
  if (isTask) return { fragment: link.written, span: link.span };
  return isCodeName(link.written) ? symbolOf(link, text, true) : undefined;
}

/** Whether a word can hardly be anything but a name of code: two words in one, one that begins with `_`, or a call. */
export function isCodeName(name: string): boolean {
  return /[a-z\d][A-Z]|[A-Za-z]_[A-Za-z]|^_+[A-Za-z]\w|\w(?:\.|::|#|->)\w|\(\)$/.test(name);
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
