import type { DiagramData, DiagramNode, DiagramRelation } from '../../model/diagram.ts';
import { push } from '../../model/multimap.ts';

/** A diagram with ways to walk it. */
export interface DiagramGraph {
  readonly data: DiagramData;
  node(key: string): DiagramNode | undefined;
  /** Relations to what is below, in the order of the document. */
  below(key: string): readonly DiagramRelation[];
  /** Relations to what is above. */
  above(key: string): readonly DiagramRelation[];
  /** The keys of the nodes that nothing stands above, in order. */
  readonly roots: readonly string[];
}

/** Makes the tables of a diagram. Linear. */
export function graphOf(data: DiagramData): DiagramGraph {
  const nodes = new Map(data.nodes.map((node) => [node.key, node]));
  const below = new Map<string, DiagramRelation[]>();
  const above = new Map<string, DiagramRelation[]>();
  for (const relation of data.relations) {
    push(below, relation.from, relation);
    push(above, relation.to, relation);
  }
  return {
    data,
    node: (key) => nodes.get(key),
    below: (key) => below.get(key) ?? [],
    above: (key) => above.get(key) ?? [],
    roots: data.nodes.flatMap(({ key }) => (above.has(key) ? [] : [key])),
  };
}

/** All that can be reached from some nodes by going one way, these included. Linear. */
export function reach(start: Iterable<string>, next: (key: string) => Iterable<string>): Set<string> {
  const seen = new Set(start);
  const open = [...seen];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const each of next(key)) {
      if (seen.has(each)) continue;
      seen.add(each);
      open.push(each);
    }
  }
  return seen;
}
