import type { NodeInCase } from '../project/coverage.ts';
import { MARKS, type Paint, painted } from './paint.ts';

/** How nodes are named: their case only where there are several. */
export interface CoverageStyle {
  readonly paint: Paint;
  readonly nameOf: (one: NodeInCase) => string;
  /** Where a node is written, from the root. */
  readonly placeOf: (one: NodeInCase) => string;
}

/** A node in one line, with its state in words unless it holds. */
export function nodeLine(one: NodeInCase, { paint, nameOf }: CoverageStyle): string {
  const { node, state } = one;
  const name = node.derived ? '' : `${nameOf(one)} `;
  const word = state === 'current' ? '' : painted(`  ${state}`, state, paint);
  return `${painted(MARKS[state], state, paint)} ${name}${node.text}${word}`;
}
