import type { CodeLens } from 'vscode-languageserver-protocol';
import { count } from '../model/phrases.ts';
import { EVIDENCE_STATES } from '../model/state.ts';
import { summarize } from '../project/explain.ts';
import type { Lookup, Support } from './lookup.ts';
import { linkLocation } from './targets.ts';
import { toUri } from './uris.ts';
import { shortTitle } from './wording.ts';

/** The command a lens runs; see `OpenClaimsArguments` of the protocol. */
const OPEN_CLAIMS = 'warrant.openClaims';

/**
 * One quiet line above what is evidence: which claims rest on it, and whether they still hold. Whole files have it at the top, parts above
 * their first line. Mentions have none. `file` is absolute.
 */
export function codeLenses(lookup: Lookup, file: string, now: Date): CodeLens[] {
  const byLine = new Map<number, Support[]>();
  for (const support of lookup.supportsOf(file)) {
    if (!support.judged.link.cited) continue;
    const line = support.target.whole ? 0 : support.target.startLine - 1;
    byLine.set(line, [...(byLine.get(line) ?? []), support]);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, supports]) => {
      const position = { line, character: 0 };
      const claims = supports.map((support) => linkLocation(support.case, support.judged));
      return {
        range: { start: position, end: position },
        command: {
          title: lensTitle(supports, now),
          command: OPEN_CLAIMS,
          arguments: [toUri(file), position, claims],
        },
      };
    });
}

/** `C2 Transport security is enforced · stale: 2 changes since 3 May`, or `3 claims rest on this · 1 stale: C2, C3, C5`. */
export function lensTitle(supports: readonly Support[], now: Date): string {
  const [only] = supports;
  if (supports.length === 1 && only) {
    return `${shortTitle(only.node.node)} · ${summarize(only.judged.verdict, now)}`;
  }
  const states = supports.map(({ judged }) => judged.verdict.state);
  const worst = EVIDENCE_STATES.find((state) => states.includes(state)) ?? 'current';
  const many = states.filter((state) => state === worst).length;
  const ids = [...new Set(supports.map(({ node }) => node.node.id))];
  const state = many === states.length ? (many === 1 ? worst : `all ${worst}`) : `${many} ${worst}`;
  return `${count(ids.length, 'claim')} ${ids.length === 1 ? 'rests' : 'rest'} on this · ${state}: ${ids.join(', ')}`;
}
