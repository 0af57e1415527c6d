import { push } from '../../model/multimap.ts';
import type { Cell, Page, Point } from './cells.ts';
import { holds } from './layout.ts';
import type { Box, Layout } from './layout.ts';
import type { NodeShape, Shapes } from './shapes.ts';
import { touchFinder } from './touching.ts';

/** A connector between two nodes, given by their indexes. */
export interface Connector {
  readonly from: number;
  readonly to: number;
  /** Its arrow heads say which way it goes; else it goes the way it was drawn. */
  readonly directed: boolean;
  readonly cell: Cell;
}

/** What the connectors of a page connect. */
export interface Connections {
  readonly connectors: readonly Connector[];
  /** Nodes that are attached to a connector, or written on it. */
  readonly onConnectors: readonly { readonly node: number; readonly cell: Cell }[];
  /** Connectors with a node at one end and nothing at the other. */
  readonly loose: readonly {
    readonly node: number;
    readonly end: 'source' | 'target';
    readonly cell: Cell;
  }[];
}

/** Larger shapes are no points where connectors meet. */
const LARGEST_JUNCTION = 40;
const MAX_STEPS = 50_000;

type End =
  | { readonly at: 'node'; readonly node: number }
  | { readonly at: 'junction' | 'connector' | 'shape'; readonly cell: Cell };

/** Finds out what the connectors of a page connect: by their attachments, and by where their loose ends lie. Hidden ones do not count. */
export function connect(
  page: Page,
  nodes: readonly NodeShape[],
  { visible }: Pick<Shapes, 'visible'>,
  layout: Layout,
): Connections {
  const endOf = endFinder(nodes, visible, layout);
  const onConnectors: { node: number; cell: Cell }[] = [];
  const loose: { node: number; end: 'source' | 'target'; cell: Cell }[] = [];
  const segments: Segment[] = [];
  const written = new Map(nodes.map(({ cell }, node) => [cell, node]));
  for (const cell of page.cells) {
    const on = layout.cell(cell.parent);
    const node = written.get(cell);
    if (node !== undefined && on?.what === 'connector') onConnectors.push({ node, cell: on });
    if (cell.what !== 'connector' || !layout.isVisible(cell) || isInvisible(cell)) continue;
    const [source, target] = [endOf(cell, 'source'), endOf(cell, 'target')];
    if (source?.at === 'node' && target?.at === 'connector')
      onConnectors.push({ node: source.node, cell: target.cell });
    else if (target?.at === 'node' && source?.at === 'connector')
      onConnectors.push({ node: target.node, cell: source.cell });
    else if (source && target) segments.push(segmentOf(cell, source, target));
    else if (source?.at === 'node') loose.push({ node: source.node, end: 'target', cell });
    else if (target?.at === 'node') loose.push({ node: target.node, end: 'source', cell });
  }
  return { connectors: throughJunctions(segments), onConnectors, loose };
}

/** Drawn so that no one sees it. */
function isInvisible({ style }: Cell): boolean {
  return (
    style.get('strokeColor') === 'none' || style.get('opacity') === '0' || style.get('strokeOpacity') === '0'
  );
}

