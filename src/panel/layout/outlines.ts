import type { Size } from './geometry.ts';
import type { Shape } from './notation.ts';

/** How far the sides of a parallelogram lean, in pixels. */
export const LEAN = 16;
/** The size of a folded corner. */
export const FOLD = 14;
/** How much of the corners of an octagon is cut. */
export const CUT = 10;

/** The radius of the round ends of a pill. A high one gets no rounder, so that pills in a list are of one width. */
export function pillRadius({ width, height }: Size): number {
  return Math.min(26, width / 2, height / 2);
}

/** How far the border of a shape is from the left and right of its box, at a height of `y`. */
export function insetAt(shape: Shape, { width, height }: Size, y: number): number {
  switch (shape) {
    case 'ellipse':
    case 'circle': {
      const way = height === 0 ? 0 : (2 * y) / height - 1;
      return (width / 2) * (1 - Math.sqrt(Math.max(0, 1 - way * way)));
    }
    case 'pill': {
      const radius = pillRadius({ width, height });
      const beyond = Math.max(0, radius - y, y - (height - radius));
      return radius - Math.sqrt(Math.max(0, radius * radius - beyond * beyond));
    }
    case 'parallelogram':
      return LEAN;
    case 'octagon':
      return Math.max(0, CUT - y, y - (height - CUT));
    case 'rectangle':
    case 'rounded':
    case 'note':
      return 0;
  }
}

/** How far the lower border of a shape is above the bottom of its box, at a place of `x`. */
export function liftAt(shape: Shape, { width, height }: Size, x: number): number {
  switch (shape) {
    case 'ellipse':
    case 'circle': {
      const way = width === 0 ? 0 : (2 * x) / width - 1;
      return (height / 2) * (1 - Math.sqrt(Math.max(0, 1 - way * way)));
    }
    case 'pill': {
      const radius = pillRadius({ width, height });
      const beyond = Math.max(0, radius - x, x - (width - radius));
      return radius - Math.sqrt(Math.max(0, radius * radius - beyond * beyond));
    }
    case 'octagon':
      return Math.max(0, CUT - x, x - (width - CUT));
    case 'parallelogram':
    case 'rectangle':
    case 'rounded':
    case 'note':
      return 0;
  }
}

/** Where the border of a shape is at its middle height, from the left or the right of its box. */
export function insetInTheMiddle(shape: Shape): number {
  return shape === 'parallelogram' ? LEAN / 2 : 0;
}
