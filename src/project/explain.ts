import type { Reason } from '../model/state.ts';
import { count, listNames, sayDate } from '../model/phrases.ts';
import type { Baseline, Change, Suggestion, Verdict } from '../model/verdict.ts';
import type { JudgedSubject } from './snapshot.ts';

/*
 * The sentences a person reads: what is the matter, and what they can do now. One function a situation, so that the same thing is always
 * said in the same words.
 */

/** What to try instead of a locator that leads nowhere. */
export function offer(suggestions: readonly Suggestion[]): string {
  const first = suggestions[0];
  return first ? ` Did you mean ${first.locator}? (${first.why})` : '';
}

/** `2 changes since 3 May by Ada and Ben`. */
export function sayChanges(changes: readonly Change[], baseline: Pick<Baseline, 'date'>, now: Date): string {
  const who = changes.length > 0 ? ` by ${listNames(changes.map((change) => change.author))}` : '';
  return `${count(changes.length, 'change')} since ${sayDate(baseline.date, now)}${who}`;
}

/** What happened to stale evidence, who did it, and what to do. */
export function sayStale(
  locator: string,
  { reason, baseline, changes, message }: Verdict,
  now: Date,
): string {
  const what = message === '' ? '' : ` ${message}`;
  const judged = baseline
    ? `its claim was last edited on ${sayDate(baseline.date, now)} by ${baseline.author}`
    : 'its claim was judged';
  if (reason === 'uncommitted') {
    return `${locator} changed in the working tree since ${judged}; the change is not committed.${what} Does the claim still hold?`;
  }
  const last = changes[0];
  if (!last) return `${locator} changed since ${judged}.${what} Does the claim still hold?`;
  const detail = `the last by ${last.author} on ${sayDate(last.date, now)}: “${last.summary}” (${last.commit.slice(0, 8)})`;
  const amount =
    changes.length === 1 ? `once, ${detail.replace('the last ', '')}` : `${changes.length} times, ${detail}`;
  return `${locator} changed ${amount}, since ${judged}.${what} Does the claim still hold?`;
}

/** The one-line summary of a verdict that stands behind a claim's name: `stale: 2 changes since 3 May`. */
export function summarize(verdict: Verdict, now: Date): string {
  const { state, reason, baseline, changes } = verdict;
  if (state === 'stale' && reason === 'changed' && baseline && changes.length > 0) {
    return `stale: ${count(changes.length, 'change')} since ${sayDate(baseline.date, now)}`;
  }
  const detail = SHORT[reason];
  return detail === state ? state : `${state}: ${detail}`;
}

/** A reason in few words. */
const SHORT: Readonly<Record<Reason, string>> = {
  missing: 'not there',
  deleted: 'deleted',
  moved: 'moved',
  ambiguous: 'several files fit',
  'symbol-missing': 'no such symbol',
  'range-outside': 'lines outside the file',
  'outside-root': 'outside the repository',
  'case-mismatch': 'written in other case',
  expectation: 'not as expected',
  'test-failed': 'test failed',
  'too-old': 'too old',
  changed: 'changed',
  uncommitted: 'changed, not committed',
  'claim-changed': 'the claim changed',
  'never-reviewed': 'not judged yet',
  shallow: 'the clone is shallow',
  'not-fetched': 'not fetched',
  'no-git': 'no history',
  'too-large': 'too large',
  unsupported: 'not supported yet',
  external: 'not checked',
  unchanged: 'current',
  cosmetic: 'only layout or comments changed',
  shifted: 'lines moved',
};

/** Why git cannot tell, and what to do about it. */
export function sayWithoutGit(withoutGit: NonNullable<JudgedSubject['withoutGit']>): string {
  switch (withoutGit) {
    case 'no-repository':
      return 'This folder is not in a git repository, so nobody can say whether the evidence changed.';
    case 'no-commits':
      return 'The repository has no commits yet, so there is nothing to compare the evidence with.';
    case 'untrusted':
      return 'The workspace is not trusted, so git is not run: links are checked, changes are not. Trust the workspace to see them.';
    case 'not-installed':
      return 'git was not found: install it, or put it on the PATH, to see what changed.';
    case 'failed':
      return 'git gave no answer here; the log says why.';
  }
}
