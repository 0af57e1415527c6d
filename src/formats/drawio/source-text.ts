import type { Span } from '../span.ts';

/** A text that was taken out of a claim file, perhaps unescaped or unpacked, which knows where in the file it comes from. */
export interface SourceText {
  readonly text: string;
  /** The stretch of the claim file that a stretch of `text` comes from. Both in UTF-16 units, `end` exclusive. */
  span(start: number, end: number): Span;
}

/** A claim file's own text. */
export function wholeFile(text: string): SourceText {
  return { text, span: (start, end) => ({ start, end }) };
}

/** A text of which no part can be pointed at, since it was packed: all of it stands where the package does. */
export function packedAt(text: string, span: Span): SourceText {
  return { text, span: () => span };
}

/** Puts a text together from pieces of another one, which may read differently there. */
export class PieceWriter {
  private text = '';
  /** Where each piece begins in the new text, and where it begins and ends in the other one. */
  private readonly at: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  get length(): number {
    return this.text.length;
  }

  /** Adds what stands between two offsets of the other text; a piece of equal length counts as the same characters. */
  add(text: string, from: number, to: number): void {
    if (text === '') return;
    this.at.push(this.text.length);
    this.from.push(from);
    this.to.push(to);
    this.text += text;
  }

  finish(source: SourceText): SourceText {
    const { text, at, from, to } = this;
    const originOf = (offset: number, side: 'start' | 'end'): number => {
      const piece = lastNotAfter(at, offset);
      const [begin = 0, end = 0] = [from[piece], to[piece]];
      const length = (at[piece + 1] ?? text.length) - at[piece]!;
      if (length !== end - begin) return side === 'start' ? begin : end;
      return begin + (offset - at[piece]!) + (side === 'start' ? 0 : 1);
    };
    return {
      text,
      span: (start, end) => {
        if (text === '') return source.span(0, 0);
        const first = originOf(Math.min(start, text.length - 1), start < text.length ? 'start' : 'end');
        const last = end > start ? originOf(Math.min(end, text.length) - 1, 'end') : first;
        return source.span(first, Math.max(first, last));
      },
    };
  }
}

function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
