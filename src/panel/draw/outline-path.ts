import type { Size } from '../layout/geometry.ts';
import type { Shape } from '../layout/notation.ts';
import { CUT, FOLD, LEAN, pillRadius } from '../layout/outlines.ts';
import { type VectorElement, element } from './element.ts';

/** The border of a shape whose upper left corner is 0, 0. */
export function outlineOf(
  shape: Shape,
  { width, height }: Size,
  looks: Readonly<Record<string, string>>,
): VectorElement[] {
  const path = (...points: readonly (readonly [number, number])[]): VectorElement =>
    element('path', { ...looks, d: `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z` });
  switch (shape) {
    case 'rectangle':
      return [element('rect', { ...looks, width, height, rx: 2 })];
    case 'rounded':
      return [element('rect', { ...looks, width, height, rx: 12 })];
    case 'pill':
      return [element('rect', { ...looks, width, height, rx: pillRadius({ width, height }) })];
    case 'circle':
    case 'ellipse':
      return [element('ellipse', { ...looks, cx: width / 2, cy: height / 2, rx: width / 2, ry: height / 2 })];
    case 'parallelogram':
      return [path([LEAN, 0], [width, 0], [width - LEAN, height], [0, height])];
    case 'octagon':
      return [
        path(
          [CUT, 0],
          [width - CUT, 0],
          [width, CUT],
          [width, height - CUT],
          [width - CUT, height],
          [CUT, height],
          [0, height - CUT],
          [0, CUT],
        ),
      ];
    case 'note':
      return [
        path([0, 0], [width - FOLD, 0], [width, FOLD], [width, height], [0, height]),
        element('path', { ...looks, fill: 'none', d: `M${width - FOLD} 0V${FOLD}H${width}` }),
      ];
  }
}
