import type { Reason } from '../../model/state.ts';
import { count, listNames, sayDate } from '../../model/phrases.ts';
import type { Change, PartChanges, Suggestion, Verdict } from '../../model/verdict.ts';
import type { JudgedSubject } from '../snapshot.ts';
import { nameOfPerson } from './reviewed/reviewed.ts';

/*
 * The sentences a person reads: what is the matter, and what they can do now. One function a situation, so that the same thing is always
 * said in the same words.
 */

/** How many locators a sentence offers. */
const MOST_OFFERED = 3;

/** What to try instead of a locator that leads nowhere. */
export function offer(suggestions: readonly Suggestion[]): string {
  const [first, ...others] = suggestions;
  if (!first) return '';
  // Of several that fit alike, none is the one that is meant.
  const alike = others.filter(({ why }) => why === first.why).map(({ locator }) => locator);
  const names = [first.locator, ...alike];
  const shown = names.length > MOST_OFFERED ? [...names.slice(0, MOST_OFFERED), 'another'] : names;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : first.locator;
  return ` Did you mean ${list}? (${first.why})`;
}

/** What happened to stale evidence, who did it, and what to do. */
export function sayStale(
  locator: string,
  { reason, baseline, review, changes, message, uncommitted, parts }: Verdict,
  now: Date,
): string {
  const details = (message === '' ? '' : ` ${message}`) + (parts ? ` ${sayParts(parts)}` : '');
  const edited = review
    ? `${nameOfPerson(review.by)} reviewed it (${sayDate(review.at, now)})`
    : baseline
      ? `its claim was last edited (${sayDate(baseline.date, now)}, ${baseline.author})`
      : 'its claim was judged';
  if (reason === 'uncommitted') {
    return `${locator} changed since ${edited}, and the change is not committed.${details} Does the claim still hold?`;
  }
  const more = uncommitted ? ' It has a change that is not committed, too.' : '';
  return `${locator} changed since ${edited}${sayWho(changes, now)}.${more}${details} Does the claim still hold?`;
}

/** How many parts of each kind a sentence names. */
const MOST_PARTS = 4;

/** `Changed: sign, verify; new: rotate; gone: legacy.` */
function sayParts({ changed, added, removed, elsewhere }: PartChanges): string {
  const groups: (readonly [what: string, names: readonly string[]])[] = [
    ['changed', changed],
    ['new', added],
    ['gone', removed],
  ];
  const named = groups.flatMap(([what, names]) =>
    names.length > 0 ? [`${what}: ${listNames(names, MOST_PARTS)}`] : [],
  );
  if (named.length === 0) return 'What changed is in none of its named parts, or is their order.';
  if (elsewhere) named.push('and more outside of these');
  const sentence = named.join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** `Ben on 3 May in “Fix it” (abcdef12)`. */
export function sayBy({ author, date, summary, commit }: Omit<Change, 'path'>, now: Date): string {
  return `${author} on ${sayDate(date, now)} in “${summary}” (${commit.slice(0, 8)})`;
}

/** `: once, by Ben on 3 May in “Fix it” (abcdef12)`; `: 2 times, last by …`. */
function sayWho(changes: readonly Change[], now: Date): string {
  const [last] = changes;
  if (!last) return '';
  const times = changes.length === 1 ? 'once,' : `${changes.length} times, last`;
  return `: ${times} by ${sayBy(last, now)}`;
}

/** The one-line summary of a verdict that stands behind a claim's name: `stale: 2 changes since 3 May`. */
export function summarize(verdict: Verdict, now: Date): string {
  const { state, reason, baseline, changes, review } = verdict;
  if (state === 'stale' && reason === 'changed' && baseline && changes.length > 0) {
    const more = verdict.uncommitted ? ', and one not committed' : '';
    return `stale: ${count(changes.length, 'change')} since ${sayDate(baseline.date, now)}${more}`;
  }
  if (state === 'current' && review) {
    const more = reason === 'unchanged' ? '' : `, ${SHORT[reason]}`;
    return `reviewed by ${nameOfPerson(review.by)} on ${sayDate(review.at, now)}${more}`;
  }
  const detail = SHORT[reason];
  return detail === state ? state : `${state}: ${detail}`;
}

/** A reason in few words. */
const SHORT: Readonly<Record<Reason, string>> = {
  missing: 'not there',
  deleted: 'deleted',
  moved: 'moved',
  ambiguous: 'several fit',
  'symbol-missing': 'no such symbol',
  'range-outside': 'lines outside the file',
  'outside-root': 'outside the repository',
  'case-mismatch': 'written in other case',
  malformed: 'cannot be read',
  expectation: 'not as expected',
  'test-failed': 'test failed',
  'too-old': 'too old',
  changed: 'changed',
  uncommitted: 'changed, not committed',
  'claim-changed': 'the claim changed',
  'never-reviewed': 'not judged yet',
  'review-required': 'a review is required',
  'review-expired': 'its review has expired',
  'review-not-independent': 'reviewed by its own author',
  shallow: 'the clone is shallow',
  'not-fetched': 'not fetched',
  'no-git': 'no history',
  'in-conflict': 'in a merge conflict',
  'too-large': 'too large',
  unsupported: 'cannot be judged',
  external: 'not checked',
  unchanged: 'current',
  cosmetic: 'only layout or comments changed',
  shifted: 'lines moved',
  'as-expected': 'as expected',
};

/** Why git cannot tell, and what to do about it. */
export function sayWithoutGit(withoutGit: NonNullable<JudgedSubject['withoutGit']>): string {
  switch (withoutGit) {
    case 'no-repository':
      return 'This folder is not in a git repository, so nobody can say whether the evidence changed.';
    case 'bare':
      return 'This repository is bare: it has no files that could be looked at. Check it out (git worktree add FOLDER) and name that folder.';
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
