import type { CodeLens } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { push } from '../model/multimap.ts';
import { stateWord } from '../model/state-words.ts';
import { summarize } from '../project/judging/explain.ts';
import { OPEN_CLAIMS, STILL_HOLDS } from './commands.ts';
import type { Lookup, Support } from './lookup.ts';
import { awaitsReview, isReviewable, reviewTarget } from './reviewable.ts';
import { namesAmong, worstFirst } from './supports.ts';
import { linkLocation } from './targets.ts';
import { toUri } from './uris.ts';
import { shortTitle } from './wording.ts';

/** How many claims one lens names. */
const MOST_CLAIMS = 3;

/** A lens that is longer than this, in characters, does not say who reviewed the evidence. */
const SHORT_LENS = 90;

/** Where lenses are shown: each above what is evidence, one for all of a file at its top, or nowhere. */
export const LENS_POSITIONS = ['aboveSymbol', 'topOfFile', 'off'] as const;
export type LensPosition = (typeof LENS_POSITIONS)[number];

/**
 * One quiet line above what is evidence: which claims rest on it, and whether they still hold. Whole files have it at the top, parts above
 * their first line. Mentions have none. Where somebody has to look at it, a second lens beside it asks. `file` is absolute.
 */
export function codeLenses(
  lookup: Lookup,
  file: string,
  now: Date,
  at: LensPosition = 'aboveSymbol',
): CodeLens[] {
  if (at === 'off') return [];
  const byLine = new Map<number, Support[]>();
  for (const support of lookup.supportsOf(file)) {
    if (!support.judged.link.cited) continue;
    const atTop = support.target.whole || at === 'topOfFile';
    const line = atTop ? 0 : support.target.startLine - 1;
    push(byLine, line, support);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, supports]) => {
      const position = { line, character: 0 };
      const range = { start: position, end: position };
      const claims = supports.map((support) => linkLocation(support.case, support.judged));
      const lens: CodeLens = {
        range,
        command: {
          title: lensTitle(supports, now),
          command: OPEN_CLAIMS,
          arguments: [toUri(file), position, claims],
        },
      };
      const waiting = supports.filter(({ judged }) => awaitsReview(judged) && isReviewable(judged));
      if (waiting.length === 0) return [lens];
      const targets = waiting.map((support) => reviewTarget(support.case, support.judged));
      const wasJudged = waiting.some(({ judged }) => judged.verdict.state === 'stale');
      const title = wasJudged ? say('Still holds?') : say('Review…');
      return [lens, { range, command: { title, command: STILL_HOLDS, arguments: [targets] } }];
    });
}

/** `C2 Transport security is enforced · stale: 2 changes since 3 May`; of several claims only the ids, `C2 stale: 2 changes since 3 May · C6 current`. */
function lensTitle(supports: readonly Support[], now: Date): string {
  const [only] = supports;
  if (supports.length === 1 && only) {
    const { review, state } = only.judged.verdict;
    const title = `${shortTitle(only.node.node)} · ${sayLink(only, now)}`;
    const isLong = review && state === 'current' && title.length > SHORT_LENS;
    return isLong ? `${shortTitle(only.node.node)} · ${stateWord(state)}` : title;
  }
  const name = namesAmong(supports);
  // A claim can have several links here of which the same is to be said; two claims of which it is are two.
  const words = new Map<string, string>();
  for (const support of worstFirst(supports)) {
    const said = `${name(support)} ${sayLink(support, now)}`;
    words.set([support.case.key, support.node.node.key, said].join('\0'), said);
  }
  const shown = [...words.values()];
  const hidden = shown.length - MOST_CLAIMS;
  return [...shown.slice(0, MOST_CLAIMS), ...(hidden > 0 ? [say('{0} more', hidden)] : [])].join(' · ');
}

/** A threat that enters here is not what holds or does not; only a change of the place is worth a word. */
function sayLink({ judged: { link, verdict } }: Support, now: Date): string {
  const summary = summarize(verdict, now);
  if (link.role !== 'entry-point') return summary;
  return verdict.state === 'current' ? say('entry point') : say('entry point, {0}', summary);
}
