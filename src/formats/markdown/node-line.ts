import type { Prefixes } from '../../model/settings.ts';
import { ID_TAIL } from './id-pattern.ts';
import type { InlineLine } from './inline.ts';
import { hintedKind, isIdPrefix, keywordAt } from './kinds.ts';
import type { Keyword } from './kinds.ts';
import type { Span } from '../span.ts';
import { find, lettersOf, skip } from '../scan.ts';

/** A line that begins a node. Stretches are of the line's text, not of the document. */
export interface NodeLine {
  readonly keyword?: Keyword;
  /** The id as people quote it (`C1`, `Claim 1`); undefined where only a keyword makes the node. */
  readonly id?: string;
  /** Where the id stands; the keyword, if there is no id. */
  readonly idAt: Span;
  /** The letters of the id: `UM` of `UM1`. Empty where there are none. */
  readonly prefix: string;
  /** What the line says of the node. May be empty. */
  readonly rest: Span;
}

/** How a line stands in its document, which decides how much it must look like a node to be read as one. */
export interface LineUse {
  /** Headings may be numbered, and may have their id at the end: `1. Transport is secure (C2)`. */
  readonly heading: boolean;
  /** It goes on a sentence of the line above, so an id may have come to its front by chance. */
  readonly wrapped: boolean;
  /** The heading or column that says what stands here: below *Mitigations* `M1` is an id. May be empty. */
  readonly hint: string;
  /** Letters that begin ids because a person said so. */
  readonly prefixes?: Prefixes;
}

const LEADING = /^(?:\[[ xX]\]\s+)?[^\p{L}\p{N}]*/u;
const NUMBERING = /\d+(?:\.\d+)*[.):]?\s+/y;
/** `The claim`, as a heading. */
const ARTICLE = /(?:the|our)\s+(?=(?:[\w-]+\s+)?claim$)/iy;
const OPENING = /(?:\s*[([]|\s)\s*/y;
const CLOSING = /[)\]]/y;
const REMARK = /\s*\(\s*/y;
/** Words in parentheses between an id and its separator: `GAP-3 (for releases): …`. */
const ASIDE = /\s*\([^()]{1,60}\)\s*[:–—]\s*/y;
const SEPARATOR = /\s*(?::(?![\d/])|[–—]|\.(?=\s|$)|-(?=\s))\s*|\s*$/y;
/** A heading of these words alone states no claim but announces the one below it. A goal may be that of a project. */
const CLAIM = /claim$/i;
const COLON = /\s*:(?!\/)\s*/y;
const STOP = /\.\s*/y;

/** Behind a keyword an id is letters and a number in many arrangements, or just a number. */
const NAMED_ID =
  /(?:[A-Z][A-Za-z]{0,7}(?:[-_.][A-Z]{1,8}){0,3}[-_.]?)?\d{1,3}(?:[.-]\d{1,3}){0,5}(?:[a-z](?:\.\d{1,3}){0,5})?(?![\p{L}\p{N}_])/uy;
/** Without one it is known letters and a number with no leading zero: A01, RFC 5246 and SHA256 are none. */
const BARE_ID = new RegExp(
  String.raw`[A-Z][A-Za-z]{0,3}(?:[1-9]\d{0,2}|0|-\d{1,3})${ID_TAIL}(?![\p{L}\p{N}_])`,
  'uy',
);

/** Reads a line that begins a node: its keyword, its id, and what it says behind a separator. Undefined for any other line. */
export function readNodeLine(line: InlineLine, use: LineUse): NodeLine | undefined {
  const start = startOf(line.text, use.heading);
  if (use.wrapped && !isEmphasized(line, start)) return undefined;
  const named = keywordAt(line.text, start);
  const keyword = named && { ...named, start };
  return (
    (keyword ? withNamedId(line, keyword) : withBareId(line, start, use)) ??
    (use.heading ? withTrailingId(line, start, use, keyword) : undefined) ??
    (keyword && withoutId(line, keyword, use))
  );
}

/** The id that a whole cell consists of, with its keyword if it has one. */
export function readIdOnly(line: InlineLine, hint: string): NodeLine | undefined {
  const node = readNodeLine(line, { heading: false, wrapped: false, hint });
  return node?.id !== undefined && node.rest.start === node.rest.end ? node : undefined;
}

/** Whether a text can be an id behind a keyword. */
export function isNamedId(text: string): boolean {
  return find(NAMED_ID, text, 0) === text;
}

/** Whether bold or italics begin at or before `at` and hold what stands there. */
export function isEmphasized(line: InlineLine, at: number): boolean {
  return line.emphases.some(({ start, end }) => start <= at && at < end);
}

interface FoundKeyword {
  readonly keyword: Keyword;
  readonly start: number;
  readonly end: number;
}

/** `Rebuttal R2: …`, `Inference rule (IR1): …`, `Claim 1: …` */
function withNamedId(line: InlineLine, { keyword, start, end }: FoundKeyword): NodeLine | undefined {
  const { text } = line;
  const from = skip(OPENING, text, end);
  const id = from === undefined ? undefined : find(NAMED_ID, text, from);
  if (from === undefined || id === undefined) return undefined;
  const idEnd = from + id.length;
  const rest = skip(SEPARATOR, text, skip(CLOSING, text, idEnd) ?? idEnd);
  if (rest === undefined) return undefined;
  const isNumber = /^\d/.test(id);
  return {
    keyword,
    id: isNumber ? `${text.slice(start, end)} ${id}` : id,
    idAt: { start: isNumber ? start : from, end: idEnd },
    prefix: lettersOf(id),
    rest: { start: rest, end: text.length },
  };
}

/** `C1: …`, `UM1 (Undermine): …` */
function withBareId(line: InlineLine, start: number, use: LineUse): NodeLine | undefined {
  const { text } = line;
  const id = find(BARE_ID, text, start);
  if (id === undefined || !isKnown(lettersOf(id), use)) return undefined;
  const idEnd = start + id.length;
  const closed = skip(CLOSING, text, idEnd) ?? idEnd;
  const remark = remarkAt(text, closed);
  const rest =
    skip(SEPARATOR, text, remark?.end ?? closed) ??
    (isEmphasized(line, start) ? skip(ASIDE, text, closed) : undefined);
  if (rest === undefined) return undefined;
  return {
    ...(remark && { keyword: remark.keyword }),
    id,
    idAt: { start, end: idEnd },
    prefix: lettersOf(id),
    rest: { start: rest, end: text.length },
  };
}

/** `1. Transport is secure (C2)`, `Sub-claim: transport is secure (C2)` */
function withTrailingId(
  line: InlineLine,
  start: number,
  use: LineUse,
  keyword: FoundKeyword | undefined,
): NodeLine | undefined {
  const { text } = line;
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  const id = open < start ? undefined : find(BARE_ID, text, open + 1);
  if (id === undefined || !isKnown(lettersOf(id), use)) return undefined;
  if (!/^[)\]]\s*:?$/.test(text.slice(open + 1 + id.length))) return undefined;
  return {
    ...(keyword && { keyword: keyword.keyword }),
    id,
    idAt: { start: open + 1, end: open + 1 + id.length },
    prefix: lettersOf(id),
    rest: {
      start: (keyword && skip(COLON, text, keyword.end)) ?? start,
      end: text.slice(0, open).trimEnd().length,
    },
  };
}

