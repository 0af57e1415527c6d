import { sourceSpan } from './drafts.ts';
import type { InlineLine, PlacedLink } from './inline.ts';
import { readLabel } from './labels.ts';
import type { LineEntry } from './outline.ts';
import type { Said } from './paragraph-text.ts';
import { holdPlace } from './prose.ts';
import type { Span } from '../span.ts';

/** Longer ones between commas are clauses of a sentence. */
const MOST_WORDS = 6;
/** Longer lists are no items of evidence one by one. */
const MOST_PIECES = 50;
const MOST_LINES = 50;
const JOINING = /^(?:and|or|plus)\s+/i;

/**
 * The items of evidence that words behind a label list, without those that are places: between semicolons, or between commas where each is short
 * and one at least is a code span. Empty where they list nothing.
 *
 * @param from where the words begin in the line's text
 */
export function evidencePieces(entry: LineEntry, from: number): Said[] {
  const lines = linesFrom(entry);
  const stops = lines.map((line, index) => separatorsOf(line, index === 0 ? from : 0));
  const semicolons = stops.some((found) => found.some(({ mark }) => mark === ';'));
  const mark = semicolons ? ';' : ',';
  if (stops.flat().length > MOST_PIECES) return [];
  const pieces = split(
    lines,
    stops.map((found) => found.filter((stop) => stop.mark === mark).map(({ at }) => at)),
    from,
  );
  if (pieces.length < 2 || !(semicolons ? pieces.every(isItem) : isList(pieces))) return [];
  return pieces.flatMap((piece) => (holdPlace(piece.links) ? [] : [saidBy(piece)]));
}

interface Piece {
  readonly text: string;
  readonly span: Span;
  readonly links: readonly PlacedLink[];
}

function linesFrom({ paragraph, index }: LineEntry): InlineLine[] {
  const lines: InlineLine[] = [];
  for (let at = index; at < paragraph.lines.length && lines.length < MOST_LINES; at++) {
    const { line } = paragraph.lines[at]!;
    if (at > index && readLabel(line)?.start === 0) break;
    lines.push(line);
  }
  return lines;
}

/** Semicolons and commas that stand in no parentheses and no code span. */
function separatorsOf({ text, links }: InlineLine, from: number): { at: number; mark: string }[] {
  const found: { at: number; mark: string }[] = [];
  let depth = 0;
  let next = 0;
  for (let at = from; at < text.length; at++) {
    while (next < links.length && links[next]!.at.end <= at) next++;
    if (next < links.length && links[next]!.at.start <= at) continue;
    const mark = text[at]!;
    if (mark === '(') depth++;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === ';' || mark === ',')) found.push({ at, mark });
  }
  return found;
}

function split(lines: readonly InlineLine[], stops: readonly (readonly number[])[], from: number): Piece[] {
  const pieces: Piece[] = [];
  let open: { line: InlineLine; start: number; end: number }[] = [];
  const close = (): void => {
    const piece = pieceOf(open);
    if (piece) pieces.push(piece);
    open = [];
  };
  lines.forEach((line, index) => {
    let start = index === 0 ? from : 0;
    for (const stop of stops[index]!) {
      open.push({ line, start, end: stop });
      close();
      start = stop + 1;
    }
    open.push({ line, start, end: line.text.length });
  });
  close();
  return pieces;
}

function pieceOf(parts: readonly { line: InlineLine; start: number; end: number }[]): Piece | undefined {
  const said = parts.flatMap(({ line, start, end }) => {
    const raw = line.text.slice(start, end);
    const text = raw.trim();
    const at = start + raw.indexOf(text);
    const links = line.links.filter((link) => link.at.end > start && link.at.start < end);
    return text === '' ? [] : [{ text, span: sourceSpan(line, { start: at, end: at + text.length }), links }];
  });
  const text = said.map((one) => one.text).join(' ');
  if (!/\p{L}{2}/u.test(text)) return undefined;
  return {
    text: text.replace(/\s+/g, ' '),
    span: { start: said[0]!.span.start, end: said.at(-1)!.span.end },
    links: said.flatMap(({ links }) => links),
  };
}

/** A clause that begins so goes on with what stands before it. */
const GOES_ON =
  /^(?:\p{L}+ed (?:by|in|with|on)|see|which|it|this|that|they|these|so|because|however|where|when|if)\b/iu;

function isItem({ text }: Piece): boolean {
  return text.split(' ').length <= 2 * MOST_WORDS && !GOES_ON.test(text);
}

function isList(pieces: readonly Piece[]): boolean {
  const short = pieces.every(({ text }) => text.replace(JOINING, '').split(' ').length <= MOST_WORDS);
  return short && pieces.some(({ links }) => links.some(({ form }) => form === 'code'));
}

function saidBy({ text, span }: Piece): Said {
  return { text: text.replace(/\.$/, ''), span };
}
