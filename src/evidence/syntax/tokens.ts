import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import { type LineRange, type Span, lastSpanBefore, overlap, splitLines } from '../lines.ts';
import { type Comment, commentAt } from '../comments.ts';
import { createLineFinder } from './line-finder.ts';
import { type Kind, kindsFor } from './token-kinds.ts';
import { walk } from './walk.ts';

/*
 * The token sequence of a text: what its code says, without what only its layout says. Two texts with the same sequence mean the same
 * to the language. In it are all leaves of the syntax tree but comments, and marks where layout carries meaning and leaves no token: the end of a statement
 * or of a member, the start and end of an indented block. White space inside strings counts, and so do docstrings, which programs can read.
 * Not in it is what formatters choose: trailing commas, optional semicolons, the kind of quotes, parentheses around a whole value. What that is in
 * detail the rules of each language say.
 */

/** One element of the sequence. Lines are 1-based and inclusive. */
export interface Token {
  readonly text: string;
  /** Where it starts, in UTF-16 units from the start of the text; a mark starts where that does which it marks. */
  readonly start: number;
  readonly startLine: number;
  readonly endLine: number;
  /** As written, for a token of several lines. */
  readonly source?: string;
  /** A mark stands for all these lines; it says nothing of an extent that holds a part of them. */
  readonly mark?: true;
}

/** A node on the way down to the cursor, as the rules see it. */
export interface Frame {
  readonly type: string;
  readonly named: boolean;
  /** The characters of the node. */
  readonly text: string;
  /** The whole text, and where the node starts in it. */
  readonly source: string;
  readonly start: number;
  readonly parent: Frame | undefined;
  /** How many children were entered so far, comments included. */
  children: number;
}

/** What is special about the tokens of a language. */
export interface TokenRules {
  /** Types of nodes that say nothing: comments. */
  readonly comments: ReadonlySet<string>;
  /** Comments that say something after all, since compilers read them. */
  readonly directives?: RegExp;
  /** Types of nodes whose named children are statements or members: a mark follows each. */
  readonly lists: ReadonlySet<string>;
  /** Types of nodes that only their indentation delimits. */
  readonly indented: ReadonlySet<string>;
  /** Whether a node is delimited by white space in the same way: arguments without parentheses. */
  bare?(frame: Frame): boolean;
  /** Types of nodes in which a comma behind the only element says something: a tuple of one. */
  readonly singles: ReadonlySet<string>;
  /** Whether a comma in front of the closing bracket always says something in nodes of a type. Default: nowhere. */
  keepsComma?(type: string): boolean;
  /**
   * Which tokens directly in code that cannot be parsed may have been read wrongly, by their types. For languages whose tokens say all, so that
   * the rest stands as it is. Default: all that is in such code says nothing.
   */
  isUnreliable?(type: string): boolean;
  /** The tokens of text that no node covers. Default: one. */
  uncovered?(text: string): readonly string[];
  /** By type of node, what to write in its place: no tokens, one, some; or undefined to go on as usual. */
  readonly rewrite: ReadonlyMap<string, (frame: Frame) => readonly string[] | undefined>;
  /** Types of nodes whose children are words: it says something whether white space stands between two of them. */
  readonly words?: ReadonlySet<string>;
  /** Whether a token that the grammar misses is none that has to be there. */
  mayMiss?(frame: Frame): boolean;
  /** White space at the ends of a text that says something there, as tokens; empty for none. */
  ends?(text: string): { readonly first: string; readonly last: string };
  /** Types of nodes whose parentheses, or braces, may be redundant. */
  readonly parenthesized: ReadonlySet<string>;
  /** Whether the value in these parentheses or braces stands for itself in its place, so that they group nothing. */
  redundantParentheses(frame: Frame, node: Node, field: string | null): boolean;
}

/** The marks. No token of a program reads like one, since `<` is always a token of its own. */
export const MARKS = {
  end: '<end>',
  indent: '<indent>',
  dedent: '<dedent>',
  glue: '<glue>',
} as const;

const GROUPING = new Set(['(', ')', '{', '}']);

/** Its texts are only cut out where they are asked for: most are not. */
class OpenNode implements Frame {
  children = 0;
  /** What stands in its place; empty for a comment. */
  replaced: readonly string[] | undefined;
  comment = false;
  /** Its parentheses are left out. */
  redundant = false;
  /** Elements since the last opening bracket. */
  elements = 0;
  afterElement = false;
  /** Where a comma ended that is left out if nothing but a closing bracket follows. */
  comma: { readonly start: number; readonly end: number } | undefined;
  /** Where its last named child ended. */
  wordEnd = -1;

