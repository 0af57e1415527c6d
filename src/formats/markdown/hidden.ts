import type { Html, Nodes, Root } from 'mdast';
import type { Span } from '../span.ts';
import { spanOf } from './tree.ts';

interface Mark {
  readonly name: 'details' | 'generated';
  readonly opens: boolean;
  readonly span: Span;
}

const DETAILS = /<(\/?)details\b[^<>]*>/gi;
const BEGIN = /^(?:begin|start)\b/i;
const END = /^(?:end|stop)\b/i;
const GENERATED = /\bgenerated\b/i;
const GENERATED_BEGIN = /\b(?:begin|start)\b/i;
const GENERATED_END = /\b(?:end|stop)\b/i;
/** A longer comment is prose, not a marker. */
const LONGEST_MARKER = 200;

/**
 * What a document holds but does not say in its author's words: `<details>` blocks, and what stands between `<!-- BEGIN … -->` and
 * `<!-- END … -->` or other comments that say "generated". An opening without its end hides nothing. Ordered by where they begin; one may
 * lie in another.
 */
export function hiddenSpans(root: Root): readonly Span[] {
  const marks = htmlOf(root).flatMap(marksOf);
  const pairs = [
    ...pairsOf(marks.filter(({ name }) => name === 'details')),
    ...pairsOf(marks.filter(({ name }) => name === 'generated')),
  ];
  return pairs.sort((a, b) => a.start - b.start);
}

function pairsOf(marks: readonly Mark[]): Span[] {
  const open: Span[] = [];
  return marks.flatMap(({ opens, span }) => {
    if (opens) open.push(span);
    const begin = opens ? undefined : open.pop();
    return begin ? [{ start: begin.start, end: span.end }] : [];
  });
}

function htmlOf(node: Nodes): Html[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(htmlOf) : [];
}

function marksOf(html: Html): Mark[] {
  const span = spanOf(html);
  if (!html.value.startsWith('<!--')) {
    return [...html.value.matchAll(DETAILS)].map((tag) => ({ name: 'details', opens: tag[1] === '', span }));
  }
  const comment = html.value.slice('<!--'.length, html.value.indexOf('-->')).trim();
  if (comment.length > LONGEST_MARKER) return [];
  const generated = GENERATED.test(comment);
  const opens = BEGIN.test(comment) || (generated && GENERATED_BEGIN.test(comment));
  const closes = END.test(comment) || (generated && GENERATED_END.test(comment));
  return opens === closes ? [] : [{ name: 'generated', opens, span }];
}
