import type { Box, Point } from '../layout/geometry.ts';
import type { Layout } from '../layout/layout.ts';
import { type VectorElement, element } from './element.ts';
import { type Ink, type Palette, inksOf } from './palette.ts';
import { linesOf } from './relation-lines.ts';

/**
 * A large diagram as it is seen from so far away that nobody can read it: borders and lines, a few elements for all of them, so that they
 * cost little. The style sheet makes their lines as thin as the screen wants them.
 */
export function drawOverview({ nodes, relations, notation }: Layout, palette: Palette): VectorElement[] {
  const lines = new Map<Ink, string[]>();
  for (const { look, lines: ways } of linesOf(relations, nodes))
    listIn(lines, look.ink).push(...ways.map(wayOf));
  const shapes = new Map<string, { readonly border: Ink; readonly fill: Ink; readonly ways: string[] }>();
  for (const { node, figure, x, y } of nodes) {
    const { border, fill } = inksOf(node, notation);
    const name = `${border} ${fill}`;
    const group = shapes.get(name) ?? { border, fill, ways: [] };
    shapes.set(name, group);
    const isRound = figure.shape === 'circle' || figure.shape === 'ellipse';
    group.ways.push((isRound ? roundWay : boxWay)({ x, y, ...figure.body }));
  }
  return [
    ...[...lines].map(([ink, ways]) =>
      element('path', { class: 'far-line', d: ways.join(''), fill: 'none', stroke: palette(ink) }),
    ),
    ...[...shapes.values()].map(({ border, fill, ways }) =>
      element('path', { class: 'far-box', d: ways.join(''), fill: palette(fill), stroke: palette(border) }),
    ),
  ];
}

/** Frames around boxes, as one element. */
export function drawFrames(boxes: readonly Box[], name: string): VectorElement {
  return element('path', { class: name, d: boxes.map(boxWay).join(''), fill: 'none' });
}

function listIn(map: Map<Ink, string[]>, ink: Ink): string[] {
  const list = map.get(ink) ?? [];
  map.set(ink, list);
  return list;
}

function wayOf(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join('L')}`;
}

function boxWay({ x, y, width, height }: Box): string {
  return `M${Math.round(x)} ${Math.round(y)}h${Math.round(width)}v${Math.round(height)}h${-Math.round(width)}z`;
}

function roundWay({ x, y, width, height }: Box): string {
  const [a, b] = [Math.round(width / 2), Math.round(height / 2)];
  return `M${Math.round(x)} ${Math.round(y) + b}a${a} ${b} 0 1 1 ${2 * a} 0a${a} ${b} 0 1 1 ${-2 * a} 0z`;
}