function endFinder(
  nodes: readonly NodeShape[],
  visible: readonly Cell[],
  layout: Layout,
): (connector: Cell, end: 'source' | 'target') => End | undefined {
  const nodeOfCell = new Map<Cell, number>();
  nodes.forEach(({ cell, body }, index) => {
    nodeOfCell.set(cell, index);
    if (body) nodeOfCell.set(body.cell, index);
  });
  const shown = new Set(visible);
  const nodeAt = touchFinder(nodes.map(({ cell, box }, index) => ({ cell, box, index })));
  const shapeAt = touchFinder(visible.map((cell) => ({ cell, box: layout.box(cell) })));
  const inGroup = new Map<Cell, number[]>();
  nodes.forEach(({ cell }, index) => layout.above(cell).forEach((group) => push(inGroup, group, index)));
  const known = new Map<Cell, End | undefined>();

  const look = (cell: Cell): End | undefined => {
    if (cell.what === 'connector') return { at: 'connector', cell };
    if (!shown.has(cell)) return undefined;
    const around = [cell, ...layout.above(cell)].find((one) => nodeOfCell.has(one));
    if (around) return { at: 'node', node: nodeOfCell.get(around)! };
    const box = layout.box(cell);
    const within = onlyOne(inGroup.get(cell) ?? nodesIn(box, nodes));
    if (within !== undefined && within !== 'several') return { at: 'node', node: within };
    const isSmall = box.width <= LARGEST_JUNCTION && box.height <= LARGEST_JUNCTION;
    return { at: within === undefined && isSmall ? 'junction' : 'shape', cell };
  };
  const endAt = (cell: Cell): End | undefined => {
    if (!known.has(cell)) known.set(cell, look(cell));
    return known.get(cell);
  };
  const touching = (point: Point): End | undefined => {
    const node = nodeAt(point);
    if (node) return { at: 'node', node: node.index };
    const shape = shapeAt(point);
    return shape && endAt(shape.cell);
  };
  return (connector, end) => {
    const attached = layout.cell(connector[end]);
    if (attached) return endAt(attached);
    const point = layout.looseEnd(connector, end);
    return point && touching(point);
  };
}

/** At most two, which is enough to know that it is not one. */
function nodesIn(box: Box, nodes: readonly NodeShape[]): number[] {
  const found: number[] = [];
  for (let index = 0; index < nodes.length && found.length < 2; index++)
    if (holds(box, nodes[index]!.box)) found.push(index);
  return found;
}

function onlyOne(nodes: readonly number[]): number | 'several' | undefined {
  return nodes.length > 1 ? 'several' : nodes[0];
}

/** A connector in the direction of its arrow. */
interface Segment {
  readonly from: End;
  readonly to: End;
  readonly directed: boolean;
  readonly cell: Cell;
}

function segmentOf(cell: Cell, source: End, target: End): Segment {
  const [start, end] = [
    headOf(cell.style.get('startArrow') ?? 'none'),
    headOf(cell.style.get('endArrow') ?? 'classic'),
  ];
  const directed = start !== end;
  return start > end
    ? { from: target, to: source, directed, cell }
    : { from: source, to: target, directed, cell };
}

/** How much the end of a connector looks like the head of an arrow. */
function headOf(arrow: string): number {
  if (arrow === 'none' || arrow === '') return 0;
  return /^(?:oval|circle|dash|cross|ER)/.test(arrow) ? 1 : 2;
}

/** Joins the segments that meet in a small shape which says nothing: a branching of lines. */
function throughJunctions(segments: readonly Segment[]): Connector[] {
  const leaving = new Map<Cell, Segment[]>();
  const all = segments.flatMap((segment) => (segment.directed ? [segment] : [segment, reversed(segment)]));
  for (const segment of all) if (segment.from.at === 'junction') push(leaving, segment.from.cell, segment);
  const connectors = new Map<string, Connector>();
  let steps = 0;
  const follow = (start: Segment, from: number): void => {
    const seen = new Set<Cell>();
    const open: Segment[] = [start];
    for (let at = open.pop(); at && steps < MAX_STEPS; at = open.pop()) {
      steps++;
      const { to, cell } = at;
      if (to.at === 'node') {
        const directed = start.directed || at.directed;
        const isKnown =
          connectors.has(`${from} ${to.node}`) || (!directed && connectors.has(`${to.node} ${from}`));
        if (to.node !== from && !isKnown) {
          connectors.set(`${from} ${to.node}`, { from, to: to.node, directed, cell });
        }
      } else if (to.at === 'junction' && !seen.has(to.cell)) {
        seen.add(to.cell);
        open.push(...(leaving.get(to.cell) ?? []));
      }
    }
  };
  for (const segment of segments) if (segment.from.at === 'node') follow(segment, segment.from.node);
  for (const segment of all) {
    // A line without a head may have been drawn towards the shape it comes from.
    if (!segment.directed && segment.from.at === 'node' && segment.to.at === 'junction')
      follow(segment, segment.from.node);
  }
  return [...connectors.values()];
}

function reversed(segment: Segment): Segment {
  return { ...segment, from: segment.to, to: segment.from };
}
