import type { NodeState } from '../../model/state.ts';
import { type VectorElement, element } from './element.ts';

/*
 * A sign for each state, 14 by 14 pixels, so that states can be told apart without colour. Own drawings.
 */

const ROUND = 'M7 1.25a5.75 5.75 0 1 1 0 11.5a5.75 5.75 0 1 1 0-11.5Z';

interface Sign {
  /** Drawn with a pen. */
  readonly lines: string;
  /** Filled, below the lines, which then have the colour of the paper. */
  readonly area?: string;
}

const SIGNS: Readonly<Record<NodeState, Sign>> = {
  // Two links of a chain, apart.
  broken: {
    lines:
      'M6.2 4L7.7 2.5A2.7 2.7 0 0 1 11.5 6.3L10 7.8M7.8 10L6.3 11.5A2.7 2.7 0 0 1 2.5 7.7L4 6.2M1.8 1.8L12.2 12.2',
  },
  // A cross on a disc.
  failing: { area: ROUND, lines: 'M4.8 4.8L9.2 9.2M9.2 4.8L4.8 9.2' },
  // A clock.
  stale: { lines: `${ROUND}M7 3.8V7.2L9.4 8.6` },
  // A bolt.
  challenged: { lines: 'M8.2 1.4L3.4 7.8H6.8L5.8 12.6L10.6 6.2H7.2Z' },
  // An empty diamond.
  undeveloped: { lines: 'M7 1.4L12.6 7L7 12.6L1.4 7Z' },
  // An eye.
  unreviewed: {
    lines:
      'M1.2 7C2.8 4.4 4.8 3.2 7 3.2S11.2 4.4 12.8 7C11.2 9.6 9.2 10.8 7 10.8S2.8 9.6 1.2 7ZM7 5.4a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2Z',
  },
  // A question mark in a ring.
  unknown: { lines: `${ROUND}M5.4 5.6C5.4 3.4 8.7 3.5 8.7 5.5C8.7 6.8 7 6.8 7 8.1M7 10V10.1` },
  // A check on a disc.
  current: { area: ROUND, lines: 'M4.4 7.2L6.3 9.1L9.7 5.3' },
};

/** The sign of a state at a place. @param ink its colour @param paper the colour of what is cut out of it */
export function signOf(state: NodeState, x: number, y: number, ink: string, paper: string): VectorElement {
  const { lines, area } = SIGNS[state];
  const pen = { fill: 'none', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return element('g', { transform: `translate(${round(x)} ${round(y)})` }, [
    ...(area === undefined ? [] : [element('path', { d: area, fill: ink })]),
    element('path', { ...pen, stroke: area === undefined ? ink : paper, d: lines }),
  ]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
