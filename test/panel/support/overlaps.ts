import type { Box, Point } from '../../../src/panel/layout/geometry.ts';
import type { Layout, PlacedNode } from '../../../src/panel/layout/layout.ts';
import { LEAN, insetAt, liftAt } from '../../../src/panel/layout/outlines.ts';

/** Everything that is wrong with a layout, as sentences: boxes and labels that overlap, labels outside their shape, lines across boxes. */
export function faultsOf(layout: Layout): string[] {
  return [...boxFaults(layout), ...layout.nodes.flatMap(labelFaults), ...lineFaults(layout)];
}

function boxFaults({ nodes, width, height }: Layout): string[] {
  const faults = nodes.flatMap((box) =>
    box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height
      ? [`${box.node.id} is outside of the picture`]
      : [],
  );
  const sorted = [...nodes].sort((a, b) => a.x - b.x);
  sorted.forEach((box, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (other.x >= box.x + box.width) break;
      if (overlap(box, other)) faults.push(`${box.node.id} and ${other.node.id} overlap`);
    }
  });
  return faults;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function labelFaults({ node, figure }: PlacedNode): string[] {
  const faults: string[] = [];
  const { body, shape, lines, sign, below, letter } = figure;
  const inside = [...lines, ...(sign ? [sign] : [])];
  for (const [index, line] of inside.entries()) {
    const inset = Math.max(insetAt(shape, body, line.y), insetAt(shape, body, line.y + line.height));
    const fits =
      line.y >= 0 &&
      line.y + line.height <= body.height &&
      line.x >= inset - 0.01 &&
      line.x + line.width <= body.width - inset + 0.01;
    if (!fits) faults.push(`${node.id}: a label leaves its ${shape}`);
    for (const other of [...inside.slice(index + 1), ...(letter ? [letter] : []), ...(below ? [below] : [])])
      if (overlap(line, other)) faults.push(`${node.id}: two labels overlap`);
  }
  for (const outer of [letter, below]) {
    if (
      outer &&
      (outer.x < 0 || outer.x + outer.width > figure.width || outer.y + outer.height > figure.height)
    )
      faults.push(`${node.id}: what hangs on it leaves its box`);
  }
  return faults;
}

function lineFaults({ nodes, relations }: Layout): string[] {
  return relations.flatMap(({ relation, points }) => {
    const name = `${nameOf(nodes, relation.from)} to ${nameOf(nodes, relation.to)}`;
    const faults: string[] = [];
    const from = nodes.find(({ node }) => node.key === relation.from)!;
    const to = nodes.find(({ node }) => node.key === relation.to)!;
    if (!touches(from, points[0]!)) faults.push(`${name} does not begin at its box`);
    if (!touches(to, points.at(-1)!)) faults.push(`${name} does not end at its box`);
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1]!;
      const b = points[i]!;
      if (Math.abs(a.x - b.x) > 0.01 && Math.abs(a.y - b.y) > 0.01) faults.push(`${name} is slanted`);
      for (const box of nodes) if (crosses(a, b, box)) faults.push(`${name} crosses ${box.node.id}`);
    }
    return faults;
  });
}

function nameOf(nodes: readonly PlacedNode[], key: string): string {
  return nodes.find(({ node }) => node.key === key)?.node.id ?? key;
}

/** On the border of the shape; the ends of a parallelogram lean, so that their border is met anywhere along that. */
function touches({ x, y, figure: { body, shape } }: PlacedNode, point: Point): boolean {
  const at = { x: point.x - x, y: point.y - y };
  if (at.x < -0.5 || at.y < -0.5 || at.x > body.width + 0.5 || at.y > body.height + 0.5) return false;
  const inset = insetAt(shape, body, at.y);
  const lift = liftAt(shape, body, at.x);
  const atSide = shape === 'parallelogram' ? LEAN : 0.5;
  return (
    at.y <= lift + 0.5 ||
    at.y >= body.height - lift - 0.5 ||
    at.x <= inset + atSide ||
    at.x >= body.width - inset - atSide
  );
}

/** Whether a line across or down has a part inside of a shape; its border does not count. */
function crosses(a: Point, b: Point, { x, y, figure: { body, shape } }: PlacedNode): boolean {
  const isAcross = Math.abs(a.y - b.y) < 0.01;
  if (isAcross) {
    const at = a.y - y;
    if (at <= 0 || at >= body.height) return false;
    const inset = insetAt(shape, body, at);
    return shared(a.x - x, b.x - x, inset, body.width - inset) > 1;
  }
  const at = a.x - x;
  if (at <= 0 || at >= body.width) return false;
  const lift = liftAt(shape, body, at);
  return shared(a.y - y, b.y - y, lift, body.height - lift) > 1;
}

/** How much two stretches have in common. */
function shared(a: number, b: number, from: number, to: number): number {
  return Math.min(Math.max(a, b), to) - Math.max(Math.min(a, b), from);
}
