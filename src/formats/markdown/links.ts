import type { Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import type { Span } from '../span.ts';
import { decodeDestination } from './destination.ts';
import { codeContent, spanOf } from './tree.ts';

/** A code span or a link, or bare words that look like one of them: what may be a locator. */
export interface WrittenLink {
  readonly form: 'code' | 'link' | 'bare';
  /** What is written, escapes resolved: the content of the code span, the destination of the link, or the words. */
  readonly written: string;
  /** Exactly those characters; for `[text][label]`, whose destination stands elsewhere, the whole reference. */
  readonly span: Span;
  /** `written` is what stands at `span`, character for character. */
  readonly verbatim: boolean;
  /** Where the destination of `[text][label]` is defined. */
  readonly definition?: Span;
}

/** Destinations by the (normalised) labels that define them. */
export type Definitions = ReadonlyMap<string, { readonly url: string; readonly span: Span }>;

/** All link definitions of a document; of two with one label the first counts. */
export function definitionsOf(root: Nodes): Definitions {
  const found = new Map<string, { url: string; span: Span }>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) {
      found.set(node.identifier, { url: node.url, span: spanOf(node) });
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The locator that an inline node may write, or undefined for one that writes none, such as text or an image. */
export function linkOf(
  node: PhrasingContent,
  source: string,
  definitions: Definitions,
): WrittenLink | undefined {
  if (node.type === 'inlineCode')
    return codeLink(node.value.trim(), codeContent(source, spanOf(node)), source);
  if (node.type === 'link') return inlineLink(node, source);
  if (node.type === 'linkReference') return referenceLink(node, definitions);
  return undefined;
}

function codeLink(written: string, span: Span, source: string): WrittenLink {
  return { form: 'code', written, span, verbatim: source.slice(span.start, span.end) === written };
}

function inlineLink(node: Link, source: string): WrittenLink {
  const span = destinationOf(node, source);
  return {
    form: 'link',
    written: decodeDestination(node.url),
    span,
    verbatim: source.slice(span.start, span.end) === decodeDestination(node.url),
  };
}

function referenceLink(node: LinkReference, definitions: Definitions): WrittenLink | undefined {
  const definition = definitions.get(node.identifier);
  if (!definition) return undefined;
  return {
    form: 'link',
    written: decodeDestination(definition.url),
    span: spanOf(node),
    verbatim: false,
    definition: definition.span,
  };
}

/** Where the destination of `[text](destination "title")` or `<destination>` is written. */
function destinationOf(node: Link, source: string): Span {
  const whole = spanOf(node);
  if (source[whole.start] === '<') return { start: whole.start + 1, end: whole.end - 1 };
  const label = node.children.at(-1);
  let start = source.indexOf('](', label ? spanOf(label).end : whole.start + 1) + 2;
  while (start < whole.end && /\s/.test(source[start]!)) start++;
  const angled = source[start] === '<';
  const rest = source.slice(angled ? start + 1 : start, whole.end - 1);
  const length = angled ? rest.indexOf('>') : (/^\S*/.exec(rest)?.[0].length ?? 0);
  const first = angled ? start + 1 : start;
  return { start: first, end: first + Math.max(0, length) };
}
