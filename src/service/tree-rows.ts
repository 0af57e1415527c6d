import { say, sayCount } from '../l10n/say.ts';
import { type NodeState, worstState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import { partKey } from './tree-keys.ts';
import type { TreeItem } from './views.ts';

/** One of the items on a level of the tree, before it is made: of thousands most are never looked at. */
export interface Row {
  /** Tells it from the others on its level. */
  readonly id: string;
  /** What names it in short. */
  readonly name: string;
  /** What it adds to the state of a row that gathers it. */
  readonly state: NodeState;
  /** @param parent the key of the item above */
  make(parent: string): TreeItem[];
}

/** With more items on one level an editor would get megabytes at each keystroke, and a person would scroll. */
const MOST = 500;
/** How many items share a row there. */
const SHARE = 250;

/** The items of a level; where there are too many, rows that share them: `F1 … F250`. */
export function itemsOf(parent: string, rows: readonly Row[]): TreeItem[] {
  if (rows.length <= MOST) return rows.flatMap((row) => row.make(parent));
  const parts: TreeItem[] = [];
  for (let start = 0; start < rows.length; start += SHARE) parts.push(partItem(parent, rows, start));
  return parts;
}

/** The items that share one of these rows. @param key of that row */
export function itemsOfPart(key: string, rows: readonly Row[], start: number): TreeItem[] {
  return rows.slice(start, start + SHARE).flatMap((row) => row.make(key));
}

/** The items down to one of a level: with the row that it shares with others, if there is one. Empty where it is not on the level. */
export function pathTo(parent: string, rows: readonly Row[], id: string): TreeItem[] {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (!row) return [];
  if (rows.length <= MOST) return row.make(parent);
  const part = partItem(parent, rows, at - (at % SHARE));
  return [part, ...row.make(part.key)];
}

function partItem(parent: string, rows: readonly Row[], start: number): TreeItem {
  const shared = rows.slice(start, start + SHARE);
  const state = worstState(shared.map((row) => row.state));
  const number = sayCount(shared.length, '{0} item', '{0} items');
  const [first, last] = [shared[0]!, shared.at(-1)!];
  const key = partKey(parent, start);
  return {
    key,
    kind: 'group',
    label: `${first.name} … ${last.name}`,
    description: String(shared.length),
    state,
    mention: false,
    tooltip: `${number} · ${stateWord(state)}`,
    accessibilityLabel: say('{0}, {1} to {2}, {3}', number, first.name, last.name, stateWord(state)),
    expandable: true,
    source: first.make(key)[0]!.source,
  };
}
