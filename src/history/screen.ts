import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { ALL_SUBMODULES, logPaths, type LoggedCommit } from './log.ts';
import { differencesAlong, type TreeDifferences } from './tree-differences.ts';

/** Paths that were, at some time in a stretch of history, not what they are at its end. */
export interface ChangedPaths extends Iterable<string> {
  /** Whether this very file differed. */
  has(path: string): boolean;
  /** Whether any file in this folder, at any depth, differed; '' is the root. */
  hasBelow(folder: string): boolean;
}

/** Tells which links need no look at history, because their evidence never changed while their claim file existed. */
export interface Screen {
  /**
   * The files that were, at some commit that touched this claim file, not what they are at `head`. `all`: only blame can tell. Undefined if
   * `head` has no such claim file.
   */
  changedSince(claimFile: string): ChangedPaths | 'all' | undefined;
  /**
   * How many of the commits that touched claim files come after this one in an order in which no commit stands before its children: the smaller, the newer.
   * Undefined for commits that touched none.
   */
  ageOf(commit: string): number | undefined;
  /** What the commits that touched this claim file under its present name did to it, children before their parents. */
  touchesOf(claimFile: string): readonly FileTouch[];
}

/** What one commit did to a file; the blob is undefined where there was, or is, none. */
export interface FileTouch extends Pick<LoggedCommit, 'commit' | 'author' | 'date'> {
  /** False for the first commit, and at the cut end of a shallow clone. */
  readonly hasParents: boolean;
  /** One for each parent. */
  readonly before: readonly (string | undefined)[];
  readonly after: string | undefined;
}

export interface ScreenOptions {
  /** A full commit id. */
  readonly head: string;
  /** History was cut off when the repository was cloned. */
  readonly shallow: boolean;
}

/**
 * Screens the evidence of all claim files (paths relative to the top) at once, with at most three processes and some look-ups, however many
 * there are.
 *
 * Why it is exact: the baseline of a link is a commit that blame finds for a line of its claim file, and each such commit touched that
 * file. So take all commits that touched any claim file, in some order, `head` at its end, and compare the trees of neighbours. A path that is in none of
 * the differences from the first commit of claim file F on is the same in each neighbour as in the next, so the same in all, so at
 * every commit that touched F what it is at `head`. That holds in whatever order they stand and however history branched; they stand with
 * children before parents only because that keeps the differences small. The reverse does not hold: a path that does differ may have
 * been the same at its link's own commit, which blame will show.
 *
 * Blame also follows a renamed claim file into commits that touched it under its old name. It does so only through a commit that added the file
 * while deleting another, or through a merge of which a parent lacked it. Those, and the cut end of a shallow clone, make it `all`.
 *
 * @throws GitError
 */
export async function screenChanges(
  git: Git,
  { head, shallow }: ScreenOptions,
  claimFiles: readonly string[],
): Promise<Screen> {
  const asked = [...new Set(claimFiles)];
  const [headTree, ...blobs] = await git.info([
    `${safeRevision(head)}^{tree}`,
    ...asked.map((file) => `${head}:${file}`),
  ]);
  const present = new Set(asked.filter((_, i) => blobs[i] !== undefined));
  if (present.size === 0 || headTree === undefined) return NO_SCREEN;

  const logged = await logPaths(git, head, [...present], ['--full-history', '--no-renames']);
  const commits = logged.filter(({ files }) => files.some(({ path }) => present.has(path)));
  const doubtful = await doubtfulFiles(git, commits, shallow);
  const differences = await differencesAlong(git, [headTree.oid, ...commits.map(({ tree }) => tree)]);
  const first = firstCommits(commits);
  const ages = new Map(commits.map(({ commit }, age) => [commit, age]));
  return {
    ageOf: (commit) => ages.get(commit),
    touchesOf: (file) => (present.has(file) ? touchesOf(file, commits) : []),
    changedSince: (file) => {
      if (!present.has(file)) return undefined;
      const commit = first.get(file);
      return commit === undefined || doubtful.has(file) ? 'all' : before(differences, commit + 1);
    },
  };
}

/** Where the screen cannot be made: only blame can tell, of any claim file. */
export const ALL_CHANGED: Screen = { changedSince: () => 'all', ageOf: () => undefined, touchesOf: () => [] };

const NO_SCREEN: Screen = { changedSince: () => undefined, ageOf: () => undefined, touchesOf: () => [] };

function touchesOf(file: string, commits: readonly LoggedCommit[]): FileTouch[] {
  return commits.flatMap(({ commit, author, date, parents, files }) =>
    files
      .filter(({ path }) => path === file)
      .map(({ before, after }) => ({
        commit,
        author,
        date,
        hasParents: parents.length > 0,
        before,
        after,
      })),
  );
}

/** For each file the index of the oldest of these commits that touches it. */
function firstCommits(commits: readonly LoggedCommit[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [i, { files }] of commits.entries()) for (const { path } of files) first.set(path, i);
  return first;
}

/** The files whose lines blame may trace to commits that are not among these. */
async function doubtfulFiles(
  git: Git,
  commits: readonly LoggedCommit[],
  shallow: boolean,
): Promise<Set<string>> {
  const doubtful = new Set<string>();
  const adding = new Map<string, readonly string[]>();
  for (const { commit, parents, files } of commits) {
    const added = files.filter(({ status }) => status.includes('A')).map(({ path }) => path);
    if (parents.length === 1 && added.length > 0) adding.set(commit, added);
    if (parents.length > 1 || (shallow && parents.length === 0)) for (const path of added) doubtful.add(path);
  }
  for (const commit of await deleting(git, [...adding.keys()])) {
    for (const path of adding.get(commit)!) doubtful.add(path);
  }
  return doubtful;
}

/** Those of some commits that delete a file; each has one parent. */
async function deleting(git: Git, commits: readonly string[]): Promise<string[]> {
  if (commits.length === 0) return [];
  const output = await git.run(
    ['diff-tree', '--stdin', '-r', '-z', '--name-only', '--no-renames', ALL_SUBMODULES, '--diff-filter=D'],
    { input: commits.map((commit) => `${commit}\n`).join('') },
  );
  const shown = new Set(output.split('\0'));
  return commits.filter((commit) => shown.has(commit));
}

/** What differs in the first `steps` steps; a view, not a copy. */
function before({ files, folders }: TreeDifferences, steps: number): ChangedPaths {
  const within = (step: number | undefined): boolean => step !== undefined && step < steps;
  return {
    has: (path) => within(files.get(path)),
    hasBelow: (folder) => within(folders.get(folder)),
    *[Symbol.iterator]() {
      for (const [path, step] of files) if (step < steps) yield path;
    },
  };
}
