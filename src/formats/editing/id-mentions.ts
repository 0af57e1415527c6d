import type { Nodes } from 'mdast';
import type { Case, CaseNode } from '../../model/case.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import { parseMarkdown } from '../../parsing/markdown.ts';
import { hiddenSpans } from '../markdown/hidden.ts';
import { prepare } from '../markdown/prepare.ts';
import { spanOf } from '../markdown/tree.ts';
import type { ReadResult } from '../format.ts';
import type { Span } from '../span.ts';
import { idWords } from './id-words.ts';

/**
 * Where a claim file names a node besides the places that its reader knows: in the prose of a document, but not in its code; in the texts of other
 * notations, and at the edges of those that write them as lists of ids. Where another case of the file has a node of that id, only within the
 * node's own case. Whether each of them is the node is for the caller to prove.
 */
export function idMentions(text: string, read: ReadResult, one: Case, { id }: CaseNode): Span[] {
  const index = new LineIndex(text);
  const spanOfRange = ({ start, end }: Range): Span => ({
    start: index.offset(start),
    end: index.offset(end),
  });
  const isShared = read.cases.some((other) => other !== one && other.nodes.some((node) => node.id === id));
  const scopes = isShared ? [spanOfRange(one.range)] : [{ start: 0, end: text.length }];
  const places = one.format === 'markdown' ? proseOf(text) : placesOf(text, one, spanOfRange);
  const links = read.cases.flatMap(({ evidence }) => evidence.map(({ range }) => spanOfRange(range)));
  return inOrder(idWords(text, id, one.id).filter((word) => within(scopes, word))).filter(
    merging(inOrder(places), true, merging(inOrder(links), false)),
  );
}

/** Words in prose: not in code, addresses, comments, nor in what is hidden. */
function proseOf(text: string): Span[] {
  const source = prepare(text).text;
  const root = source === undefined ? undefined : parseMarkdown(source);
  if (!root) return [];
  const hidden = hiddenSpans(root);
  const found: Span[] = [];
  const look = (node: Nodes): void => {
    if (node.type === 'text') found.push(spanOf(node));
    else if ('children' in node) node.children.forEach(look);
  };
  look(root);
  return found.filter(merging(hidden, false));
}

/** Native YAML says where it names nodes; the others name them wherever they are no text of another meaning. */
function placesOf(text: string, one: Case, spanOfRange: (range: Range) => Span): Span[] {
  if (one.format !== 'yaml') return [{ start: 0, end: text.length }];
  return one.nodes.map(({ textRange }) => spanOfRange(textRange));
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A filter for spans that come in order: those within one of some (or, with `wanted` false, those that touch none). Linear over all calls. */
function merging(
  spans: readonly Span[],
  wanted: boolean,
  and: (span: Span) => boolean = () => true,
): (span: Span) => boolean {
  let at = 0;
  let reach: Span | undefined;
  return (span) => {
    for (; at < spans.length && spans[at]!.start <= span.start; at++)
      if (!reach || spans[at]!.end > reach.end) reach = spans[at];
    const isInside = reach !== undefined && span.end <= reach.end;
    return isInside === wanted && and(span);
  };
}

function within(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}
