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
export function linesReadAs(
  { before, beforeAt, after, afterAt }: Hunk,
  line: number,
  isMarkdown: boolean,
): LineReadAs[] {
  const offset = line - afterAt;
  const text = after[offset]!;
  const first = Math.max(0, Math.min(offset - MOST_LINES / 2, before.length - MOST_LINES));
  const near = before.slice(first, first + MOST_LINES).map((_, i) => first + i);
  near.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  return near.flatMap((i) => {
    const readings = readAsChangedWords(before[i]!, text, isMarkdown);
    return readings.length > 0 ? [{ line: beforeAt + i, readings }] : [];
  });
}

/** Whether a file is compared as Markdown: which marker begins an item of a list does not count. */
export function isMarkdownFile(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}
