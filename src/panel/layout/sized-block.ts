import type { Block } from './arrange.ts';
import type { Box, Point, Size } from './geometry.ts';

/** A line inside a block, with the node it belongs to. */
export interface InnerLine {
  readonly to: string;
  readonly points: readonly Point[];
}

/** A block with the places of all that is in it; its upper left corner is 0, 0. */
export interface SizedBlock extends Size {
  readonly block: Block;
  readonly places: ReadonlyMap<string, Box>;
  readonly lines: readonly InnerLine[];
  /** Where the line from above ends, on the upper border of the block. */
  readonly entry: Point;
  /** Where lines to below leave the block, on its lower border, and where they begin inside it, by the node they begin at. */
  readonly exits: readonly Exit[];
}

export interface Exit {
  readonly key: string;
  /** What attacks the node has an exit of its own, so that the lines can be told apart. */
  readonly attack: boolean;
  readonly x: number;
  /** Where the line begins: the lower border of the figure. */
  readonly start: number;
}

/** In which ways lines go down from a node. */
export type ExitsOf = (key: string) => { readonly supports: boolean; readonly attacks: boolean };

/** Between boxes that stand one above the other, in pixels. */
export const STACK = 14;

/** A point, or a box, moved. */
export function shift<P extends Point>(point: P, x: number, y: number): P {
  return { ...point, x: point.x + x, y: point.y + y };
}
