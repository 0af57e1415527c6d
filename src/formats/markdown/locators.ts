import type { WrittenLink } from './links.ts';
import { pathLikeness } from './path-like.ts';
import type { PathLikeness } from './path-like.ts';
import type { Span } from '../span.ts';

/** What a code span or link says of a place. */
export interface WrittenLocator {
  /** In the form that native files use: `src/a.ts#L12`. */
  readonly locator: string;
  /** Its characters in the document, as written. */
  readonly span: Span;
  /** A URL is neither: it is a locator only where evidence is asked for. */
  readonly likeness: PathLikeness | 'url';
}

const LONGEST_LOCATOR = 1_000;
const URL = /^https?:\/\/\S+$/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['<', '>'],
];
const LINES = /:(\d{1,7})(?:-(\d{1,7})|:\d{1,7})?$/;
const TEST_ID = /^([^\s:]+\.\w+)::([\w:]+)$/;

/** The locator that a code span or link writes; undefined for one that cannot be a place. */
export function readLocator(link: WrittenLink): WrittenLocator | undefined {
  if (link.written.length > LONGEST_LOCATOR) return undefined;
  const { text, start, end } = strip(link.written);
  const span = link.verbatim ? { start: link.span.start + start, end: link.span.start + end } : link.span;
  if (URL.test(text)) return { locator: text, span, likeness: 'url' };
  const locator = normalize(text);
  const likeness = link.form === 'link' ? likenessOfDestination(locator) : likenessOfCode(locator);
  return likeness === 'no' ? undefined : { locator, span, likeness };
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
  while (end > start && /[.,;:]/.test(written[end - 1]!) && !/(?:^|[./])\.$/.test(written.slice(start, end)))
    end--;
  return { text: written.slice(start, end), start, end };
}

/** `./a.ts:12-20` means `a.ts#L12-L20`, and pytest's `a.py::TestB::test_c` means `a.py#TestB.test_c`. */
function normalize(text: string): string {
  const path = text.replace(/^(?:\.\/)+(?=.)/, '');
  const test = TEST_ID.exec(path);
  if (test) return `${test[1]}#${test[2]!.replaceAll('::', '.')}`;
  const lines = LINES.exec(path);
  if (!lines || path.includes('#') || SCHEME.test(path.slice(0, lines.index))) return path;
  return `${path.slice(0, lines.index)}#L${lines[1]}${lines[2] === undefined ? '' : `-L${lines[2]}`}`;
}

function likenessOfCode(locator: string): PathLikeness {
  const hash = locator.indexOf('#');
  const path = hash < 0 ? locator : locator.slice(0, hash);
  const fragment = hash < 0 ? undefined : locator.slice(hash + 1);
  if (fragment !== undefined && (fragment === '' || /\s/.test(fragment))) return 'no';
  const likeness = pathLikeness(path);
  return likeness === 'perhaps' && fragment !== undefined && /^\d+$/.test(fragment) ? 'no' : likeness;
}

/** Whoever writes a relative link means a file; `#anchors`, routes from a site's root and other schemes are no files of the subject. */
function likenessOfDestination(locator: string): PathLikeness {
  return locator === '' || /^[#/~?\\]/.test(locator) || SCHEME.test(locator) ? 'no' : 'path';
}
