import type { Span } from '../span.ts';

/** The stretch from the first to the last of two stretches. */
export function join(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
