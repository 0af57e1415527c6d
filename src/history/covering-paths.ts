import { folderOf } from '../model/paths.ts';

/** Git compares every entry of every tree it walks with every path it is given, so it gets few. */
const MAX_PATHS = 100;

/**
 * At most `limit` files and folders that cover all of `paths`; none, which to git means everything, where only the root would do. Where
 * there are too many, the deepest give way to their folders. So do paths that cannot be written on a line of git's standard input.
 */
export function coveringPaths(paths: Iterable<string>, limit = MAX_PATHS): string[] {
  let cover = new Set<string>();
  for (const path of paths) cover.add(writable(path));
  while (cover.size > limit && !cover.has('')) {
    const deepest = Math.max(...[...cover].map(depth));
    cover = new Set([...cover].map((path) => (depth(path) === deepest ? folderOf(path) : path)));
  }
  return cover.has('') ? [] : [...cover];
}

/** The path, then each folder above it, the root left out. */
export function* selfAndFolders(path: string): Generator<string> {
  for (let current = path; current !== ''; current = folderOf(current)) yield current;
}

function writable(path: string): string {
  let current = path;
  while (/[\n\r]/.test(current)) current = folderOf(current);
  return current;
}

function depth(path: string): number {
  return path.split('/').length;
}
