import type { Span } from '../span.ts';

/** The span between two offsets without the white space at its ends, clamped to the text. */
export function trimmedSpan(text: string, start: number, end: number): Span {
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  while (to > from && isSpace(text, to - 1)) to--;
  while (from < to && isSpace(text, from)) from++;
  return { start: from, end: to };
}

/** What a finding marks of a line is for the eye; no need to look for the end of a line of a megabyte. */
const LONGEST_MARK = 500;

/** From `offset` to the end of its line or the next 500 characters, without white space at the ends. */
export function restOfLine(text: string, offset: number): Span {
  const rest = text.slice(offset, offset + LONGEST_MARK);
  const newline = rest.indexOf('\n');
  return trimmedSpan(text, offset, offset + (newline < 0 ? rest.length : newline));
}

function isSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  // What nearly every text ends with is known without asking the expression.
  if (code > 32 && code < 128) return false;
  return /\s/.test(text.charAt(offset));
}
