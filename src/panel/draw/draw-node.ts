import { sayNode } from '../graph/say-node.ts';
import type { Line } from '../layout/figure.ts';
import type { PlacedNode } from '../layout/layout.ts';
import { insetAt } from '../layout/outlines.ts';
import type { TextLook } from '../layout/wrap.ts';
import { type VectorElement, element } from './element.ts';
import { outlineOf } from './outline-path.ts';
import type { Notation } from '../layout/notation.ts';
import { type Palette, inksOf } from './palette.ts';
import { signOf } from './signs.ts';

/** Sizes of text in pixels, and weights. The page measures text by the same. */
export const LOOKS: Readonly<Record<TextLook, { readonly size: number; readonly weight: number }>> = {
  id: { size: 13, weight: 600 },
  kind: { size: 11, weight: 400 },
  text: { size: 12.5, weight: 400 },
  state: { size: 11, weight: 400 },
};

/** Where letters stand, from the top of their line. */
const BASELINE = 12.5;

/** What a node is drawn for: a page, where what is below it may be folded away by a handle, or a file. */
export interface NodeUse {
  readonly notation: Notation;
  readonly page: boolean;
  readonly foldable: boolean;
}

/** One node as it looks, at its place. */
export function drawNode(placed: PlacedNode, palette: Palette, use: NodeUse): VectorElement {
  const { node, figure, x, y } = placed;
  const { border, fill } = inksOf(node, use.notation);
  const stroke = palette(border);
  const isGrave = border === 'broken' || border === 'failing';
  const looks = {
    fill: palette(fill),
    stroke,
    'stroke-width': isGrave ? '2.2' : '1.4',
    // What is not there yet, or does not count, has an open border; colour alone would not do.
    ...(node.mention || border === 'undeveloped' ? { 'stroke-dasharray': '5 3' } : {}),
  };
  const body = outlineOf(figure.shape, figure.body, { ...looks, class: 'border' });
  const { sign, letter, below } = figure;
  return element(
    'g',
    {
      class: 'node',
      'data-key': node.key,
      transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`,
    },
    [
      // What does not fit into the figure, for the pointer.
      ...(use.page ? [element('title', {}, [sayNode(node)])] : []),
      ...body,
      ...(node.away === undefined ? [] : [awayMark(placed, stroke)]),
      ...(node.defeated ? [crossedOut(placed, palette('attack'))] : []),
      ...figure.lines.map((line) => drawLine(line, palette, !use.page)),
      ...(sign ? [signOf(node.state, sign.x, sign.y, palette(inksOf(node).border), palette('paper'))] : []),
      ...(letter ? [drawLine(letter, palette, !use.page)] : []),
      ...(below ? [drawBelow(below, palette, stroke)] : []),
      ...(use.foldable ? [foldHandle(placed, palette, stroke)] : []),
    ],
  );
}

function drawLine({ text, look, x, y, width }: Line, palette: Palette, squeeze: boolean): VectorElement {
  const { size, weight } = LOOKS[look];
  return element(
    'text',
    {
      x,
      y: y + BASELINE,
      'font-size': size,
      'font-weight': weight,
      fill: palette(look === 'kind' ? 'faint' : 'text'),
      // Another font in another program is squeezed rather than let out of its box.
      ...(squeeze && width > 0 ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {}),
    },
    [text],
  );
}

/** GSN marks what is elsewhere by a second line at its foot. */
function awayMark({ figure: { body, shape } }: PlacedNode, stroke: string): VectorElement {
  const y = body.height - 4;
  const inset = insetAt(shape, body, y) + 3;
  return element('path', { d: `M${inset} ${y}H${body.width - inset}`, stroke, 'stroke-width': 1 });
}

function crossedOut({ figure: { body } }: PlacedNode, stroke: string): VectorElement {
  const { width, height } = body;
  return element('path', {
    d: `M0 0L${width} ${height}M${width} 0L0 ${height}`,
    stroke,
    'stroke-width': 1.2,
    'stroke-opacity': 0.45,
  });
}

function foldHandle({ figure: { body } }: PlacedNode, palette: Palette, stroke: string): VectorElement {
  const x = body.width / 2;
  const y = body.height;
  return element('g', { class: 'unfolded' }, [
    element('circle', { cx: x, cy: y, r: 8, fill: palette('paper'), stroke, 'stroke-width': 1.4 }),
    element('path', { d: `M${x - 4} ${y}H${x + 4}`, stroke: palette('text'), 'stroke-width': 1.4 }),
  ]);
}

function drawBelow(
  { is, text, x, y, width, height }: NonNullable<PlacedNode['figure']['below']>,
  palette: Palette,
  stroke: string,
): VectorElement {
  const looks = { fill: palette('paper'), stroke, 'stroke-width': 1.4 };
  if (is === 'undeveloped') {
    const middle = x + width / 2;
    return element('path', {
      ...looks,
      d: `M${middle} ${y}L${x + width} ${y + height / 2}L${middle} ${y + height}L${x} ${y + height / 2}Z`,
    });
  }
  return element('g', { class: 'folded' }, [
    element('rect', { ...looks, x, y, width, height, rx: height / 2 }),
    element(
      'text',
      {
        x: x + width / 2,
        y: y + BASELINE,
        'text-anchor': 'middle',
        'font-size': LOOKS.kind.size,
        'font-weight': 600,
        fill: palette('text'),
      },
      [text],
    ),
  ]);
}
