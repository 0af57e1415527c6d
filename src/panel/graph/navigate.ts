import type { OutlineRow } from './outline.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Where an arrow key leads in the picture: up to what a box supports, down to what supports it, aside to its neighbours. Undefined where there
 * is nothing.
 */
export function neighbour(
  rows: readonly OutlineRow[],
  key: string | undefined,
  direction: Direction,
): string | undefined {
  const row = rows.find((each) => each.key === key);
  if (!row) return rows[0]?.key;
  switch (direction) {
    case 'up':
      return row.parent;
    case 'down':
      return rows.find(({ parent }) => parent === row.key)?.key;
    case 'left':
    case 'right': {
      const wanted = row.position + (direction === 'left' ? -1 : 1);
      return rows.find(({ parent, position }) => parent === row.parent && position === wanted)?.key;
    }
  }
}

/** What a key does in a tree, by the practice that ARIA describes. */
export type OutlineMove = { readonly to: string } | { readonly fold: string } | { readonly unfold: string };

/** Where a key leads in the tree beside the picture; undefined for keys that mean nothing there. */
export function outlineMove(
  rows: readonly OutlineRow[],
  key: string | undefined,
  pressed: string,
): OutlineMove | undefined {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const to = (index: number): OutlineMove | undefined => rows[index] && { to: rows[index].key };
  switch (pressed) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row?.expanded === undefined) return undefined;
      return row.expanded ? to(at + 1) : { unfold: row.key };
    case 'ArrowLeft':
      if (row?.expanded) return { fold: row.key };
      return row?.parent === undefined ? undefined : { to: row.parent };
    default:
      return undefined;
  }
}
