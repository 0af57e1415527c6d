import type { Span } from './span.ts';

/**
 * To where what is being written at a cursor goes on: to the next character that ends it.
 *
 * @param ends characters that end it, besides the end of the line
 */
export function restOfWord(text: string, span: Span, ends: RegExp): Span {
  const line = /^[^\r\n]*/.exec(text.slice(span.end, span.end + 4000))![0];
  const stop = line.search(ends);
  return { start: span.start, end: span.end + (stop < 0 ? line.trimEnd().length : stop) };
}
