import { isDefeater } from '../model/kinds.ts';
import type { Lookup } from './lookup.ts';
import type { TreeOptions } from './tree-options.ts';
import { treeChildren } from './tree.ts';
import type { TreeItem } from './views.ts';

/**
 * The items from below an item of the tree down to what makes its state what it is: evidence, an unanswered defeater, or a claim that nothing supports.
 * Empty where the item itself is the reason, or a filter hides the way. A level after the other is looked at, so the time grows with what is on the way.
 */
export function treeReason(
  lookup: Lookup,
  { key, state }: Pick<TreeItem, 'key' | 'state'>,
  now: Date,
  options: TreeOptions = {},
): TreeItem[] {
  const path: TreeItem[] = [];
  for (let at: string | undefined = key; at !== undefined; at = path.at(-1)?.key) {
    const below = treeChildren(lookup, at, now, options).filter(
      (item) => item.state === state && !item.mention && item.given === undefined,
    );
    const next = below.find(isEvidence) ?? below.find(isAttack) ?? below[0];
    if (!next) break;
    path.push(next);
    if (!next.expandable) break;
  }
  return path;
}

/** A link says itself why it is in its state. */
function isEvidence({ kind, expandable }: TreeItem): boolean {
  return kind === 'link' || (kind === 'evidence' && !expandable);
}

function isAttack({ kind }: TreeItem): boolean {
  return kind !== 'case' && kind !== 'group' && kind !== 'link' && kind !== 'comment' && isDefeater(kind);
}
