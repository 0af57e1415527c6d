import { sayCount } from '../l10n/say.ts';
import { push } from '../model/multimap.ts';
import { joinPath } from '../model/paths.ts';
import { EVIDENCE_STATES, type EvidenceState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import type { Snapshot } from '../project/snapshot.ts';
import { toUri } from './uris.ts';
import type { FileStanding } from './views.ts';

/** How every file and folder stands that a claim names as evidence, sorted by URI. What is only mentioned, and the files of folders, are left out. */
export function evidenceStanding({ cases }: Snapshot): FileStanding[] {
  const links = new Map<string, { readonly claim: string; readonly state: EvidenceState }[]>();
  for (const one of cases) {
    for (const { link, verdict } of one.links.values()) {
      if (!link.cited) continue;
      for (const path of new Set(verdict.targets.map((target) => target.path))) {
        const file = joinPath(one.subject.root, path);
        push(links, file, { claim: `${one.key}\n${link.parent}`, state: verdict.state });
      }
    }
  }
  return [...links]
    .map(([file, found]): FileStanding => {
      const states = EVIDENCE_STATES.filter((state) => found.some((link) => link.state === state));
      const claims = new Set(found.map(({ claim }) => claim)).size;
      const counted = states.map(
        (state) => `${found.filter((link) => link.state === state).length} ${stateWord(state)}`,
      );
      const said = states.length > 1 ? counted.join(', ') : stateWord(states[0]!);
      return {
        uri: toUri(file),
        state: states[0]!,
        words: sayCount(claims, 'Evidence of {0} claim: {1}', 'Evidence of {0} claims: {1}', said),
      };
    })
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
