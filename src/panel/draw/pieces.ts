import type { Box, Point } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import { drawNode } from './draw-node.ts';
import type { VectorElement } from './element.ts';
import type { Palette } from './palette.ts';
import { drawLines, linesOf } from './relation-lines.ts';

/** Something that can be drawn by itself: a node, or the lines that begin at one. */
export interface Piece extends Box {
  /** Lines are below, nodes on top. */
  readonly layer: 'relations' | 'nodes';
  /** The node's. */
  readonly key?: string;
  readonly draw: () => VectorElement;
}

/** What borders, handles and arrows reach beyond their boxes, in pixels. */
const REACH = 12;

/** What a diagram consists of, with where it is. @param page whether it is for the page, with what can be pressed, or for a file */
export function piecesOf({ nodes, relations, notation }: Layout, palette: Palette, page: boolean): Piece[] {
  const parents = new Set(relations.map(({ relation }) => relation.from));
  return [
    ...linesOf(relations, nodes).map((lines): Piece => ({
      ...around(lines.lines.flat()),
      layer: 'relations',
      draw: () => drawLines(lines, palette),
    })),
    ...nodes.map((placed): Piece => ({
      ...grown(placed),
      layer: 'nodes',
      key: placed.node.key,
      draw: () =>
        drawNode(placed, palette, { notation, page, foldable: page && parents.has(placed.node.key) }),
    })),
  ];
}

function grown({ x, y, width, height }: Box): Box {
  return { x: x - REACH, y: y - REACH, width: width + 2 * REACH, height: height + 2 * REACH };
}

function around(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return grown({ x: left, y: top, width: right - left, height: bottom - top });
}
