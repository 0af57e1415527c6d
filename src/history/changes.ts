import type { Change } from '../model/verdict.ts';
import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { selfAndFolders } from './covering-paths.ts';
import { logPaths, type LoggedCommit } from './log.ts';
import type { FileDelta } from './raw.ts';
import { RENAME_LIMIT, withRenames } from './renames.ts';

/** One commit's change of one file; `path` is what the file was called after it. */
export interface PathChange extends Change {
  /** What it was called before, if this commit renamed it. */
  readonly oldPath?: string;
  /** The blob before; undefined if the commit made the file. For a merge: on its first parent's side. */
  readonly before: string | undefined;
  /** Of a merge: the blobs before, one for each parent. */
  readonly parents?: readonly (string | undefined)[];
  /** The blob afterwards; undefined if the commit deleted the file. */
  readonly after: string | undefined;
}

/** How often a file may have been renamed for its changes under the oldest name still to be found. */
const MAX_RENAMES = 5;

/**
 * Who changed these files and folders between two commits, newest first. Where a commit renamed one, its changes under the old name belong to it too. One
 * process, and one more for each rename in a row.
 *
 * Merges count where their result differs from all their parents: somebody resolved a conflict. A branch that was merged without having had an
 * effect on these paths is left out (git's default simplification of history). @throws GitError
 */
export async function changesSince(
  git: Git,
  baseline: string,
  head: string,
  paths: readonly string[],
): Promise<PathChange[]> {
  if (paths.length === 0) return [];
  const range = `${safeRevision(baseline)}..${safeRevision(head)}`;
  const names = new Set(paths);
  for (let renames = 0; ; renames++) {
    const commits = await logRenames(git, range, [...names]);
    const changes = commits.flatMap((commit) => changesIn(commit, names));
    const older = changes.flatMap(({ oldPath }) =>
      oldPath !== undefined && !isAsked(oldPath, names) ? [oldPath] : [],
    );
    if (older.length === 0 || renames === MAX_RENAMES) return changes;
    for (const path of older) names.add(path);
  }
}

/** Of a commit that touches one of the paths all files are shown, because the other half of a rename may be outside of them. */
async function logRenames(git: Git, range: string, paths: readonly string[]): Promise<LoggedCommit[]> {
  return withRenames((similarity) => logPaths(git, range, paths, [similarity, RENAME_LIMIT, '--full-diff']));
}

function changesIn(commit: LoggedCommit, names: ReadonlySet<string>): PathChange[] {
  return commit.files.filter(({ path }) => isAsked(path, names)).map((delta) => pathChange(commit, delta));
}

/** What a commit did to one file. */
export function pathChange(
  { commit, author, date, summary }: Omit<Change, 'path'>,
  { path, oldPath, before, after }: FileDelta,
): PathChange {
  return {
    commit,
    author,
    date,
    summary,
    path,
    ...(oldPath === undefined ? {} : { oldPath }),
    before: before[0],
    ...(before.length > 1 ? { parents: before } : {}),
    after,
  };
}

function isAsked(path: string, names: ReadonlySet<string>): boolean {
  for (const name of selfAndFolders(path)) if (names.has(name)) return true;
  return false;
}
