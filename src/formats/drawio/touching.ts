import type { Cell, Point } from './cells.ts';
import { areaOf, distanceTo, isNear } from './layout.ts';
import type { Box } from './layout.ts';
import { push } from '../../model/multimap.ts';

/** A shape where it lies. */
export interface Placed {
  readonly cell: Cell;
  readonly box: Box;
}

/** An end this near to a shape touches it as people see it: half of a step of draw.io's grid. */
const TOUCH = 5;
const TILE = 100;
/** Larger shapes are kept in a list of their own. */
const MOST_TILES = 64;

/**
 * Makes the function that finds the shape which a place touches: of several the nearest, then the smallest. Shapes are kept by the part of the page they
 * lie in, so that not all have to be looked at.
 */
export function touchFinder<T extends Placed>(shapes: readonly T[]): (point: Point) => T | undefined {
  const tiles = new Map<string, T[]>();
  const large: T[] = [];
  for (const shape of shapes) {
    const { x, y, width, height } = shape.box;
    const [left, right] = [tileOf(x - TOUCH), tileOf(x + width + TOUCH)];
    const [top, bottom] = [tileOf(y - TOUCH), tileOf(y + height + TOUCH)];
    if ((right - left + 1) * (bottom - top + 1) > MOST_TILES) large.push(shape);
    else {
      for (let column = left; column <= right; column++)
        for (let row = top; row <= bottom; row++) push(tiles, `${column} ${row}`, shape);
    }
  }
  return (point) => {
    const near = tiles.get(`${tileOf(point.x)} ${tileOf(point.y)}`) ?? [];
    return nearest(point, large, nearest(point, near, undefined));
  };
}

function tileOf(coordinate: number): number {
  return Math.floor(coordinate / TILE);
}

function nearest<T extends Placed>(point: Point, shapes: readonly T[], found: T | undefined): T | undefined {
  let best = found;
  let least = best ? distanceTo(point, best.cell, best.box) : TOUCH;
  for (const shape of shapes) {
    if (!isNear(point.x, point.y, shape.box, least)) continue;
    const distance = distanceTo(point, shape.cell, shape.box);
    if (distance > least || (distance === least && best && areaOf(best.box) <= areaOf(shape.box))) continue;
    least = distance;
    best = shape;
  }
  return best;
}
