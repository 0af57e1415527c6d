import type { NodeKind } from '../../model/kinds.ts';

/** What an item is, as far as its id says: `AOU-…` are assumptions of use, and `…_CONTEXT` explains the item of that name. */
export function kindOfId(id: string): NodeKind {
  if (/_CONTEXT$/.test(id)) return 'context';
  return /^AOU(?:[-_.]|$)/.test(id) ? 'assumption' : 'claim';
}
