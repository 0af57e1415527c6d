import { createScanner, visit } from 'jsonc-parser';
import { say } from '../../l10n/say.ts';
import { LineIndex } from '../../model/text.ts';
import { type Comment, commentAt } from '../comments.ts';
import { sayJsonMistake } from '../json-mistakes.ts';
import type { Span } from '../lines.ts';
import { numberOf } from './numbers.ts';
import { type DataDocuments, type DataEntry, type DataItem, type DataNode, MAX_NESTING } from './tree.ts';

/** A collection that is not closed yet. */
interface Open {
  readonly start: number;
  readonly node:
    | { readonly kind: 'map'; readonly entries: DataEntry[] }
    | { readonly kind: 'list'; readonly items: DataItem[] };
  /** The key that waits for its value. */
  key?: { readonly text: string; readonly start: number };
}

/** Reads JSON, with comments and trailing commas. Total: what is wrong is left out and named. */
export function readJson(text: string): DataDocuments {
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const why = say('it is nested more than {0} levels deep', MAX_NESTING);
    return { roots: [], comments: [], mistake: { line: lineAt(deep), why } };
  }
  const open: Open[] = [];
  const roots: DataNode[] = [];
  const comments: Comment[] = [];
  let mistake: DataDocuments['mistake'];

  const put = (value: DataNode, span: Span): void => {
    const around = open.at(-1);
    if (!around) roots.push(value);
    else if (around.node.kind === 'list') around.node.items.push({ value, span });
    else if (around.key) {
      const { text: key, start } = around.key;
      around.node.entries.push({ key, keyType: 'string', value, span: { start, end: span.end } });
      around.key = undefined;
    }
  };
  const close = (offset: number, length: number): void => {
    const closed = open.pop();
    if (closed) put(closed.node, { start: closed.start, end: offset + length });
  };

  visit(
    text,
    {
      onObjectBegin: (start) => void open.push({ start, node: { kind: 'map', entries: [] } }),
      onArrayBegin: (start) => void open.push({ start, node: { kind: 'list', items: [] } }),
      onObjectProperty(key, start) {
        const around = open.at(-1);
        if (around) around.key = { text: key, start };
      },
      onObjectEnd: close,
      onArrayEnd: close,
      onLiteralValue(value: unknown, offset, length) {
        put(scalarOf(value, text.slice(offset, offset + length)), { start: offset, end: offset + length });
      },
      onComment(offset, length) {
        comments.push(commentAt(text, { start: offset, end: offset + length }, lineAt));
      },
      onError(code, offset) {
        mistake ??= { line: lineAt(offset), why: sayJsonMistake(code) };
      },
    },
    { allowTrailingComma: true },
  );
  while (open.length > 0) close(text.length, 0);
  return { roots: roots.slice(0, 1), comments, ...(mistake && { mistake }) };
}

function scalarOf(value: unknown, source: string): DataNode {
  if (typeof value === 'string') return { kind: 'scalar', type: 'string', text: value };
  if (typeof value === 'number') return { kind: 'scalar', ...numberOf(source) };
  return { kind: 'scalar', type: value === null ? 'null' : 'boolean', text: String(value) };
}

/** Where the brackets are nested more deeply than the parser, which is recursive, is let go down. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    if (depth > MAX_NESTING) return scanner.getTokenOffset();
  }
  return undefined;
}
