import { type Position, contains } from '../../model/text.ts';
import type { Lookup } from '../lookup.ts';
import { targetAt } from '../reviewable.ts';
import { linkKey, nodeKey } from './diagram.ts';

/** Names a box of a diagram. */
export interface DiagramBox {
  /** The case's key in the snapshot. */
  readonly case: string;
  /** The box; left out where the place is in the case and in none of its nodes. */
  readonly node?: string;
}

/**
 * The box for what stands at a place of a claim file: the locator, else the innermost node, else the case the place is in, else the file's
 * first case. Undefined where the file holds none.
 */
export function diagramPlace(lookup: Lookup, file: string, position: Position): DiagramBox | undefined {
  const target = targetAt(lookup, file, position);
  const one = target && lookup.caseOf(target.case);
  if (one) {
    const link = target.link === undefined ? undefined : one.links.get(target.link);
    if (link) return { case: one.key, node: linkKey(one, link) };
    return { case: one.key, ...(target.node !== undefined && { node: nodeKey(target.node) }) };
  }
  const cases = lookup.casesIn(file);
  const around = cases.find(({ file: own, case: { range } }) => own === file && contains(range, position));
  const found = around ?? cases[0];
  return found && { case: found.key };
}
