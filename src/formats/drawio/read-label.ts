import { isIdPrefix, keywordAt } from '../markdown/kinds.ts';
import type { Keyword } from '../markdown/kinds.ts';
import type { Span } from '../span.ts';
import { find, lettersOf, skip } from '../scan.ts';

/** What a shape's label says of the node that it is. Stretches are of the label's text. */
export interface Marks {
  readonly keyword?: Keyword;
  readonly id?: string;
  /** Where the id stands; the keyword, if there is no id. */
  readonly idAt: Span;
  /** From the keyword or id, whichever comes first, to the end of the id. */
  readonly markAt: Span;
  /** The letters of the id; empty where there are none. */
  readonly prefix: string;
  /** What the label says besides. May be empty. */
  readonly rest: Span;
  /** Nothing but white space parts the id from the text, so that it may have come to the front by chance. */
  readonly loose: boolean;
}

const LEADING = /^[^\p{L}\p{N}]*/u;
/** Brackets and quotation marks around a keyword or an id. */
const CLOSING = /\s*[)\]}>»”"']+/y;
const OPENING = /\s*[([{<«“"'#]*\s*/y;
/** A line of its own parts as well as a colon does. */
const SEPARATOR = /[^\S\n]*(?:[:–—](?![\d/])|\.(?=\s|$)|-(?=\s)|\n)\s*|\s*$/y;
const COLON = /\s*:\s*/y;

/** Letters and a number in many arrangements, or just a number: behind a keyword. */
const NAMED_ID =
  /(?:[A-Z][A-Za-z]{0,7}(?:[-_.][A-Z]{1,8}){0,3}[-_.]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?![\p{L}\p{N}_])/uy;
/** Letters that are known and a number with no leading zero: alone. */
const BARE_ID = /[A-Z][A-Za-z]{0,3}[-_]?(?:[1-9]\d{0,2}|0)(?:\.\d{1,3})*[a-z]?(?![\p{L}\p{N}_])/uy;
const TRAILING_ID = /[([]([A-Z][A-Za-z]{0,3}[1-9]\d{0,2}(?:\.\d{1,3})*)[)\]]$/;

/**
 * Reads what marks a label as a node: `Sub-Claim C2: …`, `Rebuttal 1.3 …`, `Context: CT1` above its text, `R2: …`, `Goal` above its text,
 * `… (C2)`. Undefined where nothing does. Shapes say one thing each, so less is asked of them than of a line of prose.
 *
 * @param isPrefix whether letters are known to begin ids
 */
export function readLabel(
  text: string,
  isPrefix: (letters: string) => boolean = isIdPrefix,
): Marks | undefined {
  // Keywords of two words may stand on two lines.
  const flat = text.replaceAll('\n', ' ');
  const start = LEADING.exec(flat)![0].length;
  const keyword = keywordAt(flat, start);
  if (keyword) return behindKeyword(text, flat, start, keyword, isPrefix);
  return withBareId(text, flat, start, isPrefix) ?? withTrailingId(text, start, isPrefix);
}

function behindKeyword(
  text: string,
  flat: string,
  start: number,
  { keyword, end }: { keyword: Keyword; end: number },
  isPrefix: (letters: string) => boolean,
): Marks | undefined {
  const closed = skip(CLOSING, text, end) ?? end;
  const colon = skip(COLON, text, closed);
  const from = skip(OPENING, text, colon ?? closed) ?? closed;
  const id = from === end ? undefined : find(NAMED_ID, text, from);
  const isNumber = id !== undefined && /^\d/.test(id);
  // `Context: 3 servers` and `Evidence: T1 lines` only speak of things that look like an id.
  const apart = colon !== undefined || (isNumber && text.slice(end, from).includes('\n'));
  const isId =
    id !== undefined &&
    (!apart || (!isNumber && isPrefix(lettersOf(id)) && !isLoose(text, from + id.length)));
  if (isId) {
    const idEnd = from + id.length;
    return marksOf(text, { keyword, id, idAt: { start: from, end: idEnd }, start });
  }
  const rest = colon ?? skip(SEPARATOR, text, closed);
  if (rest === undefined) return undefined;
  const idAt = { start, end: Math.min(end, flat.length) };
  return { keyword, idAt, markAt: idAt, prefix: '', rest: { start: rest, end: text.length }, loose: false };
}

/** `R2: …`, `G1` above its text, `UM1 (Undermine): …` */
function withBareId(
  text: string,
  flat: string,
  start: number,
  isPrefix: (letters: string) => boolean,
): Marks | undefined {
  const id = find(BARE_ID, text, start);
  if (id === undefined || !isPrefix(lettersOf(id))) return undefined;
  const idEnd = start + id.length;
  const open = skip(/\s*\(\s*/y, text, idEnd);
  const remark = open === undefined ? undefined : keywordAt(flat, open);
  const closed = remark && skip(CLOSING, text, remark.end);
  return marksOf(text, {
    ...(remark && closed !== undefined && { keyword: remark.keyword, remarkEnd: closed }),
    id,
    idAt: { start, end: idEnd },
    start,
  });
}

/** `Transport is secure (C2)` */
function withTrailingId(
  text: string,
  start: number,
  isPrefix: (letters: string) => boolean,
): Marks | undefined {
  const match = TRAILING_ID.exec(text);
  const id = match?.[1];
  if (!match || id === undefined || match.index <= start || !isPrefix(lettersOf(id))) return undefined;
  const idAt = { start: match.index + 1, end: match.index + 1 + id.length };
  const rest = { start, end: text.slice(0, match.index).trimEnd().length };
  return { id, idAt, markAt: idAt, prefix: lettersOf(id), rest, loose: false };
}

interface Found {
  readonly keyword?: Keyword;
  readonly id: string;
  readonly idAt: Span;
  /** Where the keyword or the id begins. */
  readonly start: number;
  /** Where a remark in parentheses behind the id ends. */
  readonly remarkEnd?: number;
}

function marksOf(text: string, { keyword, id, idAt, start, remarkEnd }: Found): Marks {
  const closed = skip(CLOSING, text, remarkEnd ?? idAt.end) ?? remarkEnd ?? idAt.end;
  const rest = skip(SEPARATOR, text, closed);
  return {
    ...(keyword && { keyword }),
    id,
    idAt,
    markAt: { start, end: idAt.end },
    prefix: lettersOf(id),
    rest: { start: rest ?? skip(/\s*/y, text, closed)!, end: text.length },
    loose: rest === undefined,
  };
}

function isLoose(text: string, at: number): boolean {
  return skip(SEPARATOR, text, skip(CLOSING, text, at) ?? at) === undefined;
}
