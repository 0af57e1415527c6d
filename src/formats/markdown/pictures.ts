import type { Image, Nodes, Root } from 'mdast';
import type { Case, UsedFile } from '../../model/case.ts';
import { type LineIndex, type Range, comparePositions } from '../../model/text.ts';
import type { Span } from '../span.ts';
import { definitionsOf } from './links.ts';
import { spanOf } from './tree.ts';

/** An image, or a link to a diagram, as written. */
export interface WrittenPicture {
  /** Where it leads to; not decoded. */
  readonly path: string;
  readonly span: Span;
}

/** A document of draw.io, or a picture that says by its name that it holds one. */
const DIAGRAM = /\.(?:drawio|dio)(?:\.(?:png|svg|xml|html))?(?:[?#]|$)/i;
const HTML_IMAGE = /<img\s[^>]{0,300}?\bsrc\s*=\s*(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')/gi;
const COMMENT = /^\s*<!--/;

/** The pictures that a document shows, also by HTML, and the diagrams that it links to, in its order. */
export function picturesOf(tree: Root, source: string): WrittenPicture[] {
  const definitions = definitionsOf(tree);
  const found: WrittenPicture[] = [];
  const add = (path: string | undefined, span: Span): void => {
    if (path !== undefined && path !== '') found.push({ path, span });
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'image') add(node.url, destinationOf(node, source));
    else if (node.type === 'imageReference') add(definitions.get(node.identifier)?.url, spanOf(node));
    else if (node.type === 'link' && DIAGRAM.test(node.url)) add(node.url, spanOf(node));
    else if (node.type === 'html' && !COMMENT.test(node.value))
      found.push(...htmlImages(source, spanOf(node)));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

/** Gives each case the pictures within it; one within several cases belongs to the innermost. */
export function withPictures(
  cases: readonly Case[],
  pictures: readonly WrittenPicture[],
  lines: LineIndex,
): Case[] {
  const used = new Map<Case, UsedFile[]>(cases.map((one) => [one, []]));
  for (const { path, span } of pictures) {
    const range = lines.range(span.start, span.end);
    const around = cases.filter((one) => covers(one.range, range));
    const innermost = around.find(
      (one) => !around.some((other) => other !== one && covers(one.range, other.range)),
    );
    used.get(innermost ?? around[0]!)?.push({ as: 'picture', path, range });
  }
  return cases.map((one) => ({ ...one, uses: [...one.uses, ...used.get(one)!] }));
}

function covers(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** Where the destination of `![text](destination "title")` is written. */
function destinationOf({ url, ...node }: Image, source: string): Span {
  const whole = spanOf({ url, ...node });
  const bracket = source.indexOf('](', whole.start);
  if (bracket < 0 || bracket > whole.end) return whole;
  let start = bracket + 2;
  while (start < whole.end && /[\s<]/.test(source[start]!)) start++;
  const length = source.startsWith(url, start)
    ? url.length
    : /^[^\s>)]*/.exec(source.slice(start, whole.end))![0].length;
  return { start, end: Math.min(start + length, whole.end) };
}

function htmlImages(source: string, { start, end }: Span): WrittenPicture[] {
  return [...source.slice(start, end).matchAll(HTML_IMAGE)].map((match) => {
    const path = match[1] ?? match[2]!;
    const at = start + match.index + match[0].length - 1 - path.length;
    return { path, span: { start: at, end: at + path.length } };
  });
}
