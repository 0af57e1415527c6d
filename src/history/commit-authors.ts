import { push } from '../model/multimap.ts';
import type { Git } from '../ports/git.ts';
import { factsOfCommits } from './commit-facts.ts';
import { isObjectId } from './commit-id.ts';
import { type LoggedCommit, logPaths } from './log.ts';
import { renamesBetween } from './renames.ts';

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
  return factsOfCommits(git, there, '%aN <%aE>');
}

/** How often a file may have been renamed for who wrote it still to be found. */
const MOST_RENAMES = 5;

/**
 * The commit that last touched each of some files, by one process over the history of all of them; files that no commit touched are left out. Who only renamed a
 * file did not write it: then its history under the old name counts, for two processes more each time.
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
  const known = new Map<string, Promise<Map<string, string>>>();
  const renamesOf = (parent: string, commit: string): Promise<Map<string, string>> => {
    const found = known.get(commit) ?? renamesBetween(git, parent, commit);
    known.set(commit, found);
    return found;
  };
  let asked = [...new Set(paths)].map((path): Named => ({ path, name: path, head }));
  for (let renames = 0; asked.length > 0; renames++) {
    const older: Named[] = [];
    for (const [start, some] of byHead(asked)) {
      const touches = await lastTouches(
        git,
        start,
        some.map(({ name }) => name),
      );
      for (const { path, name } of some) {
        const touch = touches.get(name);
        if (!touch) continue;
        last.set(path, touch.commit);
        const before = renames < MOST_RENAMES ? await renamedFrom(git, touch, name, renamesOf) : undefined;
        if (before) older.push({ path, ...before });
      }
    }
    asked = older;
  }
  return last;
}

/** A file, by what it was called in the history of a commit. */
interface Named {
  readonly path: string;
  readonly name: string;
  readonly head: string;
}

function byHead(files: readonly Named[]): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const one of files) push(groups, one.head, one);
  return groups;
}

async function lastTouches(
  git: Git,
  head: string,
  names: readonly string[],
): Promise<Map<string, LoggedCommit>> {
  const last = new Map<string, LoggedCommit>();
  const wanted = new Set(names);
  for (const commit of await logPaths(git, head, names, ['--no-renames'])) {
    for (const { path } of commit.files) if (wanted.has(path) && !last.has(path)) last.set(path, commit);
  }
  return last;
}

/** What a file was called before a commit that only renamed it. */
async function renamedFrom(
  git: Git,
  { commit, parents, files }: LoggedCommit,
  name: string,
  renamesOf: (parent: string, commit: string) => Promise<Map<string, string>>,
): Promise<Omit<Named, 'path'> | undefined> {
  const [parent, second] = parents;
  const isNew = files.some(({ path, status }) => path === name && status === 'A');
  if (parent === undefined || second !== undefined || !isNew) return undefined;
  const old = (await renamesOf(parent, commit)).get(name);
  if (old === undefined) return undefined;
  const [before, after] = await git.info([`${parent}:${old}`, `${commit}:${name}`]);
  return before && before.oid === after?.oid ? { name: old, head: parent } : undefined;
}
