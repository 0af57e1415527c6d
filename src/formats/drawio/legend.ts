import type { Cell } from './cells.ts';
import { areaOf, holds } from './layout.ts';
import type { Layout } from './layout.ts';

const LEGEND = /^(?:legend|key|notation)s?\W*$/i;
const MAX_LEGENDS = 20;

/** The shapes that explain a drawing: what lies in a box that is called a legend, or in a box together with that word. */
export function legendOf(
  shapes: readonly Cell[],
  layout: Layout,
  textOf: (cell: Cell) => string | undefined,
): Set<Cell> {
  const legend = new Set<Cell>();
  const headings = shapes.filter((shape) => LEGEND.test(textOf(shape)?.split('\n')[0] ?? ''));
  for (const heading of headings.slice(0, MAX_LEGENDS)) {
    const box = layout.box(heading);
    const around = shapes
      .filter((other) => other !== heading && textOf(other) === undefined && holds(layout.box(other), box))
      .sort((a, b) => areaOf(layout.box(a)) - areaOf(layout.box(b)))[0];
    const whole = layout.box(around ?? heading);
    for (const other of shapes) {
      const isIn = other === heading || layout.above(other).includes(heading);
      if (isIn || holds(whole, layout.box(other))) legend.add(other);
    }
  }
  return legend;
}
