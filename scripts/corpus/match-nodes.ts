import { assign, type Candidate } from './assign.ts';
import { isLabelled, type Labels, type NodeLabel } from './labels.ts';
import type { ReadLink, ReadNode, Reading } from './reading.ts';
import { sameText } from './same-text.ts';

/** Labels may point to a heading where the reader names the line below it that states the claim. */
const NEAR = 2;

/** What stands for the node of a label. */
export type Match = { readonly node: number } | { readonly link: number };

/** Labels' own names of kinds that the product calls otherwise. */
const KINDS: ReadonlyMap<string, string> = new Map([['property', 'claim']]);

/** The product's name of the kind that a label names. */
export function kindOf({ kind }: NodeLabel): string {
  return KINDS.get(kind) ?? kind;
}

/** The document that a label is about. */
export function labelFile(label: { readonly file?: string }, { document }: Labels): string {
  return label.file ?? document;
}

/** Whether kind and, where the label has one, id are as labelled. A bare link is evidence without an id. */
export function isRight(label: NodeLabel, match: Match, { nodes }: Reading): boolean {
  if ('link' in match) return true;
  const node = nodes[match.node]!;
  return node.kind === kindOf(label) && (label.id === null || label.id === node.id);
}

/** Which read node, or cited link, is the one that each label means, by the label's index. */
export function matchNodes(labels: Labels, reading: Reading): Map<number, Match> {
  const matches = new Map<number, Match>();
  const candidates = labels.nodes.flatMap((label, left) =>
    reading.nodes.flatMap((node, right) => {
      const weight = node.file === labelFile(label, labels) ? likeness(label, node) : 0;
      return weight > 0 ? [{ left, right, weight }] : [];
    }),
  );
  for (const [label, node] of assign(candidates)) matches.set(label, { node });
  for (const [label, link] of assign(linkCandidates(labels, reading, matches))) matches.set(label, { link });
  return matches;
}

/** How well a node fits a label; 0 if it does not. */
function likeness(label: NodeLabel, node: ReadNode): number {
  const away = Math.min(...node.lines.map((line) => Math.abs(line - label.line!)));
  if (away > NEAR) return 0;
  const sameId = label.id !== null && label.id === node.id;
  const sameKind = kindOf(label) === node.kind;
  const alike = sameText(label.text, node.text);
  if (!sameId && !alike && !(away === 0 && sameKind)) return 0;
  return (sameId ? 8 : 0) + (sameKind ? 4 : 0) + (alike ? 5 : 0) + (NEAR - away);
}

/** Evidence without an id is often a bare link in the product's model. */
function linkCandidates(
  labels: Labels,
  { links }: Reading,
  matches: ReadonlyMap<number, Match>,
): Candidate[] {
  const taken = new Set([...matches.values()].flatMap((match) => ('node' in match ? [match.node] : [])));
  const free = links.flatMap((link, index) =>
    link.cited && link.outcome !== 'none' && !(link.node !== undefined && taken.has(link.node))
      ? [index]
      : [],
  );
  return labels.nodes.flatMap((label, left) => {
    if (matches.has(left) || label.id !== null || label.kind !== 'evidence') return [];
    return free.flatMap((right) => {
      const link = links[right]!;
      if (link.file !== labelFile(label, labels)) return [];
      const weight = linkLikeness(label, link, labels);
      return weight > 0 ? [{ left, right, weight }] : [];
    });
  });
}

/** On the label's line, or below it before the next label. */
function linkLikeness(label: NodeLabel, link: ReadLink, labels: Labels): number {
  const away = link.startLine - label.line!;
  if (away < 0 || away > NEAR) return 0;
  const file = labelFile(label, labels);
  const between = labels.nodes.some(
    (other) =>
      labelFile(other, labels) === file && other.line! > label.line! && other.line! <= link.startLine,
  );
  if (between) return 0;
  return 1 + (NEAR - away) + (sameText(label.text, link.token) ? 4 : 0);
}

/** Read nodes that no label means, in the lines that are labelled, of documents with labels. */
export function falseFinds(
  labels: Labels,
  reading: Reading,
  matches: ReadonlyMap<number, Match>,
): ReadNode[] {
  const files = new Set(labels.nodes.map((label) => labelFile(label, labels)));
  const used = new Set([...matches.values()].map((match) => ('node' in match ? match.node : -1)));
  return reading.nodes.filter(
    (node, index) => !used.has(index) && files.has(node.file) && isLabelled(labels, 'nodes', node.lines[0]!),
  );
}
