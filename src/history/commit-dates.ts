import type { Git } from '../ports/git.ts';
import { factsOfCommits } from './commit-facts.ts';
import { isObjectId } from './commit-id.ts';

/**
 * When some commits were made as they are now (the committer's dates, ISO 8601 with offset: a rebase makes them anew), by one process.
 *
 * @param commits full ids of commits that are there; others are left out
 * @throws GitError
 */
export async function commitDates(git: Git, commits: Iterable<string>): Promise<Map<string, string>> {
  return factsOfCommits(git, [...new Set(commits)].filter(isObjectId), '%cI');
}
