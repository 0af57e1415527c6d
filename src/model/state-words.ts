import type { NodeState } from './state.ts';
import { say } from '../l10n/say.ts';

/** What a person calls a state. */
export function stateWord(state: NodeState): string {
  switch (state) {
    case 'broken':
      return say('broken');
    case 'failing':
      return say('failing');
    case 'stale':
      return say('stale');
    case 'challenged':
      return say('challenged');
    case 'undeveloped':
      return say('undeveloped');
    case 'unreviewed':
      return say('unreviewed');
    case 'unknown':
      return say('unknown');
    case 'current':
      return say('current');
  }
}
