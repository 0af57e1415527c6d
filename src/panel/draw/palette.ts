import type { DiagramNode } from '../../model/diagram.ts';
import type { Notation } from '../layout/notation.ts';
import { type NodeState, NODE_STATES } from '../../model/state.ts';

/** The colours of a picture, by what they are for. Each is a CSS colour, or a variable that stands for one. */
export type Ink =
  | 'paper'
  | 'text'
  | 'faint'
  | 'line'
  | 'attack'
  | 'plain'
  | 'plain-fill'
  | `${NodeState}`
  | `${NodeState}-fill`;

export type Palette = (ink: Ink) => string;

/** All inks there are. */
export const INKS: readonly Ink[] = [
  'paper',
  'text',
  'faint',
  'line',
  'attack',
  'plain',
  'plain-fill',
  ...NODE_STATES,
  ...NODE_STATES.map((state): Ink => `${state}-fill`),
];

/** The colours of the theme, which the page's style sheet knows by these variables. */
export const THEME: Palette = (ink) => `var(--ink-${ink})`;

/**
 * The inks of a node's border and inside. What is taken for granted, or only mentioned, has none of a state. The eliminative notation draws
 * undercuts in red, whatever their state.
 */
export function inksOf(
  { given, mention, state, kind }: DiagramNode,
  notation?: Notation,
): { readonly border: Ink; readonly fill: Ink } {
  if (given || mention) return { border: 'plain', fill: 'plain-fill' };
  if (notation === 'eliminative' && kind === 'undercut') return { border: 'attack', fill: `${state}-fill` };
  return { border: state, fill: `${state}-fill` };
}
