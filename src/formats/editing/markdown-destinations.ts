import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../parsing/markdown.ts';
import { prepare } from '../markdown/prepare.ts';
import { spanOf } from '../markdown/tree.ts';
import type { Span } from '../span.ts';

/** Where a document writes what a link or a picture leads to, in Markdown or in HTML. */
export interface Destination {
  /** Exactly what is written. */
  readonly span: Span;
  /** The part before `#` or `?`, decoded; '' for a place in the document itself. */
  readonly path: string;
  /** That part as it is written. */
  readonly written: string;
  /** From the `#` or `?` on, as written. */
  readonly tail: string;
}

const COMMENT = /^\s*<!--/;
const HTML_ADDRESS = /<[a-z][^<>]{0,300}?\s(?:href|src)\s*=\s*(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')/gi;

/** All destinations of a document but web addresses, in its order. */
export function destinationsIn(text: string): Destination[] {
  const source = prepare(text).text;
  const root = source === undefined ? undefined : parseMarkdown(source);
  if (source === undefined || !root) return [];
  const found: Destination[] = [];
  const add = (span: Span | undefined): void => {
    const destination = span && destinationAt(source, span);
    if (destination) found.push(destination);
  };
  const visit = (node: Nodes): void => {
    const whole = node.position ? spanOf(node) : undefined;
    if (whole && (node.type === 'link' || node.type === 'image')) {
      const inner = 'children' in node ? node.children.at(-1) : undefined;
      add(behind(source, inner ? spanOf(inner).end : whole.start, ['](', whole.end]));
    } else if (whole && node.type === 'definition') add(behind(source, whole.start, [']:', whole.end]));
    else if (whole && node.type === 'html' && !COMMENT.test(node.value)) htmlIn(source, whole).forEach(add);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** What stands behind a mark, up to white space or the bracket that closes it. */
function behind(source: string, from: number, [mark, end]: readonly [string, number]): Span | undefined {
  const at = source.indexOf(mark, from);
  if (at < 0 || at >= end) return undefined;
  let start = at + mark.length;
  while (start < end && /\s/.test(source[start]!)) start++;
  if (source[start] === '<') {
    const close = source.indexOf('>', start);
    return close < 0 || close >= end ? undefined : { start: start + 1, end: close };
  }
  let depth = 0;
  let stop = start;
  for (; stop < end && !/\s/.test(source[stop]!); stop++) {
    if (source[stop] === '(') depth++;
    if (source[stop] === ')' && depth-- === 0) break;
  }
  return { start, end: stop };
}

function htmlIn(source: string, { start, end }: Span): Span[] {
  return [...source.slice(start, end).matchAll(HTML_ADDRESS)].map((match) => {
    const length = (match[1] ?? match[2]!).length;
    const stop = start + match.index + match[0].length - 1;
    return { start: stop - length, end: stop };
  });
}

function destinationAt(source: string, span: Span): Destination | undefined {
  const whole = source.slice(span.start, span.end);
  if (whole === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(whole)) return undefined;
  const [written = ''] = /^[^?#]*/.exec(whole)!;
  return { span, path: decoded(written), written, tail: whole.slice(written.length) };
}

/** Also of `%23`, since a path is what is asked for. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** A path as it is written in a destination. */
export function encodedPath(path: string): string {
  return encodeURI(path).replace(/[()?#]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
