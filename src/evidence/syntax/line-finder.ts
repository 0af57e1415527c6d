import { LineIndex } from '../../model/text.ts';

/** Finds the 1-based lines of UTF-16 offsets into a text, cheapest for offsets on the line of the one before. */
export function createLineFinder(text: string): (offset: number) => number {
  const index = new LineIndex(text);
  let line = 1;
  let start = 0;
  let end = -1;
  return (offset) => {
    if (start <= offset && offset < end) return line;
    const { line: found, character } = index.position(offset);
    line = found + 1;
    start = Math.min(offset, text.length) - character;
    end = line < index.lineCount ? index.offset({ line, character: 0 }) : Number.POSITIVE_INFINITY;
    return line;
  };
}