/** `**Rebuttal:** …` */
function withoutId(
  line: InlineLine,
  { keyword, start, end }: FoundKeyword,
  use: LineUse,
): NodeLine | undefined {
  const claims = use.heading && keyword.kind === 'claim' && CLAIM.test(line.text.slice(start, end));
  const alone = claims && end === line.text.length ? end : undefined;
  const rest = alone ?? skip(COLON, line.text, end) ?? (use.heading ? undefined : stopEnd(line, end));
  const stated =
    use.heading && keyword.kind === 'strategy' && /^strategy$/i.test(line.text.slice(start, end));
  if (rest === undefined || (!keyword.withoutId && !(stated && rest < line.text.length))) return undefined;
  if (!use.heading && !isEmphasized(line, start)) return undefined;
  return { keyword, idAt: { start, end }, prefix: '', rest: { start: rest, end: line.text.length } };
}

/** `**Claim.** …`: where the words begin behind a full stop that ends the emphasis. */
function stopEnd({ text, emphases }: InlineLine, end: number): number | undefined {
  return emphases.some((one) => one.end === end + 1) ? skip(STOP, text, end) : undefined;
}

function startOf(text: string, heading: boolean): number {
  const lead = LEADING.exec(text)![0].length;
  const numbered = (heading ? skip(NUMBERING, text, lead) : undefined) ?? lead;
  return (heading ? skip(ARTICLE, text, numbered) : undefined) ?? numbered;
}

/** A keyword in parentheses behind an id. */
function remarkAt(text: string, at: number): { keyword: Keyword; end: number } | undefined {
  const open = skip(REMARK, text, at);
  const named = open === undefined ? undefined : keywordAt(text, open);
  const close = named && skip(CLOSING, text, named.end);
  return named && close !== undefined ? { keyword: named.keyword, end: close } : undefined;
}

function isKnown(prefix: string, { hint, prefixes }: LineUse): boolean {
  return isIdPrefix(prefix, prefixes) || hintedKind(prefix, hint) !== undefined;
}
