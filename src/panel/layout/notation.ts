import { type Message, message, say } from '../../l10n/say.ts';
import type { DiagramNode } from '../../model/diagram.ts';
import { KIND_LABELS, type NodeKind } from '../../model/kinds.ts';

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
  const name = NAMES[notation][kind];
  // A mention, or an entry point, is called what it is.
  if (name === undefined || label !== say(KIND_LABELS[kind])) return label;
  return say(name);
}

/** Where a notation has its own name for a kind. */
const NAMES: Readonly<Record<Notation, Readonly<Partial<Record<NodeKind, Message>>>>> = {
  gsn: { claim: message('Goal'), evidence: message('Solution') },
  cae: { strategy: message('Argument'), inference: message('Side-warrant') },
  eliminative: {},
};

/** The letter that GSN puts beside an ellipse. */
export function letterOf({ kind }: DiagramNode, notation: Notation): string | undefined {
  if (notation !== 'gsn') return undefined;
  return kind === 'assumption' ? 'A' : kind === 'justification' ? 'J' : undefined;
}
