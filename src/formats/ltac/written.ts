import type { Span } from '../span.ts';

/** A part of a line as its author wrote it. */
export interface Written {
  readonly text: string;
  /** Exactly its characters in the file. */
  readonly span: Span;
}

/** A line of a file. */
export interface SourceLine {
  /** Without its line ending. */
  readonly text: string;
  /** Where it begins in the file. */
  readonly start: number;
}

/** The lines of a text; they end as in LSP. A byte order mark is no part of the first. */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, index), start });
    start = index + ending.length;
  }
  lines.push({ text: text.slice(start), start });
  return lines;
}

/** What stands between two places of a line, without white space at the ends. */
export function part(line: SourceLine, from: number, to: number): Written {
  let start = from;
  let end = Math.max(from, to);
  while (end > start && isSpace(line.text, end - 1)) end--;
  while (start < end && isSpace(line.text, start)) start++;
  return { text: line.text.slice(start, end), span: { start: line.start + start, end: line.start + end } };
}

/** Whether a character of a text is white space. */
export function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
