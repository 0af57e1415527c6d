import { type LineRange, type Span, lastSpanBefore } from './lines.ts';
import type { CodeSymbol, Outline } from './syntax/outline.ts';
import { MARKS, type Token } from './syntax/tokens.ts';

/*
 * What a symbol says, where it shares lines with others: `int f() {} int g() {}`, `const a = 1, b = 2`, code that was made small. Its lines say too
 * much then, and its extent too little, since what stands in front of it may belong to it (`const`, the `public:` of C++).
 */

/** The tokens of a symbol's lines that are its own; offsets are those of tokens. Without `stretches` and `room`, the lines are the symbol's alone. */
export interface OwnTokens {
  readonly tokens: readonly Token[];
  /** Where they lie, without what stands between. */
  readonly stretches?: readonly Span[];
  /** Where its comments may stand: up to what else is there. */
  readonly room?: Span;
}

const OPENERS = new Set(['(', '[', '{']);
const CLOSERS = new Set([')', ']', '}']);
const BLOCK_MARKS: ReadonlySet<string> = new Set([MARKS.end, MARKS.indent, MARKS.dedent]);

/**
 * Finds the tokens of a symbol on its first and last line: with what stands beside it in its statement (`const`, `;`), up to the bracket that it stands
 * in, the end of another statement, or another symbol. Of those that are declared with it, by commas, only what they share counts. Takes linear time.
 *
 * @param tokens of the text, all or those of interest
 * @param text with `\n` as the only line end
 */
export function ownTokens(
  tokens: readonly Token[],
  text: string,
  symbol: CodeSymbol,
  outline: Outline,
): OwnTokens {
  const { span, startLine, endLine } = symbol;
  const first = tokens.findIndex(({ mark, start }) => !mark && start >= span.start);
  const behind = tokens.findLastIndex(({ mark, start }) => !mark && start < span.end) + 1;
  if (first < 0 || first >= behind) return { tokens };
  const others = othersOn({ start: startLine, end: endLine }, symbol, outline);
  const siblings = siblingsOf(symbol, outline);
  const before = walkBack(tokens, first, startLine, others);
  const ownStart = before.edge === undefined ? 0 : tokens[before.from]!.start;
  const after = walkOn(tokens, behind, endLine, others, ownStart);
  const inside = siblings.length === 0 ? [] : within(tokens, first, behind, siblings);
  const left = new Set([...before.dropped, ...inside, ...after.dropped]);
  if (before.edge === undefined && after.edge === undefined && left.size === 0) return { tokens };
  const from = before.edge === undefined ? 0 : before.from;
  const lineEnd = text.indexOf('\n', span.end - 1);
  const end = after.edge ?? (lineEnd < 0 ? text.length : lineEnd);
  const start = before.edge === undefined ? text.lastIndexOf('\n', span.start - 1) + 1 : ownStart;
  return {
    tokens: tokens.slice(from, after.to).filter((_, i) => !left.has(from + i)),
    stretches: between({ start, end }, [...others, ...siblings].sort(byStart)),
    room: { start: before.edge ?? start, end },
  };
}

/** What is said in front of the list that a symbol stands in, without what is among the tokens of its own lines. */
export function headTokens(
  tokens: readonly Token[],
  own: OwnTokens,
  { head, startLine }: CodeSymbol,
): readonly string[] {
  if (!head) return [];
  const above = tokens.filter(({ mark, start }) => !mark && start >= head.start && start < head.end);
  const isOwn = (token: Token): boolean => token.endLine >= startLine && own.tokens.includes(token);
  return above.filter((token) => !isOwn(token)).map(({ text }) => text);
}

/** The elements of one of a list as if it stood alone: with what is said for all of the list, and the end of a statement for the comma. */
export function withHead(elements: readonly string[], head: readonly string[]): readonly string[] {
  const plain = elements[0] === ',' ? elements.slice(1) : elements;
  return [...head, ...plain, ...(plain.at(-1) === MARKS.end ? [] : [MARKS.end])];
}

/** The outermost of the symbols beside another one on its lines, in order. */
function othersOn(lines: LineRange, { span }: CodeSymbol, outline: Outline): readonly Span[] {
  const beside = outline.filter(
    (one) =>
      one.startLine <= lines.end &&
      one.endLine >= lines.start &&
      (one.span.end <= span.start || one.span.start >= span.end),
  );
  const outermost: Span[] = [];
  for (const { span: other } of beside.sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  )) {
    if (other.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(other);
  }
  return outermost;
}

