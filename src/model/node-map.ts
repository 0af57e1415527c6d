import type { NodeKey } from './case.ts';
import type { NodeRef } from './graph.ts';

/** What is known of nodes across cases. In two steps, as to make one name of both for each look-up takes longer than what is done with it. */
export class NodeMap<V> {
  private readonly byCase = new Map<string, Map<NodeKey, V>>();

  get({ caseKey, node }: NodeRef): V | undefined {
    return this.byCase.get(caseKey)?.get(node);
  }

  has({ caseKey, node }: NodeRef): boolean {
    return this.byCase.get(caseKey)?.has(node) ?? false;
  }

  set({ caseKey, node }: NodeRef, value: V): void {
    const known = this.byCase.get(caseKey);
    if (known) known.set(node, value);
    else this.byCase.set(caseKey, new Map([[node, value]]));
  }

  /** All values, those of a case together, each in the order in which they were set first. */
  *values(): Generator<V> {
    for (const known of this.byCase.values()) yield* known.values();
  }
}

/** Adds a value to the list that is kept for a node, and begins the list where there is none. */
export function pushAt<V>(map: NodeMap<V[]>, ref: NodeRef, value: V): void {
  const list = map.get(ref);
  if (list) list.push(value);
  else map.set(ref, [value]);
}
