import { LineIndex, type Position } from '../../src/model/text.ts';

/** Marks a place in a fixture. */
export const CURSOR = '¦';

/** A text with one cursor in it, taken out. */
export function withCursor(marked: string): { text: string; offset: number; position: Position } {
  const offset = marked.indexOf(CURSOR);
  const text = marked.slice(0, offset) + marked.slice(offset + CURSOR.length);
  return { text, offset, position: new LineIndex(text).position(offset) };
}
