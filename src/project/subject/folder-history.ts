import { globMatcher, globBase } from '../../evidence/glob.ts';
import type { Found } from '../../evidence/resolve.ts';
import type { TreeFile } from '../../history/trees.ts';
import { pathBelow } from '../../model/paths.ts';
import type { SubjectHistory } from './subject-history.ts';
import { type ReferencePoint, type Unread, isUnread } from './versions.ts';

/** Path to blob id; of a submodule that was not opened to the commit that is recorded. */
export type FileIds = ReadonlyMap<string, string>;

/** Whether a path, of now or of then, is among the files that a folder or a glob stands for. */
export function membership(found: Found): (path: string) => boolean {
  if (found.form === 'folder') return (path) => found.path === '' || path.startsWith(`${found.path}/`);
  const matches = globMatcher(found.path);
  // Where the pattern matches none of what it found, its brackets are parts of names.
  return found.paths.some(matches) ? matches : globMatcher(found.path, true);
}

/**
 * The files of a folder or a glob at a reference point, under the names that they have now: where the whole folder was renamed, it is compared with what
 * it was under its old name. Undefined if git may not be asked now.
 */
export async function filesThen(
  found: Found,
  point: ReferencePoint,
  history: SubjectHistory,
): Promise<FileIds | Unread | undefined> {
  const commit = point.kind === 'commit' ? point.baseline.commit : history.facts.head;
  const folder = found.form === 'folder' ? found.path : globBase(found.path);
  // The whole of HEAD is listed anyway.
  const listed = await history.tree(commit, point.kind === 'commit' ? folder : '');
  if (!listed || isUnread(listed)) return listed;
  const files = await idsOf(listed, commit, membership(found), history);
  if (files.size > 0 || point.kind === 'head' || folder === '') return files;
  return filesOfRenamed(found, folder, commit, history);
}

/** The same where nothing was there under today's name. */
async function filesOfRenamed(
  found: Found,
  folder: string,
  commit: string,
  history: SubjectHistory,
): Promise<FileIds | Unread | undefined> {
  const before = await oldFolder(found, folder, commit, history);
  if (before === undefined) return new Map();
  const listed = await history.tree(commit, before);
  if (!listed || isUnread(listed)) return listed;
  const renamed = listed.map((file) => ({ ...file, path: folder + file.path.slice(before.length) }));
  return idsOf(renamed, commit, membership(found), history);
}

/** What a folder was called at a commit: where most of its files were, by the same paths from there. */
async function oldFolder(
  found: Found,
  folder: string,
  commit: string,
  history: SubjectHistory,
): Promise<string | undefined> {
  const votes = new Map<string, number>();
  for (const path of found.paths.slice(0, MOST_VOTES)) {
    const then = await history.atCommit(commit, path);
    const rest = path.slice(folder.length);
    if (!then || typeof then === 'string' || !then.path.endsWith(rest)) continue;
    const before = then.path.slice(0, -rest.length);
    votes.set(before, (votes.get(before) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return [...votes].find(([before, count]) => count === most && before !== folder && before !== '')?.[0];
}

/** How many files are asked where they were. */
const MOST_VOTES = 50;

async function idsOf(
  files: readonly TreeFile[],
  commit: string,
  contains: (path: string) => boolean,
  history: SubjectHistory,
): Promise<FileIds> {
  const ids = new Map<string, string>();
  for (const { path, oid, kind } of files) {
    if (!contains(path)) continue;
    if (kind !== 'link') {
      ids.set(path, oid);
      continue;
    }
    // What a link leads to counts: that is what is read now. A folder, or what is not there, has no content.
    const then = await history.atCommit(commit, path);
    if (then && typeof then !== 'string') ids.set(path, then.oid);
  }
  return ids;
}

/** The paths besides a folder's own files that decide what these hold: see `SubjectHistory.restsOn`. */
export async function restsOfFolder(found: Found, history: SubjectHistory): Promise<readonly string[]> {
  const base = found.form === 'folder' ? found.path : globBase(found.path);
  const home = await history.restsOn(base);
  const inner = [...history.submodules.keys()].filter((path) => pathBelow(base, path) !== undefined);
  return [...home, ...inner, ...(await history.linksBelow(base))];
}
