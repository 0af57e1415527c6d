import type { ColumnsBlock } from './arrange.ts';
import type { Figure } from './figure.ts';
import type { Box } from './geometry.ts';
import { insetInTheMiddle } from './outlines.ts';
import { type InnerLine, STACK, type SizedBlock } from './sized-block.ts';

/** Between two columns, with a line in the middle. */
const AISLE = 36;
/** Between two pairs of columns. */
const PAIRS = 24;
/** Above the first row of columns. */
const LINTEL = 14;

/** Pairs of columns, a line between the two of each pair, and one along the top that joins these. */
export function sizeColumns(block: ColumnsBlock, figures: ReadonlyMap<string, Figure>): SizedBlock {
  const { keys } = block;
  if (keys.length <= MOST_IN_ONE) return sizeColumn(block, figures);
  const pairs = pairsFor(keys.length);
  const rows = Math.ceil(keys.length / (2 * pairs));
  const column = Math.max(...keys.map((key) => figures.get(key)!.width));
  const pair = 2 * column + AISLE;
  const width = pairs * pair + (pairs - 1) * PAIRS;
  const entry = { x: width / 2, y: 0 };
  const places = new Map<string, Box>();
  const lines: InnerLine[] = [];
  let y = LINTEL;
  for (let row = 0; row < rows; row++) {
    const inRow = keys.slice(row * 2 * pairs, (row + 1) * 2 * pairs);
    const height = Math.max(...inRow.map((key) => figures.get(key)!.height));
    inRow.forEach((key, index) => {
      const figure = figures.get(key)!;
      const isLeft = index % 2 === 0;
      const start = Math.floor(index / 2) * (pair + PAIRS);
      const trunk = start + column + AISLE / 2;
      const x = isLeft ? start + column - figure.width : start + column + AISLE;
      places.set(key, { x, y, width: figure.width, height: figure.height });
      const inset = insetInTheMiddle(figure.shape);
      const end = { x: isLeft ? x + figure.body.width - inset : x + inset, y: y + figure.body.height / 2 };
      const from = trunk === entry.x ? [entry] : [entry, { x: entry.x, y: 6 }, { x: trunk, y: 6 }];
      lines.push({ to: key, points: [...from, { x: trunk, y: end.y }, end] });
    });
    y += height + STACK;
  }
  return { block, width, height: y - STACK, places, lines, entry, exits: [] };
}

/** So many stand below each other, and a line runs down at their left. */
const MOST_IN_ONE = 4;

function sizeColumn(block: ColumnsBlock, figures: ReadonlyMap<string, Figure>): SizedBlock {
  const indent = AISLE / 2;
  const places = new Map<string, Box>();
  const lines: InnerLine[] = [];
  let y = 0;
  let width = 0;
  for (const key of block.keys) {
    const figure = figures.get(key)!;
    places.set(key, { x: indent, y, width: figure.width, height: figure.height });
    const middle = y + figure.body.height / 2;
    const end = { x: indent + insetInTheMiddle(figure.shape), y: middle };
    lines.push({ to: key, points: [{ x: 0, y: 0 }, { x: 0, y: middle }, end] });
    y += figure.height + STACK;
    width = Math.max(width, indent + figure.width);
  }
  return { block, width, height: y - STACK, places, lines, entry: { x: 0, y: 0 }, exits: [] };
}

/** As many that the columns are not much longer than the whole is wide. */
function pairsFor(number: number): number {
  let pairs = 1;
  while (Math.ceil(number / (2 * pairs)) > 3 + 2 * pairs) pairs++;
  return pairs;
}
