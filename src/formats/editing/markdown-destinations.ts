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
      const from = inner ? spanOf(inner).end : whole.start;
      add(behind(source, { start: from, end: whole.end }, '](', node.url));
    } else if (whole && node.type === 'definition') add(behind(source, whole, ']:', node.url));
    else if (whole && node.type === 'html' && !COMMENT.test(node.value)) htmlIn(source, whole).forEach(add);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** In words that stand before a destination, so many marks are tried. */
const MOST_MARKS = 50;

/** What may follow a destination: a title, in a quotation perhaps, and the bracket that closes a link. */
const REST_OF_LINK = /^>?(?:[\s>]+(?:"[^]*"|'[^]*'|\([^]*\)))?[\s>]*\)$/;
const REST_OF_DEFINITION = /^>?(?:[\s>]+(?:"[^]*"|'[^]*'|\([^]*\)))?[\s>]*$/;

/** Where a link or a definition writes its address. The words before it and the title behind it may look like one as well. */
function behind(text: string, { start, end }: Span, mark: '](' | ']:', url: string): Span | undefined {
  // No further is looked, however long the document is.
  const source = text.slice(0, end);
  const rest = mark === '](' ? REST_OF_LINK : REST_OF_DEFINITION;
  let at = source.indexOf(mark, start);
  for (let tried = 0; at >= 0 && tried < MOST_MARKS; tried++) {
    const span = addressBehind(source, at + mark.length);
    const isMeant = span && unescaped(source.slice(span.start, span.end)) === url;
    if (isMeant && rest.test(source.slice(span.end))) return span;
    at = source.indexOf(mark, at + 1);
  }
  return undefined;
}

/** What stands from an offset of a text on, up to white space or the bracket that closes it. */
function addressBehind(source: string, from: number): Span | undefined {
  const end = source.length;
  let start = from;
  while (start < end && /\s/.test(source[start]!)) start++;
  if (source[start] === '<') {
    const close = source.indexOf('>', start);
    return close < 0 ? undefined : { start: start + 1, end: close };
  }
  let depth = 0;
  let stop = start;
  for (; stop < end && !/\s/.test(source[stop]!); stop++) {
    if (source[stop] === '\\') stop++;
    else if (source[stop] === '(') depth++;
    else if (source[stop] === ')' && depth-- === 0) break;
  }
  return { start, end: Math.min(stop, end) };
}

/** A destination without the marks by which Markdown takes a character as it is. */
function unescaped(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])|&amp;/g, (_, mark: string | undefined) => mark ?? '&');
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
  return { span, path: decoded(unescaped(written)), written, tail: whole.slice(written.length) };
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
