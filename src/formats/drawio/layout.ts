import type { Cell, Page, Point } from './cells.ts';

/** Where a shape lies on its page, whatever it is grouped in. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page's cells by what they are in and where they lie. */
export interface Layout {
  cell(id: string): Cell | undefined;
  /** The cells around one, innermost first. */
  above(cell: Cell): readonly Cell[];
  box(shape: Cell): Box;
  /** Where the loose end of a connector lies; undefined if the drawing does not say. */
  looseEnd(connector: Cell, end: 'source' | 'target'): Point | undefined;
  /** Neither it nor what it is in is hidden. */
  isVisible(cell: Cell): boolean;
}

/** Groups in groups deeper than this are taken to lie in a circle. */
const MAX_GROUPS = 32;
const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Works out where everything on a page lies. */
export function layOut(page: Page): Layout {
  const byId = new Map<string, Cell>();
  for (const cell of page.cells) if (!byId.has(cell.id)) byId.set(cell.id, cell);
  const boxes = new Map<Cell, Box>();
  const chains = new Map<Cell, Cell[]>();

  const above = (cell: Cell): readonly Cell[] => {
    const known = chains.get(cell);
    if (known) return known;
    const found: Cell[] = [];
    for (let at = byId.get(cell.parent); at && found.length < MAX_GROUPS; at = byId.get(at.parent))
      found.push(at);
    chains.set(cell, found);
    return found;
  };

  const box = (cell: Cell): Box => {
    // From the outside in, so that no chain of groups is walked twice.
    for (const one of [...above(cell).toReversed(), cell]) {
      if (!boxes.has(one)) boxes.set(one, boxWithin(one, boxes.get(byId.get(one.parent) ?? one) ?? NO_BOX));
    }
    return boxes.get(cell)!;
  };

  return {
    cell: (id) => byId.get(id),
    above,
    box,
    looseEnd: (connector, end) => {
      const point = connector.geometry?.[end === 'source' ? 'sourcePoint' : 'targetPoint'];
      const group = byId.get(connector.parent);
      const { x, y } = group ? box(group) : NO_BOX;
      return point && { x: x + point.x, y: y + point.y };
    },
    isVisible: (cell) => cell.visible && above(cell).every(({ visible }) => visible),
  };
}

function boxWithin({ what, geometry }: Cell, parent: Box): Box {
  // Connectors have no place of their own: what is in a group with them is placed by the group.
  if (!geometry || what !== 'shape') return { ...parent, width: 0, height: 0 };
  const { relative, width, height, offset = { x: 0, y: 0 } } = geometry;
  const x = relative ? geometry.x * parent.width + offset.x : geometry.x;
  const y = relative ? geometry.y * parent.height + offset.y : geometry.y;
  return { x: parent.x + x, y: parent.y + y, width, height };
}

/** Whether `inner`'s middle lies in `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  const { x, y } = middleOf(inner);
  return isNear(x, y, outer, 0);
}

/** The middle of a box. */
export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How much room a box takes. */
export function areaOf({ width, height }: Box): number {
  return width * height;
}

/** Whether a place lies in a box, or not further from it than `reach` along either axis. */
export function isNear(x: number, y: number, box: Box, reach: number): boolean {
  const { x: left, y: top } = box;
  return (
    x >= left - reach && y >= top - reach && x <= left + box.width + reach && y <= top + box.height + reach
  );
}

/** How far a place lies outside of a shape; 0 within it and on its outline. */
export function distanceTo(point: Point, { style }: Cell, box: Box): number {
  const shape = style.get('shape') ?? '';
  const toBox = distanceToBox(point, box);
  if (toBox > 0 || !/ellipse|rhombus/i.test(shape)) return toBox;
  const middle = middleOf(box);
  const [dx, dy] = [Math.abs(point.x - middle.x), Math.abs(point.y - middle.y)];
  const [across, down] = [box.width / 2, box.height / 2];
  const reach = /ellipse/i.test(shape) ? Math.hypot(dx / across, dy / down) : dx / across + dy / down;
  return Number.isFinite(reach) && reach > 1 ? (1 - 1 / reach) * Math.hypot(dx, dy) : 0;
}

function distanceToBox({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}
