import type { DiagramNode } from '../../model/diagram.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** The notations a diagram can be drawn in. */
export const NOTATIONS = ['gsn', 'cae', 'eliminative'] as const;
export type Notation = (typeof NOTATIONS)[number];

/** What a box looks like. */
export type Shape =
  | 'rectangle'
  | 'rounded'
  | 'parallelogram'
  | 'ellipse'
  | 'circle'
  /** Round ends. */
  | 'pill'
  /** A folded corner. */
  | 'note'
  /** Cut corners. */
  | 'octagon';

const GSN: Readonly<Record<NodeKind, Shape>> = {
  claim: 'rectangle',
  control: 'rectangle',
  strategy: 'parallelogram',
  evidence: 'circle',
  context: 'rounded',
  asset: 'rounded',
  assumption: 'ellipse',
  justification: 'ellipse',
  inference: 'rounded',
  // GSN draws what attacks as goals and solutions; a cut corner tells them from what supports.
  rebuttal: 'octagon',
  undercut: 'octagon',
  undermine: 'octagon',
  threat: 'octagon',
};

const CAE: Readonly<Record<NodeKind, Shape>> = {
  ...GSN,
  claim: 'ellipse',
  control: 'ellipse',
  strategy: 'rounded',
  inference: 'rounded',
  evidence: 'rectangle',
  context: 'note',
  asset: 'note',
  assumption: 'note',
  justification: 'note',
};

const ELIMINATIVE: Readonly<Record<NodeKind, Shape>> = {
  claim: 'rectangle',
  control: 'rectangle',
  strategy: 'parallelogram',
  evidence: 'pill',
  context: 'rounded',
  asset: 'rounded',
  assumption: 'rounded',
  justification: 'rounded',
  inference: 'rounded',
  rebuttal: 'note',
  undercut: 'note',
  undermine: 'note',
  threat: 'note',
};

const SHAPES: Readonly<Record<Notation, Readonly<Record<NodeKind, Shape>>>> = {
  gsn: GSN,
  cae: CAE,
  eliminative: ELIMINATIVE,
};

/** The shape of a node in a notation. */
export function shapeOf({ kind }: DiagramNode, notation: Notation): Shape {
  return SHAPES[notation][kind];
}

/** What a node of a kind is called in a notation. */
export function nameOfKind({ kind, label }: DiagramNode, notation: Notation): string {
  if (notation === 'gsn')
    return (kind === 'evidence' && label !== 'Evidence' ? undefined : GSN_NAMES[kind]) ?? label;
  if (notation === 'cae') return CAE_NAMES[kind] ?? label;
  return label;
}

const GSN_NAMES: Readonly<Partial<Record<NodeKind, string>>> = { claim: 'Goal', evidence: 'Solution' };
const CAE_NAMES: Readonly<Partial<Record<NodeKind, string>>> = {
  strategy: 'Argument',
  inference: 'Side-warrant',
};

/** The letter that GSN puts beside an ellipse. */
export function letterOf({ kind }: DiagramNode, notation: Notation): string | undefined {
  if (notation !== 'gsn') return undefined;
  return kind === 'assumption' ? 'A' : kind === 'justification' ? 'J' : undefined;
}
