import type { ElementBlock } from './arrange.ts';
import type { Figure } from './figure.ts';
import type { Box, Size } from './geometry.ts';
import { insetAt, insetInTheMiddle, liftAt } from './outlines.ts';
import { type Exit, type ExitsOf, type InnerLine, STACK, type SizedBlock, shift } from './sized-block.ts';

/** Between a node and what stands beside it. */
const BESIDE = 36;
/** Indentation of a list, and where in it the lines run down: what attacks outside, as it comes last, so that no two lines cross. */
const INDENT = 34;
const TRUNK = 22;
const ATTACK_TRUNK = 11;
/** Above the only item of a list. */
const SOLE_GAP = 36;
/** Above each item of a list. */
const GAP = 14;

/** A node with what stands beside it, and below that its list. @param exitsOf of which nodes lines go down to other blocks */
export function sizeElement(
  block: ElementBlock,
  figures: ReadonlyMap<string, Figure>,
  exitsOf: ExitsOf,
): SizedBlock {
  const own = figures.get(block.key)!;
  const left = stackOf(block.left, figures);
  const right = stackOf(block.right, figures);
  const x = block.left.length > 0 ? left.width + BESIDE : 0;
  const places = new Map<string, Box>([[block.key, { x, y: 0, width: own.width, height: own.height }]]);
  const lines: InnerLine[] = [];
  const sides = [sideLines(left, 'left', x, own, figures), sideLines(right, 'right', x, own, figures)];
  for (const side of sides) {
    for (const [key, place] of side.places) places.set(key, place);
    lines.push(...side.lines);
  }
  const aroundIt = Math.max(own.height, left.height, right.height);
  const items = block.list.map((item) => ({ ...item, sized: sizeElement(item.block, figures, exitsOf) }));
  const [only] = items;
  if (only && items.length === 1) {
    // One stands right below, in the middle.
    const y = aroundIt + SOLE_GAP;
    const at = x + own.body.width / 2 - only.sized.entry.x;
    const start = { x: x + own.body.width / 2, y: own.body.height };
    return widened(block, exitsFrom(block, places, figures, exitsOf), {
      places: new Map([
        ...places,
        ...[...only.sized.places].map(([key, place]) => [key, shift(place, at, y)] as const),
      ]),
      lines: [
        ...lines,
        ...only.sized.lines.map((line) => ({
          ...line,
          points: line.points.map((point) => shift(point, at, y)),
        })),
        { to: (only.sized.block as ElementBlock).key, points: [start, { x: start.x, y }] },
      ],
      entry: { x: start.x, y: 0 },
      height: y + only.sized.height,
      from: Math.min(0, at),
      to: Math.max(
        x + own.width + (block.right.length > 0 ? BESIDE + right.width : 0),
        at + only.sized.width,
      ),
    });
  }
  const listWidth = items.length === 0 ? 0 : INDENT + Math.max(...items.map(({ sized }) => sized.width));
  // Where it is not wider than the node, it fits between what stands beside the node.
  let y = listWidth <= own.width + BESIDE / 2 ? own.height : aroundIt;
  for (const { kind, sized } of items) {
    y += GAP;
    for (const [key, place] of sized.places) places.set(key, shift(place, x + INDENT, y));
    for (const { to, points } of sized.lines)
      lines.push({ to, points: points.map((point) => shift(point, x + INDENT, y)) });
    const { key } = sized.block as ElementBlock;
    const item = figures.get(key)!;
    const start = sized.places.get(key)!.x;
    const trunk = kind === 'challenges' ? ATTACK_TRUNK : TRUNK;
    const lift = liftAt(own.shape, own.body, trunk);
    const middle = y + item.body.height / 2;
    lines.push({
      to: key,
      points: [
        { x: x + trunk, y: own.body.height - lift },
        { x: x + trunk, y: middle },
        { x: x + INDENT + start + insetInTheMiddle(item.shape), y: middle },
      ],
    });
    y += sized.height;
  }
  const height = Math.max(aroundIt, items.length === 0 ? 0 : y);
  const width = Math.max(x + own.width + (block.right.length > 0 ? BESIDE + right.width : 0), x + listWidth);
  return {
    block,
    width,
    height,
    places,
    lines,
    entry: { x: x + own.body.width / 2, y: 0 },
    exits: exitsFrom(block, places, figures, exitsOf),
  };
}

