import type pc from 'picocolors';
import type { NodeState } from '../model/state.ts';

export type Paint = ReturnType<typeof pc.createColors>;

/** A mark for each state, so that colour is never the only sign. */
export const MARKS: Readonly<Record<NodeState, string>> = {
  broken: '✗',
  failing: '✗',
  stale: '!',
  challenged: '⚔',
  undeveloped: '○',
  unreviewed: '·',
  unknown: '?',
  current: '✓',
};

/** The mark of what has nothing to judge. */
export const NOT_JUDGED = '–';

/** A text in the colour of a state. */
export function painted(text: string, state: NodeState, paint: Paint): string {
  switch (state) {
    case 'broken':
    case 'failing':
      return paint.red(text);
    case 'stale':
    case 'challenged':
      return paint.yellow(text);
    case 'undeveloped':
    case 'unreviewed':
    case 'unknown':
      return paint.cyan(text);
    case 'current':
      return paint.green(text);
  }
}
