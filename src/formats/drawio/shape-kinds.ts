import type { NodeKind } from '../../model/kinds.ts';

/**
 * The kind that a shape has in the notations people draw: GSN's rectangles (goals), parallelograms (strategies), circles (solutions) and rounded
 * boxes (contexts); notes for rebuttals, red ones for undercuts; boxes with double sides for inference rules. Undefined for shapes that mean nothing.
 */
export function kindOfShape(style: ReadonlyMap<string, string>): NodeKind | undefined {
  const shape = style.get('shape') ?? '';
  if (/^(?:parallelogram)$/i.test(shape)) return 'strategy';
  if (/ellipse$/i.test(shape)) return 'evidence';
  if (/^(?:process)$/i.test(shape)) return 'inference';
  if (/^note\d?$/i.test(shape)) return isRed(style) ? 'undercut' : 'rebuttal';
  if (shape === '' || /^(?:rectangle|rounded|label)$/i.test(shape)) {
    return style.get('rounded') === '1' || shape === 'rounded' ? 'context' : 'claim';
  }
  return undefined;
}

/** Letters that stand for several kinds, and the kinds that a shape can decide for. */
const AMBIGUOUS: ReadonlyMap<string, readonly NodeKind[]> = new Map([
  ['S', ['strategy', 'evidence']],
  ['A', ['assumption', 'strategy']],
]);

/** The kind of a node whose id has these letters, which mean `kind` unless its shape says otherwise. */
export function kindOfLetters(prefix: string, kind: NodeKind, style: ReadonlyMap<string, string>): NodeKind {
  const drawn = kindOfShape(style);
  return drawn && AMBIGUOUS.get(prefix)?.includes(drawn) ? drawn : kind;
}

function isRed(style: ReadonlyMap<string, string>): boolean {
  return [style.get('fillColor'), style.get('strokeColor')].some((colour) => {
    const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '')?.slice(1);
    const [red = 0, green = 0, blue = 0] = (parts ?? []).map((hex) => Number.parseInt(hex, 16));
    return red > 150 && red - Math.max(green, blue) >= 30 && Math.abs(green - blue) < 40;
  });
}