  constructor(
    readonly kind: Kind,
    readonly source: string,
    readonly start: number,
    readonly end: number,
    readonly parent: OpenNode | undefined,
  ) {}

  get type(): string {
    return this.kind.type;
  }

  get named(): boolean {
    return this.kind.named;
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }
}

export interface TokenSequence {
  readonly tokens: readonly Token[];
  /** Apart from the tokens, since where a comment stands between them is layout. */
  readonly comments: readonly Comment[];
  /** Where the text could not be read. */
  readonly errors: readonly LineRange[];
}

/** Writes down the token sequence of a parsed text. Takes time and space linear in the size of the tree. */
export function readTokens(tree: Tree, text: string, rules: TokenRules): TokenSequence {
  const sink = createSink(text, rules);
  const errors: LineRange[] = [];
  const kinds = kindsFor(tree.language, rules);
  let top: OpenNode | undefined;

  const enter = (cursor: TreeCursor): boolean => {
    const parent = top;
    const kind = kinds(cursor.nodeTypeId);
    const node = new OpenNode(kind, text, cursor.startIndex, cursor.endIndex, parent);
    readNode(node, cursor, rules);
    if (parent) parent.children += 1;
    if (isError(node, cursor, rules)) errors.push(sink.linesBetween(node.start, node.end));
    if (parent && !node.comment) settleComma(parent, node, rules, sink);
    if (parent && isGlued(node, parent)) sink.mark(MARKS.glue, node.start);
    // The mark belongs to the head in front of the block, which a member of the block does not have in its extent.
    if (parent && isUndelimited(node, rules)) sink.mark(MARKS.indent, parent.start);
    top = node;
    return node.replaced === undefined;
  };
  const leave = (): void => {
    const node = top!;
    top = node.parent;
    if (node.parent && node.named) node.parent.wordEnd = node.end;
    if (node.type === 'ERROR' && node.children === 0) errors.push(sink.linesBetween(node.start, node.end));
    settleComma(node, undefined, rules, sink);
    writeNode(node, sink);
    if (!node.parent || node.comment) return;
    countElement(node, node.parent);
    if (isUndelimited(node, rules)) sink.mark(MARKS.dedent, node.parent.start);
    const member = node.named && node.replaced?.length !== 0 && node.parent.kind.list;
    if (member && !node.parent.redundant) sink.mark(MARKS.end, node.start);
  };

  const ends = rules.ends?.(text);
  sink.put(ends?.first ?? '', 0, 0);
  walk(tree, { enter, leave });
  sink.cover(text.length, text.length);
  sink.put(ends?.last ?? '', text.length, text.length);
  return { tokens: sink.tokens, comments: sink.comments, errors };
}

function isError(node: OpenNode, cursor: TreeCursor, rules: TokenRules): boolean {
  if (rules.isUnreliable) return node.parent?.type === 'ERROR' && rules.isUnreliable(node.type);
  // What is missing has no characters.
  const missing = node.start === node.end && cursor.nodeIsMissing;
  return (missing && !rules.mayMiss?.(node)) || node.type === 'ERROR';
}

function isGlued({ named, type, start }: OpenNode, parent: OpenNode): boolean {
  return named && parent.kind.words && parent.wordEnd === start && !type.endsWith('redirect');
}

function isUndelimited(node: OpenNode, rules: TokenRules): boolean {
  return node.kind.indented || rules.bare?.(node) === true;
}

/** Where tokens are written to. Offsets are in UTF-16 units. */
interface Sink {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  put(token: string, start: number, end: number): void;
  putComment(start: number, end: number): void;
  /** Tells that these characters are dealt with. Those before them that no leaf covers count too, so that no grammar can hide a change. */
  cover(start: number, end: number): void;
  /** Marks something that started at an offset and ends with the last token written. */
  mark(mark: string, start: number): void;
  linesBetween(start: number, end: number): LineRange;
}

function createSink(text: string, rules: TokenRules): Sink {
  const lineAt = createLineFinder(text);
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let covered = 0;
  const put = (token: string, start: number, end: number): void => {
    if (token === '') return;
    const startLine = lineAt(start);
    const endLine = lineAt(Math.max(start, end - 1));
    if (startLine === endLine) tokens.push({ text: token, start, startLine, endLine });
    else
      tokens.push({
        text: token,
        start,
        startLine,
        endLine,
        source: text.slice(start, end),
      });
  };
  const putUncovered = (start: number, end: number): void => {
    const gap = text.slice(start, end).replaceAll('\\\n', '  ');
    const first = start + gap.length - gap.trimStart().length;
    const content = gap.trim();
    const parts = content === '' ? [] : (rules.uncovered?.(content) ?? [content]);
    for (const part of parts) put(part, first, first + content.length);
  };
  return {
    tokens,
    comments,
    put,
    putComment(start, end) {
      // Some grammars take what only continues a line for a comment.
      if (/[^\s\\]/.test(text.slice(start, end))) comments.push(commentAt(text, { start, end }, lineAt));
    },
    cover(start, end) {
      if (start > covered && !isSpace(text, covered, start)) putUncovered(covered, start);
      covered = Math.max(covered, end);
    },
    mark(mark, start) {
      const startLine = lineAt(start);
      const endLine = Math.max(startLine, tokens.at(-1)?.endLine ?? startLine);
      tokens.push({ text: mark, start, startLine, endLine, mark: true });
    },
    linesBetween: (start, end) => ({ start: lineAt(start), end: lineAt(end) }),
  };
}

