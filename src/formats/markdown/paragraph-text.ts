import { sourceSpan } from './drafts.ts';
import type { InlineLine } from './inline.ts';
import { readLabel } from './labels.ts';
import { namesWithin } from './names.ts';
import type { LineEntry } from './outline.ts';
import { partLabelOf, partOf } from './part-labels.ts';
import { join } from './span.ts';
import type { Span } from '../span.ts';

/** Plain text and where it stands. */
export interface Said {
  readonly text: string;
  readonly span: Span;
}

/** Marks that people meant as emphasis, though they are none (see `names.ts`). */
const MARKS = /\*\*/g;

/**
 * What stands from `from` on in a line and in the lines that go on with it, up to the next label. Undefined where there is nothing.
 *
 * @param from an offset of the line's text
 */
export function textFrom(entry: LineEntry, from: number): Said | undefined {
  const { lines } = entry.paragraph;
  const pieces: Said[] = [];
  for (let index = entry.index; index < lines.length; index++) {
    const { line } = lines[index]!;
    const own = index === entry.index;
    if (!own && (beginsPart(line) || (pieces.length > 0 && lines[index - 1]!.line.hardEnd))) break;
    const start = own ? from : 0;
    const end = nextLabel(line, own ? start : -1);
    const piece = pieceOf(line, { start, end });
    if (piece) pieces.push(piece);
    if (end < line.text.length) break;
  }
  if (pieces.length === 0) return undefined;
  return {
    text: pieces.map(({ text }) => text).join(' '),
    span: join(pieces[0]!.span, pieces.at(-1)!.span),
  };
}

/** The words of a stretch of a line, without white space at its ends. */
export function pieceOf(line: InlineLine, { start, end }: Span): Said | undefined {
  const raw = line.text.slice(start, end);
  const text = raw.trim();
  if (text === '') return undefined;
  const at = start + raw.indexOf(text);
  const span = sourceSpan(line, { start: at, end: at + text.length });
  return { text: text.replace(MARKS, '').replace(/\s+/g, ' ').trim(), span };
}

/** Whether a line that goes on with a paragraph begins something else in it. */
function beginsPart(line: InlineLine): boolean {
  return readLabel(line)?.start === 0 || partOf(line)?.name.emphasized === true;
}

/** Where the next labelled part begins behind `from`, or the line ends. */
function nextLabel(line: InlineLine, from: number): number {
  const next = namesWithin(line).find(({ at, label }) => at.start > from && partLabelOf(label));
  return next?.at.start ?? line.text.length;
}
