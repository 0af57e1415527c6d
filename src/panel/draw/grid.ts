import type { Box, Point } from '../layout/geometry.ts';

/** Boxes that can be found by where they are. They are named by their places in the list that the grid was made of. */
export interface Grid {
  /** Those that have something in common with a box, in order. Cost: what is near. */
  within(box: Box): number[];
  /** The last that holds a point; undefined where none does. */
  at(point: Point): number | undefined;
}

/** The side of a cell, in pixels of the picture. */
const CELL = 1024;

/** Sorts boxes into cells. Linear in the number of boxes, as long as few are much larger than a cell. */
export function gridOf(boxes: readonly Box[]): Grid {
  const cells = new Map<string, number[]>();
  boxes.forEach((box, index) => {
    for (const name of cellsOf(box)) {
      const cell = cells.get(name);
      if (cell) cell.push(index);
      else cells.set(name, [index]);
    }
  });
  const within = (box: Box): number[] => {
    const found = new Set<number>();
    for (const name of cellsOf(box))
      for (const index of cells.get(name) ?? []) if (meet(boxes[index]!, box)) found.add(index);
    return [...found].sort((a, b) => a - b);
  };
  return { within, at: ({ x, y }) => within({ x, y, width: 0, height: 0 }).at(-1) };
}

function* cellsOf({ x, y, width, height }: Box): Generator<string> {
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
      yield `${column} ${row}`;
}

/** Whether two boxes have something in common; edges count. */
export function meet(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
