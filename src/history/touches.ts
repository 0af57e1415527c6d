import type { Git } from '../ports/git.ts';
import { type PathChange, pathChange } from './changes.ts';
import { safeRevision } from './commit-id.ts';
import { logPaths } from './log.ts';

/** A commit's change of a file; of a merge, what all its parents had. */
export interface PathTouch extends PathChange {
  /** One for each parent; undefined where it had no such file. */
  readonly parents: readonly (string | undefined)[];
}

/**
 * Every commit of `head` that touched some files under the names that they have, children before their parents. One process over the history of all of
 * them. @throws GitError
 */
export async function touchesOfFiles(git: Git, head: string, paths: readonly string[]): Promise<PathTouch[]> {
  if (paths.length === 0) return [];
  const wanted = new Set(paths);
  const commits = await logPaths(git, safeRevision(head), [...wanted], ['--no-renames']);
  return commits.flatMap((commit) =>
    commit.files
      .filter(({ path }) => wanted.has(path))
      .map((delta) => ({ ...pathChange(commit, delta), parents: delta.before })),
  );
}
