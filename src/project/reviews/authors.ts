import { authorsOfCommits, lastCommitsOf } from '../../history/commit-authors.ts';
import type { Verdict } from '../../model/verdict.ts';
import { GitError } from '../../ports/git.ts';
import type { Subject } from '../subject/subject.ts';
import { isSamePerson } from './people.ts';

/** Evidence that is reviewed. */
export interface Reviewed {
  readonly verdict: Verdict;
  /** Path to blob id of what is reviewed. */
  readonly ids: ReadonlyMap<string, string>;
}

/** More people than this did not write it. */
const MOST_AUTHORS = 20;

/**
 * Who wrote some evidence: whoever changed it since it was last judged, else whoever touched its files last; and of what is not committed, the
 * reviewer. For all of them together two processes at most; nobody is known where git cannot tell.
 */
export async function authorsOf(
  reviewed: readonly Reviewed[],
  by: string,
  { git, history, facts }: Subject,
): Promise<(readonly string[] | undefined)[]> {
  if (!git || !history || facts.head === null) return reviewed.map(() => undefined);
  try {
    const asked = reviewed.flatMap(({ verdict, ids }) => (verdict.changes.length > 0 ? [] : [...ids.keys()]));
    const last = await lastCommitsOf(git, facts.head, [...new Set(asked)]);
    const commits = reviewed.map(({ verdict, ids }) =>
      verdict.changes.length > 0
        ? verdict.changes.map(({ commit }) => commit)
        : [...ids.keys()].flatMap((path) => last.get(path) ?? []),
    );
    const authors = await authorsOfCommits(git, commits.flat());
    return reviewed.map(({ ids }, at) => {
      const isUncommitted = [...ids].some(([path, oid]) => history.headOid(path) !== oid);
      const people = commits[at]!.flatMap((commit) => authors.get(commit) ?? []);
      return distinct([...(isUncommitted ? [by] : []), ...people]).slice(0, MOST_AUTHORS);
    });
  } catch (error) {
    if (error instanceof GitError) return reviewed.map(() => undefined);
    throw error;
  }
}

function distinct(people: readonly string[]): string[] {
  return people.filter((one, at) => people.findIndex((other) => isSamePerson(one, other)) === at);
}
