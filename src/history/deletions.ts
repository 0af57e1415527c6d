import type { Change } from '../model/verdict.ts';
import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { selfAndFolders } from './covering-paths.ts';
import { logPaths, type LoggedCommit } from './log.ts';
import { readDeltas } from './raw.ts';
import { renameArguments, withRenames } from './renames.ts';

/** How a file or folder that is not there any more went; `path` is what it was called then. */
export interface Deletion extends Change {
  /** Where it is now, if it was not deleted but renamed. */
  readonly movedTo?: string;
}

/** How many moves in a row are followed. */
const MAX_MOVES = 5;

/**
 * When paths that `head` does not have were last deleted, and where they went if that was a rename. Paths that never were have no entry. A folder went with
 * its last file; it moved if more than half of what went with it did, to one place. Two processes, and two more for each move in a row. @throws GitError
 */
export async function findDeletions(
  git: Git,
  head: string,
  paths: readonly string[],
): Promise<Map<string, Deletion>> {
  const found = new Map<string, Deletion>();
  /** What each path is called after the moves followed so far. */
  let names = new Map(paths.map((path) => [path, path]));
  for (let moves = 0; names.size > 0 && moves <= MAX_MOVES; moves++) {
    const deletions = await lastDeletions(git, head, [...new Set(names.values())]);
    const present = await presentPlaces(git, head, deletions);
    const moved = new Map<string, string>();
    for (const [path, name] of names) {
      const deletion = deletions.get(name);
      if (deletion === undefined) continue;
      const { movedTo, ...gone } = deletion;
      // Of several moves the first is told, because it took the path away; a deletion in the end outweighs them.
      const first = found.get(path) ?? gone;
      if (movedTo === undefined) found.set(path, gone);
      else if (present.has(movedTo)) found.set(path, { ...first, movedTo });
      else {
        found.set(path, first);
        moved.set(path, movedTo);
      }
    }
    names = moved;
  }
  return found;
}

/** Of the places that something moved to, those that `head` still has. */
async function presentPlaces(
  git: Git,
  head: string,
  deletions: ReadonlyMap<string, Deletion>,
): Promise<Set<string>> {
  const places = [...deletions.values()].flatMap(({ movedTo }) => (movedTo === undefined ? [] : [movedTo]));
  const objects = await git.info(places.map((place) => `${head}:${place}`));
  return new Set(places.filter((_, i) => objects[i] !== undefined));
}

async function lastDeletions(
  git: Git,
  head: string,
  paths: readonly string[],
): Promise<Map<string, Deletion>> {
  const asked = new Set(paths);
  const commits = await logPaths(git, safeRevision(head), paths, ['--no-renames', '--diff-filter=D']);
  const last = new Map<string, LoggedCommit>();
  for (const commit of commits) {
    for (const file of commit.files) {
      for (const path of selfAndFolders(file.path)) {
        if (asked.has(path) && !last.has(path)) last.set(path, commit);
      }
    }
  }
  const moves = await movesIn(git, new Set(last.values()));
  return new Map(
    [...last].map(([path, { commit, author, date, summary, files }]) => {
      const movedTo = destination(
        path,
        files.map((file) => file.path),
        moves.get(commit),
      );
      return [path, { commit, author, date, summary, path, ...(movedTo === undefined ? {} : { movedTo }) }];
    }),
  );
}

/** The renames in each of these commits, old path to new path, all by one process. Merges are compared with their first parent. */
async function movesIn(
  git: Git,
  commits: ReadonlySet<LoggedCommit>,
): Promise<Map<string, Map<string, string>>> {
  const moves = new Map<string, Map<string, string>>();
  if (commits.size === 0) return moves;
  const input = [...commits].map(({ commit, parents }) => `${commit} ${parents[0] ?? ''}\n`).join('');
  const output = await withRenames((similarity) =>
    git.run([...renameArguments(similarity), '--stdin'], { input }),
  );
  const tokens = output.split('\0');
  for (let at = 0; at < tokens.length - 1;) {
    const { deltas, next } = readDeltas(tokens, at + 1);
    moves.set(tokens[at]!, new Map(deltas.map(({ oldPath, path }) => [oldPath ?? '', path])));
    at = next;
  }
  return moves;
}

/** Where a file moved, or most of the deleted files of a folder did while keeping their paths below it. */
function destination(
  path: string,
  deleted: readonly string[],
  moves: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const moved = moves.get(path);
  if (moved !== undefined) return moved;
  const inside = deleted.filter((file) => file.startsWith(`${path}/`));
  const votes = new Map<string, number>();
  for (const file of inside) {
    const rest = file.slice(path.length);
    const to = moves.get(file);
    if (to === undefined || !to.endsWith(rest)) continue;
    const folder = to.slice(0, -rest.length);
    votes.set(folder, (votes.get(folder) ?? 0) + 1);
  }
  for (const [folder, count] of votes) if (count * 2 > inside.length) return folder;
  return undefined;
}
