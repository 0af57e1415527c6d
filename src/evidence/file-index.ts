import { baseName, folderOf } from '../model/paths.ts';
import { foldName, stemOfFile } from './called-after.ts';
import { globBase, globMatcher } from './glob.ts';
import { lazy } from './lazy.ts';

/** Look-ups among the files of a subject. All paths are relative to its root, with `/`; '' is the root itself. */
export interface FileIndex {
  has(path: string): boolean;
  isFolder(path: string): boolean;
  /** All files below a folder, at any depth, sorted. */
  filesIn(folder: string): readonly string[];
  /** The names of the files and folders that lie directly in a folder. */
  namesIn(folder: string): readonly string[];
  /** All files a pattern matches, sorted. */
  glob(pattern: string): readonly string[];
  /** Files and folders whose path differs from this one only in letter case (or in how letters with accents are encoded). */
  sameInOtherCase(path: string): readonly string[];
  /** Files, or folders, whose path ends with these whole segments; one that equals them included. */
  bySuffix(suffix: string, what?: 'files' | 'folders'): readonly string[];
  /** Files with this last segment. */
  byName(name: string): readonly string[];
  /** Files whose last segment differs from this name only in letter case. */
  byNameInOtherCase(name: string): readonly string[];
  /** Files whose name without its ending is this one, folded by `foldName`. */
  byStem(folded: string): readonly string[];
}

/** Indexes paths. Each table is built on its first use, so that an index nobody asks costs nothing. */
export function createFileIndex(paths: readonly string[]): FileIndex {
  const files = lazy(() => new Set(paths));
  const sorted = lazy(() => [...files()].sort(compare));
  const folders = lazy(() => collectFolders(files()));
  const filesByName = lazy(() => groupBy(files(), baseName));
  const filesByFoldedName = lazy(() => groupBy(files(), (path) => foldCase(baseName(path))));
  const filesByStem = lazy(() => groupBy(files(), (path) => foldName(stemOfFile(path))));
  const foldersByName = lazy(() => groupBy(folders().keys(), baseName));
  const byFoldedCase = lazy(() => groupBy([...files(), ...folders().keys()], foldCase));
  const globs = new Map<string, readonly string[]>();

  const filesIn = (folder: string): readonly string[] => {
    if (folder === '') return sorted();
    const start = lowerBound(sorted(), `${folder}/`);
    return sorted().slice(start, lowerBound(sorted(), `${folder}0`, start));
  };
  const runGlob = (pattern: string): readonly string[] => {
    const candidates = filesIn(globBase(pattern));
    // In `app/[id]/*.tsx` the brackets are part of a name, if there is such a folder, and a set of letters otherwise.
    const literal = pattern.includes('[') ? candidates.filter(globMatcher(pattern, true)) : [];
    return literal.length > 0 ? literal : candidates.filter(globMatcher(pattern));
  };

  return {
    has: (path) => files().has(path),
    isFolder: (path) => folders().has(path),
    filesIn,
    namesIn: (folder) => [...(folders().get(folder) ?? [])],
    glob(pattern) {
      const known = globs.get(pattern) ?? runGlob(pattern);
      globs.set(pattern, known);
      return known;
    },
    sameInOtherCase: (path) => (byFoldedCase().get(foldCase(path)) ?? []).filter((other) => other !== path),
    bySuffix(suffix, what = 'files') {
      const named = (what === 'files' ? filesByName() : foldersByName()).get(baseName(suffix)) ?? [];
      return named.filter((path) => path === suffix || path.endsWith(`/${suffix}`));
    },
    byName: (name) => filesByName().get(name) ?? [],
    byNameInOtherCase(name) {
      const named = filesByFoldedName().get(foldCase(name)) ?? [];
      return named.filter((path) => baseName(path) !== name);
    },
    byStem: (folded) => filesByStem().get(folded) ?? [],
  };
}

/** Every folder, with the names of what lies directly in it. */
function collectFolders(files: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    let path = file;
    while (path !== '') {
      const folder = folderOf(path);
      const names = folders.get(folder);
      names?.add(baseName(path));
      if (names) break;
      folders.set(folder, new Set([baseName(path)]));
      path = folder;
    }
  }
  return folders;
}

function groupBy(paths: Iterable<string>, keyOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return groups;
}

function foldCase(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** By UTF-16 units, the order that `lowerBound` searches in; `0` is the character behind `/`. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowerBound(sorted: readonly string[], value: string, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
