import type { Nodes, Root } from 'mdast';
import type { Span } from '../lines.ts';

/*
 * What Markdown says, as a sequence: its syntax tree, which is what a page shows. Not in it is what only layout says: how lines are wrapped, blank
 * lines, which of several marks makes a list, a heading or emphasis, how wide the columns of a table are written.
 */

/** One element of the sequence; where it starts, as a 1-based line. */
export interface ProseToken {
  readonly text: string;
  readonly line: number;
}

interface Collected {
  readonly tokens: ProseToken[];
  readonly comments: Span[];
}

const ONLY_COMMENT = /^<!--(?:(?!-->)[\s\S])*-->\s*$/;

/** Writes down the sequence of a document; HTML comments that are blocks of their own stay apart. */
export function readProseTokens(root: Root): Collected {
  const collected: Collected = { tokens: [], comments: [] };
  for (const child of root.children) write(child, collected);
  return collected;
}

/** Recursive: the parser itself gives up on what is nested too deeply. */
function write(node: Nodes, collected: Collected): void {
  const { start, end } = node.position!;
  if (node.type === 'html' && ONLY_COMMENT.test(node.value)) {
    collected.comments.push({ start: start.offset!, end: end.offset! });
    return;
  }
  const put = (text: string): void => void collected.tokens.push({ text, line: start.line });
  put(`${node.type}${JSON.stringify(saidBy(node))}`);
  if (!('children' in node)) return;
  for (const child of node.children) write(child, collected);
  put(`/${node.type}`);
}

/** What a node says besides its children. */
function saidBy(node: Nodes): readonly (string | number | boolean | null | undefined)[] {
  switch (node.type) {
    case 'text':
      return [node.value.replaceAll('\n', ' ')];
    case 'inlineCode':
    case 'html':
      return [withoutTrailing(node.value)];
    case 'code':
      return [node.lang, node.meta, withoutTrailing(node.value)];
    case 'heading':
      return [node.depth];
    case 'list':
      return [node.ordered, node.start];
    case 'link':
      return [node.url, node.title];
    case 'image':
      return [node.url, node.title, node.alt];
    case 'definition':
      return [node.identifier, node.url, node.title];
    case 'linkReference':
      return [node.identifier];
    case 'imageReference':
      return [node.identifier, node.alt];
    case 'table':
      return node.align ?? [];
    case 'footnoteDefinition':
    case 'footnoteReference':
      return [node.identifier];
    case 'yaml':
      return [node.value];
    case 'root':
    case 'paragraph':
    case 'blockquote':
    case 'listItem':
    case 'thematicBreak':
    case 'break':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'tableRow':
    case 'tableCell':
      return [];
  }
}

/** Without white space at the ends of lines. */
export function withoutTrailing(value: string): string {
  return value
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n');
}
