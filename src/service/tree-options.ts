import type { NodeState } from '../model/state.ts';

/** By what the claim tree is arranged at its top. */
export type TreeGrouping = 'case' | 'state' | 'standard';

/** What of the argument a person wants to see, and how it is arranged. Parts that are left out, or empty, leave nothing out. */
export interface TreeOptions {
  /** Default: case. */
  readonly groupBy?: TreeGrouping;
  /** Only what is in one of these states. */
  readonly states?: readonly NodeState[];
  /** Only what is broken, failing, stale or challenged. */
  readonly attention?: boolean;
  /** Words of ids, texts, locators and titles, all of which have to be there, in any letter case. */
  readonly text?: string;
  /** Only what one of these people answers for, by their names; see `owners.ts`. */
  readonly owners?: readonly string[];
}

/** The states that need attention: something speaks against the argument as it stands. */
export const ATTENTION: ReadonlySet<NodeState> = new Set<NodeState>([
  'broken',
  'failing',
  'stale',
  'challenged',
]);

/** Whether anything could be left out. */
export function isFiltering({
  states = [],
  attention = false,
  text = '',
  owners = [],
}: TreeOptions): boolean {
  return states.length > 0 || attention || text.trim() !== '' || owners.length > 0;
}

/** How much of the argument is shown, and what can be chosen among. */
export interface TreeMatches {
  /** Nodes and links that are meant themselves, without what stands above them. */
  readonly matches: number;
  /** All nodes and links. */
  readonly of: number;
  /** Nodes and links by state, whatever is chosen; states with none are left out. */
  readonly states: Partial<Record<NodeState, number>>;
  /** The people who answer for something, with how much, those with the most first. */
  readonly owners: readonly { readonly name: string; readonly count: number }[];
}
