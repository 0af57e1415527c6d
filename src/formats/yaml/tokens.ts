import { Lexer, Parser } from 'yaml';
import type { CST } from 'yaml';

/** What a text costs is counted in lexical tokens; a claim file of 10,000 nodes has about 150,000. */
const MAX_TOKENS = 500_000;

/** The concrete syntax of a text, and where the reading stopped if the text was too much. */
export interface TokenStream {
  readonly tokens: readonly CST.Token[];
  /** The offset behind which nothing was read. */
  readonly stoppedAt?: number;
}

/** Parses YAML into its concrete syntax. Never throws; reads at most 500,000 lexical tokens. */
export function parseTokens(text: string): TokenStream {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  let stoppedAt: number | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_TOKENS) {
      stoppedAt = parser.offset;
      break;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, stoppedAt };
}

/** A collection in the concrete syntax. */
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** One token of a document, with what it stands in. */
export interface Place {
  readonly token: CST.Token;
  /** How many collections it stands in. */
  readonly depth: number;
  /** It begins on the line of the `- ` or the `key: ` before it. */
  readonly onLineOfOwner: boolean;
  /** It is the value behind a key and a colon, without `?`. */
  readonly isValue: boolean;
  /** It stands within brackets. */
  readonly inFlow: boolean;
}

/** Visits all scalars and collections of the documents; not recursive, as hostile nesting has no bound. */
export function visitTokens(tokens: readonly CST.Token[], visit: (place: Place) => void): void {
  const open: Place[] = [];
  for (const token of tokens) {
    if (token.type !== 'document' || !token.value) continue;
    open.push({ token: token.value, depth: 0, onLineOfOwner: false, isValue: false, inFlow: false });
    for (let place = open.pop(); place; place = open.pop()) {
      visit(place);
      pushItems(place, open);
    }
  }
}

/** Whether a token is a collection. */
export function isCollection(token: CST.Token): token is Collection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function pushItems({ token, depth, inFlow }: Place, open: Place[]): void {
  if (!isCollection(token)) return;
  const deeper = depth + 1;
  const flow = inFlow || token.type === 'flow-collection';
  for (const { start, key, sep, value } of token.items) {
    if (key) open.push({ token: key, depth: deeper, onLineOfOwner: false, isValue: false, inFlow: flow });
    if (value) {
      const onLineOfOwner = !newlineBehindIndicator(sep ?? start);
      const isValue = includes(sep, 'map-value-ind') && !includes(start, 'explicit-key-ind');
      open.push({ token: value, depth: deeper, onLineOfOwner, isValue, inFlow: flow });
    }
  }
}

/** Whether one of some parts of the syntax is of a type. */
export function includes(
  parts: readonly CST.SourceToken[] | undefined,
  type: CST.SourceToken['type'],
): boolean {
  if (!parts) return false;
  for (const part of parts) if (part.type === type) return true;
  return false;
}

/** Whether a line ends between a `- ` or `: ` and what it announces. */
function newlineBehindIndicator(parts: readonly CST.SourceToken[]): boolean {
  for (let at = parts.length - 1; at >= 0; at--) {
    const { type } = parts[at]!;
    if (type === 'newline') return true;
    if (type === 'seq-item-ind' || type === 'map-value-ind') return false;
  }
  return false;
}
