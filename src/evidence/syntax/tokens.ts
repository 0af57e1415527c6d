import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import { LineIndex } from '../../model/text.ts';
import { type LineRange, overlap, splitLines } from '../lines.ts';
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
  readonly parent: Frame | undefined;
  /** How many children were entered so far, comments included. */
  children: number;
}

/** What is special about the tokens of a language. */
export interface TokenRules {
  /** Types of nodes that say nothing: comments. */
  readonly comments: ReadonlySet<string>;
  /** Types of nodes whose named children are statements or members: a mark follows each. */
  readonly lists: ReadonlySet<string>;
  /** Types of nodes that only their indentation delimits. */
  readonly indented: ReadonlySet<string>;
  /** Types of nodes in which a comma behind the only element says something: a tuple of one. */
  readonly singles: ReadonlySet<string>;
  /** By type of node, what to write in its place: no tokens, one, some; or undefined to go on as usual. */
  readonly rewrite: ReadonlyMap<string, (frame: Frame) => readonly string[] | undefined>;
  /** Types of nodes whose parentheses may be redundant. */
  readonly parenthesized: ReadonlySet<string>;
  /** Whether the value in these parentheses stands for itself in its place, so that they group nothing. */
  redundantParentheses(frame: Frame, node: Node, field: string | null): boolean;
}

/** The marks. No token of a program reads like one, since `<` is always a token of its own. */
export const MARKS = { end: '<end>', indent: '<indent>', dedent: '<dedent>' } as const;

const OPENERS = new Set(['(', '[', '{', '<']);
const CLOSERS = new Set([')', ']', '}', '>']);

interface OpenNode extends Frame {
  readonly parent: OpenNode | undefined;
  readonly start: number;
  /** What stands in its place; empty for a comment. */
  replaced: readonly string[] | undefined;
  readonly comment: boolean;
  /** Its parentheses are left out. */
  redundant: boolean;
  /** Elements since the last opening bracket. */
  elements: number;
  afterElement: boolean;
  /** Where a comma ended that is left out if nothing but a closing bracket follows. */
  comma: { readonly start: number; readonly end: number } | undefined;
}

export interface TokenSequence {
  readonly tokens: readonly Token[];
  /** Where the text could not be read. */
  readonly errors: readonly LineRange[];
}

/** Writes down the token sequence of a parsed text. Takes time and space linear in the size of the tree. */
export function readTokens(tree: Tree, text: string, rules: TokenRules): TokenSequence {
  const sink = createSink(text);
  const errors: LineRange[] = [];
  const open: OpenNode[] = [];

  const enter = (cursor: TreeCursor): boolean => {
    const parent = open.at(-1);
    const node = openNode(cursor, parent, text, rules);
    if (parent) parent.children += 1;
    if (node.type === 'ERROR' || cursor.nodeIsMissing)
      errors.push(sink.linesBetween(node.start, endOf(node)));
    if (parent && !node.comment) settleComma(parent, node, rules, sink);
    // The mark belongs to the head in front of the block, which a member of the block does not have in its extent.
    if (parent && rules.indented.has(node.type)) sink.mark(MARKS.indent, parent.start);
    open.push(node);
    return node.replaced === undefined;
  };
  const leave = (): void => {
    const node = open.pop()!;
    settleComma(node, undefined, rules, sink);
    writeNode(node, sink);
    if (!node.parent || node.comment) return;
    countElement(node, node.parent);
    if (rules.indented.has(node.type)) sink.mark(MARKS.dedent, node.parent.start);
    const member = node.named && node.replaced?.length !== 0 && rules.lists.has(node.parent.type);
    if (member) sink.mark(MARKS.end, node.start);
  };

  walk(tree, { enter, leave });
  sink.cover(text.length, text.length);
  return { tokens: sink.tokens, errors };
}

/** Where tokens are written to. Offsets are in UTF-16 units. */
interface Sink {
  readonly tokens: readonly Token[];
  put(token: string, start: number, end: number): void;
  /** Tells that these characters are dealt with. Those before them that no leaf covers count too, so that no grammar can hide a change. */
  cover(start: number, end: number): void;
  /** Marks something that started at an offset and ends with the last token written. */
  mark(mark: string, start: number): void;
  linesBetween(start: number, end: number): LineRange;
}

function createSink(text: string): Sink {
  const index = new LineIndex(text);
  const tokens: Token[] = [];
  let covered = 0;
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const put = (token: string, start: number, end: number): void => {
    if (token === '') return;
    const source = text.slice(start, end);
    const startLine = lineAt(start);
    if (source.includes('\n')) tokens.push({ text: token, startLine, endLine: lineAt(end), source });
    else tokens.push({ text: token, startLine, endLine: startLine });
  };
  return {
    tokens,
    put,
    cover(start, end) {
      if (start > covered) put(text.slice(covered, start).replaceAll('\\\n', ' ').trim(), covered, start);
      covered = Math.max(covered, end);
    },
    mark(mark, start) {
      const startLine = lineAt(start);
      const endLine = Math.max(startLine, tokens.at(-1)?.endLine ?? startLine);
      tokens.push({ text: mark, startLine, endLine, mark: true });
    },
    linesBetween: (start, end) => ({ start: lineAt(start), end: lineAt(end) }),
  };
}

/** Writes a leaf, or what stands in the place of a node; the children of other nodes have written themselves. */
function writeNode(node: OpenNode, sink: Sink): void {
  const { type, start, parent, replaced } = node;
  const end = endOf(node);
  const leaf = node.children === 0 && parent !== undefined;
  if (!replaced && !leaf) return;
  sink.cover(start, end);
  if (replaced) for (const token of replaced) sink.put(token, start, end);
  else if (type === ',' && parent?.afterElement) parent.comma = { start, end };
  else if (!(parent?.redundant && (type === '(' || type === ')'))) sink.put(node.text, start, end);
}

function countElement(node: OpenNode, parent: OpenNode): void {
  if (OPENERS.has(node.type)) parent.elements = 0;
  else if (node.named) parent.elements += 1;
  parent.afterElement = node.named;
}

/** Writes a comma held back, now that what follows it is known. */
function settleComma(parent: OpenNode, next: OpenNode | undefined, rules: TokenRules, sink: Sink): void {
  const { comma } = parent;
  if (!comma) return;
  parent.comma = undefined;
  const trailing = next !== undefined && !next.named && CLOSERS.has(next.type);
  const single = rules.singles.has(parent.type) && parent.elements === 1;
  if (!trailing || single) sink.put(',', comma.start, comma.end);
}

function endOf(node: OpenNode): number {
  return node.start + node.text.length;
}

function openNode(
  cursor: TreeCursor,
  parent: OpenNode | undefined,
  source: string,
  rules: TokenRules,
): OpenNode {
  const type = cursor.nodeType;
  const start = cursor.startIndex;
  const comment = rules.comments.has(type);
  const node: OpenNode = {
    type,
    named: cursor.nodeIsNamed,
    text: source.slice(start, cursor.endIndex),
    parent,
    start,
    comment,
    replaced: comment ? [] : undefined,
    redundant: false,
    children: 0,
    elements: 0,
    afterElement: false,
    comma: undefined,
  };
  if (!comment) node.replaced = rules.rewrite.get(type)?.(node);
  if (rules.parenthesized.has(type)) {
    node.redundant = rules.redundantParentheses(node, cursor.currentNode, cursor.currentFieldName);
  }
  return node;
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
