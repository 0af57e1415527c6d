import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';

/** A file or folder that gets another path. Both absolute, with `/`, without a trailing one. */
export interface PathMove {
  readonly from: string;
  readonly to: string;
}

/** Where paths lead once some files and folders are moved. */
export interface MovedPaths {
  /** The new path of a file or folder; the same where it stays. Absolute. */
  fileAt(file: string): string;
  /** The same below a root; undefined where it leaves the root. */
  pathAt(root: string, path: string): string | undefined;
}

/** Of moves of which one lies in another, the inner one counts. */
export function movedPaths(moves: readonly PathMove[]): MovedPaths {
  const innermostFirst = [...moves].sort((a, b) => b.from.length - a.from.length);
  const fileAt = (file: string): string => {
    for (const { from, to } of innermostFirst) {
      if (file === from) return to;
      const below = pathBelow(from, file);
      if (below !== undefined) return joinPath(to, below);
    }
    return file;
  };
  return {
    fileAt,
    pathAt(root, path) {
      const file = joinPath(root, path);
      const now = fileAt(file);
      return now === file ? path : now === root ? '' : pathBelow(root, now);
    },
  };
}

/** Where a relative path leads that starts at a file's folder: absolute, as the file is. Undefined for an absolute one, and where it leads out of everything. */
export function pathFrom(file: string, path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const [root] = /^(?:[A-Za-z]:)?\/*/.exec(file)!;
  const below = normalizePath(joinPath(folderOf(file.slice(root.length)), path));
  return below === undefined ? undefined : root + below;
}

/** The way from a folder to a path; both below the same root, '' for the root itself. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
