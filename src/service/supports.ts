import { EVIDENCE_STATES } from '../model/state.ts';
import type { Lookup, Support } from './lookup.ts';
import { briefName } from './wording.ts';

/** The links to one place, the worst first; those that are only mentioned are last. */
export function worstFirst(supports: readonly Support[]): Support[] {
  return [...supports].sort((a, b) => rank(a) - rank(b));
}

function rank({ judged: { link, verdict } }: Support): number {
  return (link.cited ? 0 : EVIDENCE_STATES.length) + EVIDENCE_STATES.indexOf(verdict.state);
}

/** Names the claim of each link to one place: `C2`, and `one/C2` where `C2` of another case stands beside it. */
export function namesAmong(supports: readonly Support[]): (support: Support) => string {
  const homes = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { case: one, node } of supports) {
    const name = briefName(node.node);
    const home = homes.get(name);
    if (home !== undefined && home !== one.key) ambiguous.add(name);
    homes.set(name, one.key);
  }
  return ({ case: one, node }) => {
    const name = briefName(node.node);
    return ambiguous.has(name) ? `${one.case.id}/${name}` : name;
  };
}

/** The id of the case that a claim is of, where there are several; `C1` is in each of them. */
export function homeAmong({ snapshot }: Lookup, { case: one }: Support): string | undefined {
  return snapshot.cases.length > 1 ? one.case.id : undefined;
}
