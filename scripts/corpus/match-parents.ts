import { type Labels, type NodeLabel } from './labels.ts';
import { labelFile, type Match } from './match-nodes.ts';
import type { Reading } from './reading.ts';

/** Whether the nearest labelled nodes above a match are those that its label names. Several parents: one of them is enough. */
export function isParentRight(
  index: number,
  labels: Labels,
  reading: Reading,
  matches: ReadonlyMap<number, Match>,
): boolean {
  const above = nearestLabelled(matches.get(index)!, reading, matches);
  const label = labels.nodes[index]!;
  if (!hasParent(label)) return above.labels.size === 0;
  if (expectedParents(index, labels).some((parent) => above.labels.has(parent))) return true;
  // The parent may have been read at another place than the labelled one, or lie outside of the sample: then its id tells.
  const ids = new Set([label.parent, ...(label.parents ?? [])]);
  return (
    label.parent_line === undefined &&
    [...above.ids].some((id) => ids.has(id) && !isRepeated(id, label, labels))
  );
}

/** The ids of the labelled nodes above a match, for people. */
export function describeParents(
  match: Match,
  labels: Labels,
  reading: Reading,
  matches: ReadonlyMap<number, Match>,
): string {
  const above = nearestLabelled(match, reading, matches);
  const names = [...above.labels].map((index) => {
    const { id, line } = labels.nodes[index]!;
    return id ?? `line ${line}`;
  });
  return names.length > 0 ? names.join(', ') : [...above.ids].join(', ') || 'none';
}

export function hasParent({ parent, parent_line, parents }: NodeLabel): boolean {
  return (parent !== undefined && parent !== null) || parent_line !== undefined || (parents?.length ?? 0) > 0;
}

/** Whether an id says too little because several nodes of the document have it. */
function isRepeated(id: string, label: NodeLabel, labels: Labels): boolean {
  const file = labelFile(label, labels);
  return labels.nodes.filter((other) => other.id === id && labelFile(other, labels) === file).length > 1;
}

/** Indexes of the labels that a label's parent may be. */
function expectedParents(index: number, labels: Labels): number[] {
  const label = labels.nodes[index]!;
  const files = [labelFile(label, labels), ...(label.parent_file === undefined ? [] : [label.parent_file])];
  const ids = new Set([label.parent, ...(label.parents ?? [])]);
  const fits = (other: NodeLabel): boolean => {
    if (!files.includes(labelFile(other, labels)) && !isElsewhere(label, labels)) return false;
    if (label.parent_line !== undefined && other.line !== label.parent_line) return false;
    return label.parent_line !== undefined && typeof label.parent !== 'string' ? true : ids.has(other.id);
  };
  const all = labels.nodes.flatMap((other, at) => (at !== index && fits(other) ? [at] : []));
  // A row of a table is labelled as several nodes; its evidence supports the others.
  const supported = all.filter((at) => labels.nodes[at]!.kind !== 'evidence');
  return label.parent_line !== undefined && supported.length > 0 ? supported : all;
}

/** Whether no node of the label's own file has its parent's id: the documents are one argument. */
function isElsewhere(label: NodeLabel, labels: Labels): boolean {
  const file = labelFile(label, labels);
  return !labels.nodes.some((other) => other.id === label.parent && labelFile(other, labels) === file);
}

/** The labels of the nearest nodes above that have one, and the ids, as written, of the nodes passed on the way without. */
function nearestLabelled(
  match: Match,
  { nodes, links }: Reading,
  matches: ReadonlyMap<number, Match>,
): { labels: Set<number>; ids: Set<string> } {
  const labelOf = new Map(
    [...matches].flatMap(([label, other]) => ('node' in other ? [[other.node, label]] : [])),
  );
  const start = 'node' in match ? nodes[match.node]!.parents : [links[match.link]!.parent ?? []].flat();
  const found = new Set<number>();
  const ids = new Set<string>();
  const seen = new Set<number>();
  let level = [...start];
  while (level.length > 0) {
    const next: number[] = [];
    for (const node of level) {
      if (seen.has(node)) continue;
      seen.add(node);
      const label = labelOf.get(node);
      if (label !== undefined) {
        found.add(label);
        continue;
      }
      if (!nodes[node]!.derived) ids.add(nodes[node]!.id);
      next.push(...nodes[node]!.parents);
    }
    level = next;
  }
  return { labels: found, ids };
}
