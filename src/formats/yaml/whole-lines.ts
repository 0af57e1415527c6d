import type { LineIndex, Range } from '../../model/text.ts';
import type { Span } from '../span.ts';

/**
 * Makes the function that gives the lines of some spans: each line once, neighbours joined, from first to last character, in the
 * order of the file. Lengths of lines are kept, as thousands of spans may stand on one line.
 */
export function createWholeLines(lines: LineIndex): (spans: readonly Span[]) => Range[] {
  const lengths = new Map<number, number>();
  const lengthOf = (line: number): number => {
    const known = lengths.get(line) ?? lines.line(line).length;
    lengths.set(line, known);
    return known;
  };
  const rangeOf = (first: number, last: number): Range => ({
    start: { line: first, character: 0 },
    end: { line: last, character: lengthOf(last) },
  });
  // The line of a claim makes many links, which share its range.
  const known = new Map<number, Range>();
  const oneLine = (line: number): Range => {
    const range = known.get(line) ?? rangeOf(line, line);
    known.set(line, range);
    return range;
  };
  return (spans) => {
    const blocks = spans.map(({ start, end }) => ({ first: lines.lineAt(start), last: lines.lineAt(end) }));
    blocks.sort((a, b) => a.first - b.first);
    const merged: { first: number; last: number }[] = [];
    for (const block of blocks) {
      const before = merged.at(-1);
      if (before && block.first <= before.last + 1) before.last = Math.max(before.last, block.last);
      else merged.push(block);
    }
    return merged.map(({ first, last }) => (first === last ? oneLine(first) : rangeOf(first, last)));
  };
}
