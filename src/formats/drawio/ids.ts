import { KIND_LABELS } from '../../model/kinds.ts';
import { derivedId } from '../yaml/derived-id.ts';
import { uniqueNames } from '../yaml/case-builder.ts';
import type { NodeShape } from './shapes.ts';

/** What a node is called. */
export interface Name {
  readonly id: string;
  readonly key: string;
  /** The id is not in the drawing. */
  readonly derived: boolean;
  /** Another node before it has the same id. */
  readonly first?: number;
}

/**
 * Names the nodes of a page. A number is an id only together with a word (`Context 1`), so where two kinds use the same number, the word is part of it.
 * Nodes without an id are named by what they say.
 */
export function nameNodes(nodes: readonly NodeShape[], texts: readonly string[]): Name[] {
  const written = nodes.map(({ marks }) => marks?.id);
  const kinds = new Map<string, Set<string>>();
  nodes.forEach(({ kind }, index) => {
    const id = written[index];
    if (id !== undefined) kinds.set(id, (kinds.get(id) ?? new Set()).add(kind));
  });
  const ids = nodes.map(({ kind }, index) => {
    const id = written[index];
    const isShared = id !== undefined && /^\d/.test(id) && kinds.get(id)!.size > 1;
    return isShared ? `${KIND_LABELS[kind]} ${id}` : id;
  });
  const keys = uniqueNames();
  const derivedIds = uniqueNames('-');
  const first = new Map<string, number>();
  // Written ids come first, so that a derived one never takes the name of another.
  const names = ids.map((id, index): Name | undefined => {
    if (id === undefined) return undefined;
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    return { id, key: keys(id), derived: false, ...(before !== undefined && { first: before }) };
  });
  return names.map((name, index) => {
    if (name) return name;
    const id = derivedIds(derivedId(nodes[index]!.kind, texts[index]!));
    return { id, key: keys(id), derived: true };
  });
}
