import type { NodeState } from '../../model/state.ts';
import { type VectorElement, element } from './element.ts';

/*
 * A sign for each state, 14 by 14 pixels, so that states can be told apart without colour. Own drawings, of the same things that the
 * claim tree's icons show (`src/client/tree/state-icons.ts`): one state has one sign, wherever a person meets it.
 */

const ROUND = 'M7 1.25a5.75 5.75 0 1 1 0 11.5a5.75 5.75 0 1 1 0-11.5Z';

/** What a sign consists of, as paths. */
export interface Sign {
  /** Drawn with a pen. */
  readonly lines?: string;
  /** Filled. */
  readonly area?: string;
  /** Drawn with a pen in the colour of the paper, on top of the area. */
  readonly cut?: string;
}

export const SIGNS: Readonly<Record<NodeState, Sign>> = {
  // A plug that was pulled.
  broken: {
    lines:
      'M.9 13.1L3.2 10.8M3.6 6.8L7.2 10.4A2.6 2.6 0 0 1 3.4 10.6A2.6 2.6 0 0 1 3.6 6.8ZM4.7 7.7L6 6.4M6.3 9.3L7.6 8M13.1 .9L10.8 3.2M10.4 7.2L6.8 3.6A2.6 2.6 0 0 1 10.6 3.4A2.6 2.6 0 0 1 10.4 7.2Z',
  },
  // A cross in a ring.
  failing: { lines: `${ROUND}M4.9 4.9L9.1 9.1M9.1 4.9L4.9 9.1` },
  // A clock whose ring is an arrow back.
  stale: { lines: 'M2.2 7.6A4.9 4.9 0 1 0 2.9 4.5M2.5 1.9V4.7H5.3M6.8 4.6V7.5H9' },
  // A speech bubble with a dot: somebody said something, and nobody answered.
  challenged: {
    lines:
      'M12.6 6.4V3.4A1.5 1.5 0 0 0 11.1 1.9H2.7A1.5 1.5 0 0 0 1.2 3.4V8A1.5 1.5 0 0 0 2.7 9.5H3.8V12.2L6.4 9.7',
    area: 'M10.4 7.9a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5Z',
  },
  // An empty ring.
  undeveloped: { lines: ROUND },
  // An eye that is crossed out.
  unreviewed: {
    lines:
      'M1.2 1.2L12.8 12.8M1.9 7.4C2.8 5 4.8 3.7 7 3.7S11.2 5 12.1 7.4M7 6.6a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6Z',
  },
  // A question mark in a ring.
  unknown: { lines: `${ROUND}M5.4 5.6C5.4 3.4 8.7 3.5 8.7 5.5C8.7 6.8 7 6.8 7 8.1M7 10V10.1` },
  // A check on a disc.
  current: { area: ROUND, cut: 'M4.4 7.2L6.3 9.1L9.7 5.3' },
};

/** The sign of a state at a place. @param ink its colour @param paper the colour of what is cut out of it */
export function signOf(state: NodeState, x: number, y: number, ink: string, paper: string): VectorElement {
  const { lines, area, cut } = SIGNS[state];
  const pen = { fill: 'none', 'stroke-width': 1.3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return element('g', { transform: `translate(${round(x)} ${round(y)})` }, [
    ...(area === undefined ? [] : [element('path', { d: area, fill: ink })]),
    ...(lines === undefined ? [] : [element('path', { ...pen, stroke: ink, d: lines })]),
    ...(cut === undefined ? [] : [element('path', { ...pen, stroke: paper, d: cut })]),
  ]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
