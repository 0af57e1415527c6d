import type { Git } from '../ports/git.ts';
import { isObjectId } from './commit-id.ts';

/**
 * When some commits were made as they are now (the committer's dates, ISO 8601 with offset: a rebase makes them anew), by one process.
 *
 * @param commits full ids of commits that are there; others are left out
 * @throws GitError
 */
export async function commitDates(git: Git, commits: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(commits)].filter(isObjectId);
  if (ids.length === 0) return new Map();
  const output = await git.run(
    ['log', '--no-walk=unsorted', '--no-show-signature', '--stdin', '-z', '--format=%H%x00%cI'],
    { input: ids.map((id) => `${id}\n`).join('') },
  );
  const tokens = output.split('\0');
  const dates = new Map<string, string>();
  for (let at = 0; at + 1 < tokens.length; at += 2) dates.set(tokens[at]!, tokens[at + 1]!);
  return dates;
}
