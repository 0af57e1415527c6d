import type { Box } from '../layout/geometry.ts';
import { type Grid, meet } from './grid.ts';

/** What is to be drawn besides what is, and what not any more. */
export interface Turn {
  /** What is in sight now, and has to be there at once. */
  readonly now: readonly number[];
  /** What is near, and can wait for a moment. */
  readonly soon: readonly number[];
  readonly gone: readonly number[];
}

/** How much around what is seen is drawn, in widths and heights of it. */
const MARGIN = 0.5;
/** How much of that has to be left before more is drawn. */
const SLACK = 0.2;

/** Keeps what is drawn of a large picture near to what is seen of it. */
export interface Near {
  /** What changes with what is seen, in the picture's pixels; undefined while all around it is drawn. */
  look(view: Box): Turn | undefined;
}

/** Nothing is drawn yet. @param grid of the boxes of what can be drawn @param boxes the same */
export function createNear(grid: Grid, boxes: readonly Box[]): Near {
  let drawn = new Set<number>();
  let covered: Box | undefined;
  return {
    look(view) {
      if (covered && holds(covered, grown(view, SLACK)) && !isFarLarger(covered, view)) return undefined;
      covered = grown(view, MARGIN);
      const wanted = new Set(grid.within(covered));
      const added = [...wanted].filter((index) => !drawn.has(index));
      const gone = [...drawn].filter((index) => !wanted.has(index));
      drawn = wanted;
      return {
        now: added.filter((index) => meet(boxes[index]!, view)),
        soon: added.filter((index) => !meet(boxes[index]!, view)),
        gone,
      };
    },
  };
}

/** Whether one has come so near that most of what is drawn is far away now. */
function isFarLarger(covered: Box, view: Box): boolean {
  return covered.width > 4 * (1 + 2 * MARGIN) * view.width;
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return {
    x: x - by * width,
    y: y - by * height,
    width: (1 + 2 * by) * width,
    height: (1 + 2 * by) * height,
  };
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
