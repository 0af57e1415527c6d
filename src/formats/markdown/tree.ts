import type { Nodes } from 'mdast';
import type { Span } from '../span.ts';

/** Where a syntax node stands. Nodes that a parser made always have a position. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The stretch between the backticks of a code span, without white space at its ends. */
export function codeContent(source: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && source[start] === '`') start++;
  const ticks = start - span.start;
  end = Math.max(start, end - ticks);
  while (start < end && /\s/.test(source[start]!)) start++;
  while (end > start && /\s/.test(source[end - 1]!)) end--;
  return { start, end };
}