/** Whether there is nothing but plain white space between two offsets, as nearly everywhere between tokens. */
function isSpace(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== SPACE && code !== LINE_END && code !== TAB) return false;
  }
  return true;
}

const [SPACE, LINE_END, TAB] = [0x20, 0x0a, 0x09];

/** Writes a leaf, or what stands in the place of a node; the children of other nodes have written themselves. */
function writeNode(node: OpenNode, sink: Sink): void {
  const { type, start, end, parent, replaced } = node;
  const leaf = node.children === 0 && parent !== undefined;
  if (!replaced && !leaf) return;
  sink.cover(start, end);
  if (node.comment) sink.putComment(start, end);
  else if (replaced) for (const token of replaced) sink.put(token, start, end);
  else if (type === ',' && parent?.afterElement) parent.comma = { start, end };
  else if (!(parent?.redundant && GROUPING.has(type))) sink.put(node.text, start, end);
}

function countElement(node: OpenNode, parent: OpenNode): void {
  if (node.kind.opener) parent.elements = 0;
  else if (node.named) parent.elements += 1;
  parent.afterElement = node.named;
}

/** Writes a comma held back, now that what follows it is known. */
function settleComma(parent: OpenNode, next: OpenNode | undefined, rules: TokenRules, sink: Sink): void {
  const { comma } = parent;
  if (!comma) return;
  parent.comma = undefined;
  const trailing = next !== undefined && !next.named && next.kind.closer;
  const single = rules.singles.has(parent.type) && parent.elements === 1;
  if (!trailing || single || rules.keepsComma?.(parent.type)) sink.put(',', comma.start, comma.end);
}

/** Reads what stands in the place of a node, and whether its parentheses do nothing. */
function readNode(node: OpenNode, cursor: TreeCursor, rules: TokenRules): void {
  const { kind } = node;
  node.comment = kind.comment && !rules.directives?.test(node.text);
  node.replaced = node.comment ? [] : kind.rewrite?.(node);
  if (kind.parenthesized) {
    node.redundant = rules.redundantParentheses(node, cursor.currentNode, cursor.currentFieldName);
  }
}

/** The tokens that start in none of some stretches of the text. */
export function tokensOutside(tokens: readonly Token[], spans: readonly Span[]): readonly Token[] {
  const outermost = withoutInner(spans);
  return tokens.filter(({ start }) => {
    const before = lastSpanBefore(outermost, start);
    return !before || start >= before.end;
  });
}

/** In order, without those that lie in another one. */
function withoutInner(spans: readonly Span[]): readonly Span[] {
  const outermost: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(span);
  }
  return outermost;
}

/**
 * The tokens of some lines; of a token that reaches beyond them, such as a long string, the lines inside. Not the comma at their end: whether
 * a member of a list is followed by another says nothing about it.
 */
export function tokensOfLines(tokens: readonly Token[], lines: LineRange | undefined): string[] {
  if (!lines) return tokens.map(({ text }) => text);
  const chosen: string[] = [];
  for (const token of tokens) {
    const span = { start: token.startLine, end: token.endLine };
    const inside = lines.start <= span.start && span.end <= lines.end;
    if (inside) chosen.push(token.text);
    else if (!token.mark && overlap(span, lines)) chosen.push(clip(token, lines));
  }
  if (chosen.at(-1) === ',') chosen.pop();
  return chosen;
}

function clip({ text, source = text, startLine }: Token, lines: LineRange): string {
  return splitLines(source)
    .slice(Math.max(0, lines.start - startLine), lines.end - startLine + 1)
    .join('\n');
}

/** Removes the backslash of escaped quotes: which quotes have to be escaped depends on the quotes around them only. */
export function unescapeQuotes(content: string): string {
  return content.replace(/\\([\s\S])/g, (whole, character: string) =>
    character === '"' || character === "'" ? character : whole,
  );
}
