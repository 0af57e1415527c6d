import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { DiagramNode, DiagramRelation } from '../../model/diagram.ts';
import type { VisibleDiagram } from '../graph/visible.ts';
import { type Block, type ElementBlock, arrange } from './arrange.ts';
import { sizeBlock } from './size-block.ts';
import type { SizedBlock } from './sized-block.ts';
import { type ElkInput, elkGraph } from './elk-graph.ts';
import { type Figure, figureOf } from './figure.ts';
import type { Box, Point, Size } from './geometry.ts';
import type { Notation } from './notation.ts';
import { straightened } from './straighten.ts';
import type { MeasureText } from './wrap.ts';

/** A node in its place. */
export interface PlacedNode extends Box {
  readonly node: DiagramNode;
  readonly figure: Figure;
}

/** A relation in its place: a line whose parts run across or down. */
export interface PlacedRelation {
  readonly relation: DiagramRelation;
  readonly points: readonly Point[];
}

/** A diagram in which everything has its place. */
export interface Layout extends Size {
  readonly notation: Notation;
  readonly nodes: readonly PlacedNode[];
  readonly relations: readonly PlacedRelation[];
}

/** Gives boxes a place and lines a way. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/** Lays out what is to be seen. @throws Error if the engine fails */
export async function layOut(
  visible: VisibleDiagram,
  notation: Notation,
  measure: MeasureText,
  engine: LayoutEngine,
): Promise<Layout> {
  const { blocks, relations } = arrange(visible);
  const figures = figuresOf(visible, blocks, notation, measure);
  const ways = new Map<string, { supports: boolean; attacks: boolean }>();
  const columns = blocks.flatMap((block) =>
    block.is === 'columns' ? [{ from: block.parent, kind: block.kind }] : [],
  );
  for (const { from, kind } of [...relations, ...columns]) {
    const way = ways.get(from) ?? { supports: false, attacks: false };
    ways.set(from, way);
    if (kind === 'challenges') way.attacks = true;
    else way.supports = true;
  }
  const sized = blocks.map((block) =>
    sizeBlock(block, figures, (key) => ways.get(key) ?? { supports: false, attacks: false }),
  );
  const input = elkGraph(sized, relations);
  return { notation, ...placeAll(visible, figures, sized, input, await engine(input.graph)) };
}

function figuresOf(
  { nodes, hidden }: VisibleDiagram,
  blocks: readonly Block[],
  notation: Notation,
  measure: MeasureText,
): Map<string, Figure> {
  const inColumns = new Set(
    blocks.flatMap((block) => (block.is === 'columns' ? block.keys : listedIn(block))),
  );
  return new Map(
    nodes.map((node) => [
      node.key,
      figureOf(node, {
        notation,
        measure,
        hidden: hidden.get(node.key) ?? 0,
        inColumn: inColumns.has(node.key),
      }),
    ]),
  );
}

/** All that is in the list of a node, and in the lists of that. */
function listedIn({ list }: ElementBlock): string[] {
  return list.flatMap(({ block }) => [block.key, ...listedIn(block)]);
}

/** Free room around everything, in pixels. */
const MARGIN = 24;

function placeAll(
  { nodes, relations }: VisibleDiagram,
  figures: ReadonlyMap<string, Figure>,
  blocks: readonly SizedBlock[],
  { lines }: ElkInput,
  result: ElkNode,
): Omit<Layout, 'notation'> {
  const corners = new Map(
    (result.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: x + MARGIN, y: y + MARGIN }]),
  );
  const places = new Map<string, Box>();
  const inner = new Map<string, readonly Point[]>();
  const starts = new Map<string, number>();
  blocks.forEach((block, index) => {
    const corner = corners.get(String(index))!;
    for (const [key, box] of block.places) places.set(key, moved(box, corner));
    for (const { to, points } of block.lines)
      inner.set(
        to,
        points.map((point) => moved(point, corner)),
      );
    for (const { key, attack, start } of block.exits) starts.set(`${attack} ${key}`, start + corner.y);
  });
  const routes = new Map<string, readonly Point[]>();
  const linesAt = new Map<string, number>();
  const linesFrom = new Map<string, number>();
  for (const { from, attack } of lines.values()) {
    linesAt.set(`${attack} ${from}`, (linesAt.get(`${attack} ${from}`) ?? 0) + 1);
    linesFrom.set(from, (linesFrom.get(from) ?? 0) + 1);
  }
  for (const { id, sections } of result.edges ?? []) {
    const line = lines.get(id!);
    const section = sections?.[0];
    if (!line || !section) continue;
    const route = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map((point) =>
      moved(point, { x: MARGIN, y: MARGIN }),
    );
    const { from, to, attack } = line;
    const whole = [{ x: route[0]!.x, y: starts.get(`${attack} ${from}`) ?? route[0]!.y }, ...route];
    routes.set(
      `${from}\0${to}`,
      // Lines that begin together stay together.
      linesAt.get(`${attack} ${from}`) === 1
        ? straightened(whole, places.get(from)!, figures.get(from)!, linesFrom.get(from) === 1)
        : whole,
    );
  }
  const toColumns = new Map<string, string>();
  for (const { block } of blocks)
    if (block.is === 'columns') for (const key of block.keys) toColumns.set(key, block.keys[0]!);
  return {
    nodes: nodes.flatMap((node) => {
      const place = places.get(node.key);
      const figure = figures.get(node.key);
      return place && figure ? [{ node, figure, ...place }] : [];
    }),
    relations: relations.flatMap((relation) => {
      const { from, to } = relation;
      const outer = routes.get(`${from}\0${toColumns.get(to) ?? to}`) ?? [];
      const points = withoutSteps([...outer, ...(inner.get(to) ?? [])]);
      return points.length > 1 ? [{ relation, points }] : [];
    }),
    width: (result.width ?? 0) + 2 * MARGIN,
    height: (result.height ?? 0) + 2 * MARGIN,
  };
}

function moved<P extends Point>(point: P, { x, y }: Point): P {
  return { ...point, x: point.x + x, y: point.y + y };
}

/** Leaves out points on the straight line between their neighbours. */
function withoutSteps(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    const across = Math.abs(before.x - point.x) < 0.01 && Math.abs(after.x - point.x) < 0.01;
    const down = Math.abs(before.y - point.y) < 0.01 && Math.abs(after.y - point.y) < 0.01;
    return !across && !down;
  });
}
