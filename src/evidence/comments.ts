import type { LineRange, Span } from './lines.ts';

/** A comment. Lines are 1-based and inclusive. */
export interface Comment {
  /** Its characters, white space folded. */
  readonly text: string;
  /** In UTF-16 units from the start of the text. */
  readonly start: number;
  readonly startLine: number;
  readonly endLine: number;
  /** Nothing stands in front of it on its line. */
  readonly alone: boolean;
}

/**
 * The comment between two offsets of a text.
 *
 * @param lineAt gives the 1-based line of an offset
 */
export function commentAt(text: string, { start, end }: Span, lineAt: (offset: number) => number): Comment {
  let before = start - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return {
    text: text.slice(start, end).replace(/\s+/g, ' ').trim(),
    start,
    startLine: lineAt(start),
    endLine: lineAt(Math.max(start, end - 1)),
    alone: before < 0 || text[before] === '\n' || text[before] === '\r',
  };
}

/**
 * The comments of some lines, or all.
 *
 * @param comments in the order of their text
 * @param inFront whether those directly in front of the lines count, too: that is where one writes what a function or a setting is for
 * @param room the stretch of the lines in which comments count. Default: all of them
 */
export function commentsOfLines(
  comments: readonly Comment[],
  lines: LineRange | undefined,
  { inFront, room }: { readonly inFront: boolean; readonly room?: Span } = { inFront: true },
): string[] {
  if (!lines) return comments.map(({ text }) => text);
  const start = inFront ? startWithComments(comments, lines.start) : lines.start;
  return comments
    .filter(({ startLine, endLine }) => start <= startLine && endLine <= lines.end)
    .filter(
      (one) => !room || one.startLine < lines.start || (room.start <= one.start && one.start < room.end),
    )
    .map(({ text }) => text);
}

function startWithComments(comments: readonly Comment[], startLine: number): number {
  let start = startLine;
  for (const comment of [...comments].reverse()) {
    if (comment.alone && comment.endLine === start - 1) start = comment.startLine;
  }
  return start;
}
