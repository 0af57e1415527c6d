import { isCollection, isPair, isScalar } from 'yaml';
import type { ParsedNode, Scalar, YAMLMap } from 'yaml';
import { trimmedSpan } from './span.ts';
import type { Span } from '../span.ts';

/** A scalar as its author wrote it. */
export interface Written {
  /** Without quotes, indicators and white space at the ends; escapes resolved. */
  readonly text: string;
  /** Exactly its characters in the file. */
  readonly span: Span;
}

/** Reads a scalar of any style. Plain scalars are read from the file, as a repair may have changed what was parsed. */
export function writtenScalar(scalar: Scalar.Parsed, text: string): Written {
  const [start, end] = scalar.range;
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE':
      return { text: String(scalar.value).trim(), span: trimmedSpan(text, start + 1, end - 1) };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL': {
      const header = text.indexOf('\n', start);
      return {
        text: String(scalar.value).trim(),
        span: trimmedSpan(text, header < 0 ? end : Math.min(header, end), end),
      };
    }
    case 'PLAIN':
    case undefined: {
      // A plain scalar cannot begin with a quote; where one does, the quote was repaired because it is never closed.
      const first = text.charAt(start);
      const isOpen = (first === '"' || first === "'") && !text.slice(start + 1, end).includes(first);
      const quote = isOpen ? 1 : 0;
      const span = trimmedSpan(text, start + quote, end);
      const written = text.slice(span.start, span.end);
      return { text: written.includes('\n') ? written.replace(/[ \t]*\r?\n\s*/g, ' ') : written, span };
    }
  }
}

/** White space folded to single spaces: the text of a node, whatever lines it was written on. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The place of a value, without the white space and comments behind it. */
export function spanOf(node: ParsedNode, text: string): Span {
  return trimmedSpan(text, node.range[0], endOf(node));
}

/** The library counts the comments behind a block collection as part of it; it ends with its last value. */
function endOf(node: ParsedNode): number {
  let last: ParsedNode = node;
  while (isCollection(last) && last.flow !== true) {
    const item: YAMLMap.Parsed['items'][number] | ParsedNode | undefined = last.items.at(-1);
    const next = isPair(item) ? (item.value ?? item.key) : item;
    if (!next) break;
    last = next;
  }
  return Math.max(node.range[0], last.range[1]);
}

/** Nothing is written there: an empty plain scalar, or YAML's null. */
export function isBlank(node: ParsedNode, text: string): boolean {
  if (!isScalar(node) || node.type !== 'PLAIN') return false;
  const [start, end] = node.range;
  if (end - start > 'null'.length) return false;
  const written = text.slice(start, end);
  return written === '' || written === '~' || written === 'null';
}
