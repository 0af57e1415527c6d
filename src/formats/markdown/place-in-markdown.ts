import type { TextForm, Want, WritingPlace } from '../writing-place.ts';
import { decodeDestination } from './destination.ts';
import { restOfWord } from '../rest-of-word.ts';
import { SUPPORTED_BY } from './id-lists.ts';

/** Ids behind such words, and behind the marks of a label that is made of them; as `cross-references.ts` reads them. */
const SUPPORTED = new RegExp(
  `${SUPPORTED_BY}[*_]*(?:\\s?:[*_]*)?\\s+(?:[\\w.-]+(?:,\\s*|\\s+and\\s+|,\\s*and\\s+)){0,20}([\\w.-]*)$`,
  'i',
);

/** The symbols that stand behind a path, each in a code span: `` `digest.go` (`Sign`, `Ver ``. */
const BEHIND_PATH = /`([^`\s#]+)`\s*(?:\(|[–—-]\s*)\s*(?:`[^`]*`,\s*){0,20}`$/;

/** The longest line in which anything is offered, in characters. */
const LONGEST = 2000;

/**
 * What may be written at an offset of a Markdown document: a path in a code span or a link, a symbol behind a path, an id where the prose says that
 * something supports something. Undefined in prose, which is the author's own, and in code fences and comments.
 */
export function placeInMarkdown(text: string, offset: number): WritingPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (before.length > LONGEST || isHidden(text, lineStart, offset)) return undefined;
  const tick = openTick(before);
  if (tick >= 0) return inCodeSpan(text, offset, before, lineStart + tick + 1);
  const [, angled, plain] = /\]\((?:<([^<>]*)|([^()<>\s]*))$/.exec(before) ?? [];
  const target = angled ?? plain;
  if (target !== undefined) {
    const ends = angled === undefined ? /[)>\s]/ : />/;
    return at(text, offset, target, locator(decodeDestination(target), 'document'), ends, 'destination');
  }
  const [, id] = SUPPORTED.exec(before) ?? [];
  return id === undefined
    ? undefined
    : at(text, offset, id, [{ is: 'node', likely: ['claim', 'evidence', 'control'] }], /[^\w.-]/);
}

function inCodeSpan(text: string, offset: number, before: string, start: number): WritingPlace | undefined {
  const typed = text.slice(start, offset);
  // A command has its spaces before the first path.
  if (/^[^/]*\s/.test(typed)) return undefined;
  const [, path] = BEHIND_PATH.exec(before.slice(0, before.length - typed.length)) ?? [];
  const wants: Want[] =
    path === undefined ? locator(typed, 'root') : [{ is: 'part', of: path, from: 'root' }];
  return at(text, offset, typed, wants, /\s/.test(typed) ? /`/ : /[`\s]/);
}

function locator(typed: string, from: 'root' | 'document'): Want[] {
  const hash = typed.indexOf('#');
  return hash < 0 ? [{ is: 'locator', from }] : [{ is: 'part', of: typed.slice(0, hash), from }];
}

function at(
  text: string,
  offset: number,
  typed: string,
  wants: readonly Want[],
  ends: RegExp,
  form: TextForm = 'code',
): WritingPlace {
  const span = restOfWord(text, { start: offset - typed.length, end: offset }, ends);
  return { wants, typed, span, form, style: 'flow', hasColon: false };
}

/** Where the code span that is open at the end of a line began; -1 where none is. Spans of several backticks hold no paths. */
function openTick(before: string): number {
  let open = -1;
  for (const { 0: ticks, index } of before.matchAll(/`+/g)) {
    if (ticks.length > 1) return -1;
    open = open < 0 ? index : -1;
  }
  return open;
}

/** Whether a line stands in a code fence, or a place in a comment. */
function isHidden(text: string, lineStart: number, offset: number): boolean {
  const above = text.slice(0, lineStart);
  let fence = '';
  for (const [, mark] of above.matchAll(/^ {0,3}(?:>[ \t]?)*(```+|~~~+)/gm)) {
    if (fence === '') fence = mark!;
    else if (mark!.startsWith(fence)) fence = '';
  }
  const opened = text.lastIndexOf('<!--', offset - 1);
  return fence !== '' || (opened >= 0 && opened > text.lastIndexOf('-->', offset - 1));
}
