import { writtenNameAt } from '../../evidence/claim-comments.ts';
import type { Position, Range } from '../../model/text.ts';

/** The name of a claim that somebody writes in a comment of code, as far as it is written. */
export interface NameInComment {
  /** All that stands there of it. 0-based, UTF-16. */
  readonly range: Range;
  /** What stands of it before the cursor. */
  readonly typed: string;
  /** The other names in the comment. */
  readonly others: readonly string[];
  /** The line of the comment, and that of what it speaks of; 1-based. */
  readonly lines: readonly [own: number, about: number];
}

/** The name that is written at a place, 0-based and UTF-16; undefined outside of comments that name claims. `file` is any path of it. */
export function nameInComment(
  file: string,
  text: string,
  { line, character }: Position,
): NameInComment | undefined {
  const found = writtenNameAt(file, text, line + 1, character);
  if (!found) return undefined;
  const { start, end, typed, others, about } = found;
  const range = { start: { line, character: start }, end: { line, character: end } };
  return { range, typed, others, lines: [line + 1, about] };
}