/** What those have for themselves that are declared in the same breath: `b = 2` in `int a = 1, b = 2;`. In order. */
function siblingsOf({ span, own }: CodeSymbol, outline: Outline): readonly Span[] {
  if (!own) return [];
  const all = outline.flatMap((one) => (one.own && one.span.start === span.start ? [one.own] : []));
  return all.filter(({ start, end }) => start >= own.end || end <= own.start).sort(byStart);
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

/** The tokens of siblings in a symbol's extent, with the commas at them, by their index. */
function within(
  tokens: readonly Token[],
  first: number,
  behind: number,
  siblings: readonly Span[],
): number[] {
  const isTheirs = (i: number): boolean =>
    i >= first && i < behind && spanAt(siblings, tokens[i]!.start) !== undefined;
  const dropped: number[] = [];
  for (let i = first; i < behind; i++) {
    const isComma = tokens[i]!.text === ',' && (isTheirs(i - 1) || isTheirs(i + 1));
    if (isComma || isTheirs(i)) dropped.push(i);
  }
  return dropped;
}

/** The span among some, in order and apart, that an offset lies in. */
function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  const found = lastSpanBefore(spans, offset);
  return found && offset < found.end ? found : undefined;
}

/** From a symbol's first token to the left, as far as its line and its statement go. `edge`: behind where something else begins that stands in front of `from`. */
function walkBack(
  tokens: readonly Token[],
  first: number,
  line: number,
  others: readonly Span[],
): { readonly from: number; readonly edge?: number; readonly dropped: readonly number[] } {
  const dropped: number[] = [];
  let depth = 0;
  /** Behind the bracket that is not opened on this line. */
  let outside = first;
  let from = first;
  for (let i = first - 1; i >= 0; i--) {
    const { text, mark, start, startLine, endLine } = tokens[i]!;
    if (endLine < line) break;
    const isComma = text === ',' && depth === 0;
    const sibling = isComma ? spanBefore(tokens, i, line, others) : undefined;
    if (sibling) {
      for (dropped.push(i); i > 0 && !isBefore(tokens[i - 1]!, sibling); i--) dropped.push(i - 1);
      from = i;
      continue;
    }
    const isOpen = OPENERS.has(text);
    const ends =
      depth === 0 && (isOpen || text === ';' || text === '}' || (isComma && !isFirst(tokens, i, line)));
    if (mark ? BLOCK_MARKS.has(text) : ends || startLine < line || spanAt(others, start)) {
      return { from: depth === 0 ? from : outside, edge: start + 1, dropped };
    }
    if (CLOSERS.has(text) && depth++ === 0) outside = i + 1;
    else if (isOpen) depth--;
    from = i;
  }
  return { from, dropped };
}

function isBefore({ start }: Token, span: Span): boolean {
  return start < span.start;
}

function isFirst(tokens: readonly Token[], i: number, line: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || before.endLine < line;
}

/** The other symbol that ends in front of a token, on this line. */
function spanBefore(
  tokens: readonly Token[],
  at: number,
  line: number,
  others: readonly Span[],
): Span | undefined {
  let i = at - 1;
  while (i >= 0 && tokens[i]!.mark) i--;
  const before = tokens[i];
  return before && before.endLine >= line ? spanAt(others, before.start) : undefined;
}

/** From behind a symbol's last token to the right. `edge`: where something else stands on the line; all before the index `to` is looked at. */
function walkOn(
  tokens: readonly Token[],
  behind: number,
  line: number,
  others: readonly Span[],
  ownStart: number,
): { readonly to: number; readonly edge?: number; readonly dropped: readonly number[] } {
  const dropped: number[] = [];
  let depth = 0;
  let ended = false;
  for (let i = behind; i < tokens.length; i++) {
    const { text, mark, start, startLine } = tokens[i]!;
    if (startLine > line) break;
    if (mark) {
      if (start < ownStart) return { to: i, edge: edgeAt(tokens, i), dropped };
      ended ||= text === MARKS.end && depth === 0;
      continue;
    }
    if (text === ',' && depth === 0 && !ended) {
      const next = tokens[i + 1];
      if (!next || next.startLine > line) continue;
      const sibling = spanAt(others, next.start);
      if (!sibling) return { to: i, edge: start, dropped };
      for (dropped.push(i); spanAt([sibling], tokens[i + 1]?.start ?? sibling.end); i++) dropped.push(i + 1);
      continue;
    }
    const closes = depth === 0 && CLOSERS.has(text);
    if (closes || (ended && text !== ';') || spanAt(others, start)) return { to: i, edge: start, dropped };
    if (OPENERS.has(text)) depth++;
    else if (CLOSERS.has(text)) depth--;
    else if (text === ';' && depth === 0) ended = true;
  }
  return { to: tokens.length, dropped };
}

/** Where the next token is that is no mark. */
function edgeAt(tokens: readonly Token[], at: number): number | undefined {
  let i = at;
  while (tokens[i]?.mark) i++;
  return tokens[i]?.start;
}

/** A span without those that lie in it. */
function between(whole: Span, others: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let { start } = whole;
  for (const other of others) {
    if (other.end <= start || other.start >= whole.end) continue;
    if (other.start > start) spans.push({ start, end: other.start });
    start = other.end;
  }
  if (start < whole.end) spans.push({ start, end: whole.end });
  return spans;
}
