import type { DiagramRelationKind } from '../../model/diagram.ts';
import type { Point } from '../layout/geometry.ts';
import type { PlacedNode, PlacedRelation } from '../layout/layout.ts';
import { type VectorElement, element } from './element.ts';
import type { Ink, Palette } from './palette.ts';

/** How far a corner is rounded, in pixels. */
const CORNER = 7;

interface Look {
  readonly ink: Ink;
  readonly dashes?: string;
  /** Which end has the arrow: what is above, or what is below. */
  readonly arrow: 'above' | 'below';
  readonly filled: boolean;
}

/** As GSN has them: support and context point away from what they are for, attacks and answers at what they are against. */
const LOOKS: Readonly<Record<DiagramRelationKind, Look>> = {
  supportedBy: { ink: 'line', arrow: 'below', filled: true },
  inContextOf: { ink: 'line', arrow: 'below', filled: false },
  challenges: { ink: 'attack', dashes: '6 3', arrow: 'above', filled: true },
  answers: { ink: 'line', dashes: '6 3', arrow: 'above', filled: true },
};

const ANSWERED: Look = { ...LOOKS.challenges, ink: 'line' };

/** Relations that begin at one node in the same way: one line that branches, so that it is of one strength. */
export interface Lines {
  readonly look: Look;
  readonly lines: readonly PlacedRelation['points'][];
}

/** Relations as lines. Linear. */
export function linesOf(relations: readonly PlacedRelation[], nodes: readonly PlacedNode[]): Lines[] {
  const answered = new Set(nodes.flatMap(({ node }) => (node.state === 'current' ? [node.key] : [])));
  const groups = new Map<string, { readonly look: Look; readonly lines: PlacedRelation['points'][] }>();
  for (const { relation, points } of relations) {
    const { kind, from, to } = relation;
    // An attack that is answered does no harm any more.
    const look = kind === 'challenges' && answered.has(to) ? ANSWERED : LOOKS[kind];
    const name = `${from}\0${kind}\0${look.ink}`;
    const group = groups.get(name) ?? { look, lines: [] };
    groups.set(name, group);
    group.lines.push(points);
  }
  return [...groups.values()];
}

/** Lines with their arrows. */
export function drawLines({ look, lines }: Lines, palette: Palette): VectorElement {
  const { ink, dashes, arrow, filled } = look;
  const colour = palette(ink);
  return element('g', { class: 'relation' }, [
    element('path', {
      d: lines.map(roundedPath).join(''),
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.4,
      ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
    }),
    ...lines.map((points) =>
      arrowHead(
        arrow === 'below' ? points : [...points].reverse(),
        colour,
        filled ? colour : palette('paper'),
      ),
    ),
  ]);
}

function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${write(point)}`;
      if (!after) return `L${write(point)}`;
      const room = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
      return `L${write(towards(point, before, room))}Q${write(point)} ${write(towards(point, after, room))}`;
    })
    .join('');
}

function arrowHead(points: readonly Point[], stroke: string, fill: string): VectorElement {
  const tip = points.at(-1)!;
  const back = towards(tip, points.at(-2)!, 8);
  const aside = { x: (back.y - tip.y) / 2, y: (tip.x - back.x) / 2 };
  const left = { x: back.x + aside.x, y: back.y + aside.y };
  const right = { x: back.x - aside.x, y: back.y - aside.y };
  return element('path', {
    d: `M${write(tip)}L${write(left)}L${write(right)}Z`,
    fill,
    stroke,
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
  });
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
