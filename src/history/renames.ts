import { GitError, type Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { ALL_SUBMODULES, logCommits } from './log.ts';
import { readDeltas } from './raw.ts';

/** Beyond so many candidates on each side git looks only for renames that left the content as it was, or the file's name. */
export const RENAME_LIMIT = '-l1000';

/**
 * Runs a command that detects renames. In a partial clone the content to compare may never have been fetched, of which git dies; renames
 * that left it unchanged are found by object id even so. @throws GitError
 */
export async function withRenames<T>(run: (option: '-M' | '-M100%') => Promise<T>): Promise<T> {
  try {
    return await run('-M');
  } catch (error) {
    if (error instanceof GitError && (error.problem === 'failed' || error.problem === 'not-fetched')) {
      return run('-M100%');
    }
    throw error;
  }
}

/** Arguments that have `diff-tree` print renames, and nothing else, for `readDeltas`. */
export function renameArguments(similarity: '-M' | '-M100%'): readonly string[] {
  return [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    ALL_SUBMODULES,
    similarity,
    RENAME_LIMIT,
    '--diff-filter=R',
  ];
}

/** What the files of `to` that were renamed since `from` were called then: new path to old path. One process. @throws GitError */
export async function renamesBetween(git: Git, from: string, to: string): Promise<Map<string, string>> {
  const output = await withRenames((similarity) =>
    git.run([...renameArguments(similarity), safeRevision(from), safeRevision(to)]),
  );
  const renames = new Map<string, string>();
  for (const { path, oldPath } of readDeltas(output.split('\0'), 0).deltas) {
    if (oldPath !== undefined) renames.set(path, oldPath);
  }
  return renames;
}

/** One commit's rename of one file. */
export interface Rename {
  readonly path: string;
  readonly oldPath: string;
}

/**
 * Every rename by a commit of `to` that is not in the history of `from`, newest first: a file that changed a little at each of several moves may in the end be
 * like nothing that was there. One process. @throws GitError
 */
export async function renamesAlong(git: Git, from: string, to: string): Promise<Rename[]> {
  const range = `${safeRevision(from)}..${safeRevision(to)}`;
  const commits = await withRenames((similarity) =>
    logCommits(git, range, [similarity, RENAME_LIMIT, '--diff-filter=R']),
  );
  return commits.flatMap(({ files }) =>
    files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [] : [{ path, oldPath }])),
  );
}

/** What a path was called before each of its renames, the oldest name first. */
export function oldNames(path: string, renames: readonly Rename[]): string[] {
  const names: string[] = [];
  let name = path;
  for (const rename of renames) {
    if (rename.path !== name) continue;
    name = rename.oldPath;
    names.unshift(name);
  }
  return names;
}
