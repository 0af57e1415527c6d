import type { DiagramGraph } from './diagram-graph.ts';
import type { VisibleDiagram } from './visible.ts';

/** A row of the tree beside the picture. */
export interface OutlineRow {
  readonly key: string;
  /** The row above it; left out at the top. */
  readonly parent?: string;
  /** 1-based. */
  readonly level: number;
  /** 1-based place among its siblings, and their number. */
  readonly position: number;
  readonly siblings: number;
  /** Left out for a leaf. */
  readonly expanded?: boolean;
}

/** What is to be seen, as rows of a tree, depth first. What hangs in several places has its row in the first. Linear. */
export function outlineRows(graph: DiagramGraph, visible: VisibleDiagram): OutlineRow[] {
  const shown = new Set(visible.nodes.map(({ key }) => key));
  const placed = new Set<string>();
  const open = new Map<string, string[]>();
  for (const { from, to } of visible.relations) {
    const list = open.get(from) ?? [];
    open.set(from, list);
    list.push(to);
  }
  const tops = visible.nodes.flatMap(({ key }) =>
    graph.above(key).some(({ from }) => shown.has(from)) ? [] : [key],
  );
  const rows: OutlineRow[] = [];
  const stack: OutlineRow[] = [];
  const enter = (keys: readonly string[], parent: OutlineRow | undefined): void => {
    const fresh = keys.filter((key) => !placed.has(key));
    for (const key of fresh) placed.add(key);
    const made = fresh.map((key, index): OutlineRow => {
      const folded = visible.hidden.has(key);
      const isParent = folded || (open.get(key) ?? []).length > 0;
      return {
        key,
        ...(parent && { parent: parent.key }),
        level: (parent?.level ?? 0) + 1,
        position: index + 1,
        siblings: fresh.length,
        ...(isParent && { expanded: !folded }),
      };
    });
    stack.push(...made.reverse());
  };
  enter(tops, undefined);
  for (let row = stack.pop(); row; row = stack.pop()) {
    rows.push(row);
    enter(open.get(row.key) ?? [], row);
  }
  return rows;
}
