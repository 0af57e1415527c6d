import type { NodeLabel, ReferenceLabel } from './labels.ts';
import type { ReadLink, ReadNode } from './reading.ts';

const LONGEST = 70;

/** A labelled node, on a line. */
export function sayLabel(label: NodeLabel): string {
  return `${label.kind} ${label.id ?? '(no id)'} "${shorten(label.text)}"`;
}

/** A read node, on a line. */
export function sayNode({ kind, id, derived, text }: ReadNode): string {
  return `${kind} ${derived ? '(no id)' : id} "${shorten(text)}"`;
}

/** A labelled reference: what is written and what it leads to. */
export function sayReference({ token, verdict, resolved, symbol }: ReferenceLabel): string {
  const parts = [shorten(token), verdict, resolved.join(', '), symbol === null ? '' : `#${symbol}`];
  return parts.filter((part) => part !== '').join(' ');
}

/** A read link: its locator and what the product says of it. */
export function sayLink(link: ReadLink | undefined): string {
  if (!link) return 'no link';
  if (link.outcome === 'none') return `${shorten(link.locator)}: no link`;
  const verdict = `${sayCited(link.cited)}, ${link.outcome} (${link.reason})`;
  return `${shorten(link.locator)}: ${verdict} ${link.resolved.slice(0, 3).join(', ')}`.trim();
}

/** Whether a link is evidence, or only mentioned. */
export function sayCited(cited: boolean): string {
  return cited ? 'cited' : 'mentioned';
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
