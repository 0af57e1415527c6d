import { type Message, message, say, sayCount } from '../../l10n/say.ts';
import type { Reason } from '../../model/state.ts';
import { listChoices, listNames, sayDate } from '../../model/phrases.ts';
import { stateWord } from '../../model/state-words.ts';
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
  const list =
    names.length > MOST_OFFERED
      ? say('{0} or another', names.slice(0, MOST_OFFERED).join(', '))
      : listChoices(names);
  return ` ${say('Did you mean {0}? ({1})', list, first.why)}`;
}

/** What happened to stale evidence, who did it, and what to do. */
export function sayStale(locator: string, found: Verdict, now: Date): string {
  const { reason, message: details, uncommitted, parts } = found;
  const isUncommitted = reason === 'uncommitted';
  return [
    isUncommitted
      ? say('{0} changed {1}, and the change is not committed.', locator, saySince(found, now))
      : sayChanged(locator, found, now),
    ...(uncommitted && !isUncommitted ? [say('It has a change that is not committed, too.')] : []),
    ...(details === '' ? [] : [details]),
    ...(parts ? [sayParts(parts)] : []),
    say('Does the claim still hold?'),
  ].join(' ');
}

/** `a.ts changed since …: once, by Ben on 3 May in “Fix it” (abcdef12).`; `… 2 times, last by …`. */
function sayChanged(locator: string, found: Verdict, now: Date): string {
  const { changes } = found;
  const since = saySince(found, now);
  const [last] = changes;
  if (!last) return say('{0} changed {1}.', locator, since);
  return changes.length === 1
    ? say('{0} changed {1}: once, by {2}.', locator, since, sayBy(last, now))
    : say('{0} changed {1}: {2} times, last by {3}.', locator, since, changes.length, sayBy(last, now));
}

/** The clause that says when evidence was judged: `since Ada reviewed it (3 May)`. */
function saySince({ review, baseline }: Verdict, now: Date): string {
  if (review) return say('since {0} reviewed it ({1})', nameOfPerson(review.by), sayDate(review.at, now));
  if (!baseline) return say('since its claim was judged');
  return say('since its claim was last edited ({0}, {1})', sayDate(baseline.date, now), baseline.author);
}

/** How many parts of each kind a sentence names. */
const MOST_PARTS = 4;

/** `Changed: sign, verify; new: rotate; gone: legacy.` */
function sayParts({ changed, added, removed, elsewhere }: PartChanges): string {
  const named = [
    ...sayNamed(message('changed: {0}'), changed),
    ...sayNamed(message('new: {0}'), added),
    ...sayNamed(message('gone: {0}'), removed),
  ];
  if (named.length === 0) return say('What changed is in none of its named parts, or is their order.');
  if (elsewhere) named.push(say('and more outside of these'));
  return asSentence(named);
}

/** `new: rotate`; nothing where there are no names. @param label a message whose `{0}` stands for the names */
export function sayNamed(label: Message, names: readonly string[]): string[] {
  return names.length > 0 ? [say(label, listNames(names, MOST_PARTS))] : [];
}

/** Things that stand beside each other, each with its label, as one sentence. */
export function asSentence(labelled: readonly string[]): string {
  const sentence = labelled.join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** `Ben on 3 May in “Fix it” (abcdef12)`, which always follows a `by`. */
export function sayBy({ author, date, summary, commit }: Omit<Change, 'path'>, now: Date): string {
  return say('{0} on {1} in “{2}” ({3})', author, sayDate(date, now), summary, commit.slice(0, 8));
}

/** The one-line summary of a verdict that stands behind a claim's name: `stale: 2 changes since 3 May`. */
export function summarize(verdict: Verdict, now: Date): string {
  const { state, reason, baseline, changes, review } = verdict;
  if (state === 'stale' && reason === 'changed' && baseline && changes.length > 0) {
    const since = sayDate(baseline.date, now);
    return verdict.uncommitted
      ? sayCount(
          changes.length,
          'stale: 1 change since {1}, and one not committed',
          'stale: {0} changes since {1}, and one not committed',
          since,
        )
      : sayCount(changes.length, 'stale: 1 change since {1}', 'stale: {0} changes since {1}', since);
  }
  if (state === 'current' && review) {
    const [name, when] = [nameOfPerson(review.by), sayDate(review.at, now)];
    return reason === 'unchanged'
      ? say('reviewed by {0} on {1}', name, when)
      : say('reviewed by {0} on {1}, {2}', name, when, say(SHORT[reason]));
  }
  return reason === 'unchanged' ? stateWord(state) : say('{0}: {1}', stateWord(state), say(SHORT[reason]));
}

/** A reason in few words, which follow its state. */
const SHORT: Readonly<Record<Exclude<Reason, 'unchanged'>, Message>> = {
  missing: message('not there'),
  deleted: message('deleted'),
  moved: message('moved'),
  ambiguous: message('several fit'),
  'symbol-missing': message('no such symbol'),
  'range-outside': message('lines outside the file'),
  'outside-root': message('outside the repository'),
  'case-mismatch': message('written in other case'),
  malformed: message('cannot be read'),
  expectation: message('not as expected'),
  'test-failed': message('test failed'),
  'too-old': message('too old'),
  changed: message('changed'),
  uncommitted: message('changed, not committed'),
  'claim-changed': message('the claim changed'),
  'never-reviewed': message('not judged yet'),
  'review-required': message('a review is required'),
  'review-expired': message('its review has expired'),
  'review-not-independent': message('reviewed by its own author'),
  shallow: message('the clone is shallow'),
  'not-fetched': message('not fetched'),
  'no-git': message('no history'),
  'in-conflict': message('in a merge conflict'),
  'too-large': message('too large'),
  unsupported: message('cannot be judged'),
  external: message('not checked'),
  cosmetic: message('only layout or comments changed'),
  shifted: message('lines moved'),
  'as-expected': message('as expected'),
};

/** Why git cannot tell, and what to do about it. */
export function sayWithoutGit(withoutGit: NonNullable<JudgedSubject['withoutGit']>): string {
  switch (withoutGit) {
    case 'no-repository':
      return say('This folder is not in a git repository, so nobody can say whether the evidence changed.');
    case 'bare':
      return say(
        'This repository is bare: it has no files that could be looked at. Check it out (git worktree add FOLDER) and name that folder.',
      );
    case 'no-commits':
      return say('The repository has no commits yet, so there is nothing to compare the evidence with.');
    case 'untrusted':
      return say(
        'The workspace is not trusted, so git is not run: links are checked, changes are not. Trust the workspace to see them.',
      );
    case 'not-installed':
      return say('git was not found: install it, or put it on the PATH, to see what changed.');
    case 'failed':
      return say('git gave no answer here; the log says why.');
  }
}
