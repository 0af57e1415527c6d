import type { Arrangement } from './arrange.ts';
import type { Box } from './layout.ts';
import { push } from '../../model/multimap.ts';

/** The order in which people read a drawing: every node before what hangs under it, and siblings as they stand beside or below each other. */
export function readingOrder(boxes: readonly Box[], { parentOf }: Pick<Arrangement, 'parentOf'>): number[] {
  const children = new Map<number | undefined, number[]>();
  boxes.forEach((_, node) => push(children, parentOf.get(node), node));
  const order: number[] = [];
  const open = inRows(children.get(undefined) ?? [], boxes).reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    order.push(node);
    const below = children.get(node) ?? [];
    open.push(...sorted(below, boxes, spreadOf(below, boxes)).reverse());
  }
  return order;
}

/** From the top of the page down, and from the left to the right among what stands side by side. */
function inRows(nodes: readonly number[], boxes: readonly Box[]): number[] {
  const rows: number[][] = [];
  let end = -Infinity;
  for (const node of sorted(nodes, boxes, 'y')) {
    const { y, height } = boxes[node]!;
    if (y < end) rows.at(-1)!.push(node);
    else {
      rows.push([node]);
      end = y + height / 2;
    }
  }
  return rows.flatMap((row) => sorted(row, boxes, 'x'));
}

/** Along which axis some shapes stand in a row. */
function spreadOf(nodes: readonly number[], boxes: readonly Box[]): 'x' | 'y' {
  const reach = (axis: 'x' | 'y'): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const node of nodes) {
      least = Math.min(least, boxes[node]![axis]);
      most = Math.max(most, boxes[node]![axis]);
    }
    return most - least;
  };
  return reach('x') >= reach('y') ? 'x' : 'y';
}

function sorted(nodes: readonly number[], boxes: readonly Box[], axis: 'x' | 'y'): number[] {
  const other = axis === 'x' ? 'y' : 'x';
  return [...nodes].sort((a, b) => boxes[a]![axis] - boxes[b]![axis] || boxes[a]![other] - boxes[b]![other]);
}
