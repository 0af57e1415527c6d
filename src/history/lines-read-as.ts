import { type ChangedWord, readAsChangedWords } from './changed-words.ts';
import type { Hunk } from './line-changes.ts';

/** A line that was taken away, and the ways to read another as that line with other words. */
export interface LineReadAs {
  /** 0-based. */
  readonly line: number;
  readonly readings: readonly (readonly ChangedWord[])[];
}

/** With how many lines of the version before one is compared. */
const MOST_LINES = 50;

/** The lines that a hunk took away and that can be read as one that it wrote, those at the same place first. @param line 0-based */
export function linesReadAs(hunk: Hunk, line: number, isMarkdown: boolean): LineReadAs[] {
  return [...eachLineReadAs(hunk, line, isMarkdown)];
}

/** The same one by one: lines are compared as they are asked for. @param mayBe whether a line of `before`, by its index there, is compared at all */
export function* eachLineReadAs(
  { before, beforeAt, after, afterAt }: Hunk,
  line: number,
  isMarkdown: boolean,
  mayBe: (index: number) => boolean = () => true,
): Generator<LineReadAs> {
  const offset = line - afterAt;
  const text = after[offset]!;
  const first = Math.max(0, Math.min(offset - MOST_LINES / 2, before.length - MOST_LINES));
  const near = before.slice(first, first + MOST_LINES).map((_, i) => first + i);
  near.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  for (const i of near) {
    if (!mayBe(i)) continue;
    const readings = readAsChangedWords(before[i]!, text, isMarkdown);
    if (readings.length > 0) yield { line: beforeAt + i, readings };
  }
}

/** Whether a file is compared as Markdown: which marker begins an item of a list does not count. */
export function isMarkdownFile(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}