interface Widened extends Pick<SizedBlock, 'places' | 'lines' | 'entry' | 'height'> {
  /** Where it begins and ends, which may be left of 0. */
  readonly from: number;
  readonly to: number;
}

/** A block in which something was placed left of its left end: all of it is moved to the right. */
function widened(
  block: ElementBlock,
  exits: readonly Exit[],
  { places, lines, entry, height, from, to }: Widened,
): SizedBlock {
  return {
    block,
    width: to - from,
    height,
    places: new Map([...places].map(([key, place]) => [key, shift(place, -from, 0)])),
    lines: lines.map((line) => ({ ...line, points: line.points.map((point) => shift(point, -from, 0)) })),
    entry: shift(entry, -from, 0),
    exits: exits.map((exit) => ({ ...exit, x: exit.x - from })),
  };
}

function exitsFrom(
  { key: own, right }: ElementBlock,
  places: ReadonlyMap<string, Box>,
  figures: ReadonlyMap<string, Figure>,
  exitsOf: ExitsOf,
): Exit[] {
  return [own, ...right.slice(-1)].flatMap((key): Exit[] => {
    const { supports, attacks } = exitsOf(key);
    const place = places.get(key)!;
    const figure = figures.get(key)!;
    const exit = (attack: boolean, share: number): Exit => {
      const along = figure.body.width * share;
      const start = place.y + figure.body.height - liftAt(figure.shape, figure.body, along);
      return { key, attack, x: place.x + along, start };
    };
    return [...(supports ? [exit(false, 0.5)] : []), ...(attacks ? [exit(true, supports ? 0.75 : 0.5)] : [])];
  });
}

/** Places what stands at one side of a node, and joins it to the node. @param x of the node */
function sideLines(
  stack: Stack,
  side: 'left' | 'right',
  x: number,
  own: Figure,
  figures: ReadonlyMap<string, Figure>,
): { readonly places: ReadonlyMap<string, Box>; readonly lines: readonly InnerLine[] } {
  const middle = own.body.height / 2;
  const inset = insetInTheMiddle(own.shape);
  const start = { x: side === 'left' ? x + inset : x + own.body.width - inset, y: middle };
  const trunk = side === 'left' ? x - BESIDE / 2 : x + own.body.width + BESIDE / 2;
  const places = new Map<string, Box>();
  const lines: InnerLine[] = [];
  let y = stack.height <= own.body.height ? (own.body.height - stack.height) / 2 : 0;
  for (const key of stack.keys) {
    const figure = figures.get(key)!;
    const at = side === 'left' ? stack.width - figure.width : x + own.width + BESIDE;
    places.set(key, { x: at, y, width: figure.width, height: figure.height });
    const end = { x: side === 'left' ? at + figure.body.width : at, y: y + figure.body.height / 2 };
    const isLevel = middle > y + LEVEL && middle < y + figure.body.height - LEVEL;
    const lean = insetAt(figure.shape, figure.body, middle - y);
    lines.push({
      to: key,
      points: isLevel
        ? [start, { x: side === 'left' ? end.x - lean : end.x + lean, y: middle }]
        : [start, { x: trunk, y: middle }, { x: trunk, y: end.y }, end],
    });
    y += figure.height + STACK;
  }
  return { places, lines };
}

/** A straight line to what stands beside a node ends at least this far from its corners. */
const LEVEL = 10;

interface Stack extends Size {
  readonly keys: readonly string[];
}

function stackOf(keys: readonly string[], figures: ReadonlyMap<string, Figure>): Stack {
  const sizes = keys.map((key) => figures.get(key)!);
  return {
    keys,
    width: Math.max(0, ...sizes.map(({ width }) => width)),
    height: sizes.reduce((sum, { height }) => sum + height + STACK, -STACK),
  };
}
