import { say } from '../../l10n/say.ts';
import type { Reason } from '../../model/state.ts';
import type { Target, Verdict } from '../../model/verdict.ts';
import { GitError } from '../../ports/git.ts';
import type { Subject } from '../subject/subject.ts';
import type { Unread } from '../subject/versions.ts';
import { verdict } from './verdicts.ts';

/** Evidence whose earlier version cannot be looked at. @param path of the evidence */
export function judgeUnreadPast(
  why: Unread,
  path: string,
  targets: readonly Target[],
  subject: Subject,
): Verdict {
  return verdict('unknown', REASONS[why], sayUnread(why, path, subject), { targets });
}

const REASONS: Readonly<Record<Unread, Reason>> = {
  shallow: 'shallow',
  'not-fetched': 'not-fetched',
  'not-readable': 'no-git',
  'no-submodule': 'not-fetched',
};

function sayUnread(why: Unread, path: string, { submodules }: Subject): string {
  switch (why) {
    case 'shallow':
      return say(
        'The clone is shallow and does not reach back to when the claim was judged. Run git fetch --unshallow.',
      );
    case 'not-fetched':
      return say(
        'The version that was judged was never fetched (a partial clone, or a commit of another one), and Warrant does not fetch it: git log -p -- {0} does.',
        asArgument(path),
      );
    case 'not-readable':
      return say('Git cannot read the version that was judged. Run git fsck to see what is damaged.');
    case 'no-submodule': {
      const home = submodules.holding(path) ?? path;
      return say(
        'The version that was judged is not in the submodule {0} as it is checked out here. Run git submodule update --init {1}.',
        home,
        asArgument(home),
      );
    }
  }
}

/** That evidence is not in a clone, and how to get it: whatever needs a version fetches it. @param path of the evidence */
export function sayNotFetched(path: string): string {
  return say(
    '{0} was never fetched (a partial clone), and Warrant does not fetch it: git log -p -- {1} does.',
    path,
    asArgument(path),
  );
}

/** The same of what the evidence was when it was judged. */
export function sayPastNotFetched(path: string): string {
  return say(
    'The version that was judged was never fetched (a partial clone), and Warrant does not fetch it: git log -p -- {0} does.',
    asArgument(path),
  );
}

/** As it is given to a command. */
function asArgument(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Evidence that git fails on; the check goes on for the rest. */
export function judgeFailure(error: unknown, locator: string): Verdict {
  if (!(error instanceof GitError) || error.problem === 'cancelled') throw error;
  if (error.problem === 'not-fetched') {
    const message = say(
      'The history of {0} was never fetched (a partial clone), and Warrant does not fetch it. Run git fetch --refetch --no-filter.',
      locator,
    );
    return verdict('unknown', 'not-fetched', message);
  }
  const message = say(
    'Git could not tell what became of {0}: {1} If it goes on, git fsck says what is damaged.',
    locator,
    error.message,
  );
  return verdict('unknown', 'no-git', message);
}

/** What git says, or something else where it fails: an explanation that cannot be had hides no verdict. */
export async function unlessGitFails<T>(answer: Promise<T> | undefined, instead: T): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof GitError) || error.problem === 'cancelled') throw error;
    return instead;
  }
}
