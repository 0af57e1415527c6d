import type { Git } from '../ports/git.ts';
import { isObjectId } from './commit-id.ts';
import { logPaths } from './log.ts';

/**
 * Who wrote some commits, as git writes people (`Ada Author <ada@example.org>`, by the mailmap), by one process; commits that are not there are left out.
 *
 * @param commits full object ids; others are left out
 * @throws GitError
 */
export async function authorsOfCommits(git: Git, commits: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(commits)].filter(isObjectId);
  const found = await git.info(ids.map((id) => `${id}^{commit}`));
  const there = ids.filter((_, at) => found[at]);
  if (there.length === 0) return new Map();
  const output = await git.run(
    ['log', '--no-walk=unsorted', '--no-show-signature', '--stdin', '-z', '--format=%H%x00%aN <%aE>'],
    { input: there.map((id) => `${id}\n`).join('') },
  );
  const tokens = output.split('\0');
  const authors = new Map<string, string>();
  for (let at = 0; at + 1 < tokens.length; at += 2) authors.set(tokens[at]!, tokens[at + 1]!);
  return authors;
}

/**
 * The commit that last touched each of some files, by one process over the history of all of them; files that no commit touched are left out.
 *
 * @param head a full object id
 * @throws GitError
 */
export async function lastCommitsOf(
  git: Git,
  head: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  if (paths.length === 0) return last;
  const wanted = new Set(paths);
  for (const { commit, files } of await logPaths(git, head, [...wanted], ['--no-renames'])) {
    for (const { path } of files) if (wanted.has(path) && !last.has(path)) last.set(path, commit);
  }
  return last;
}
