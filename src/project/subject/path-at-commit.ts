import type { LookUp } from '../../history/look-up.ts';
import { type Rename, oldNames } from '../../history/renames.ts';
import { folderOf, joinPath, normalizePath } from '../../model/paths.ts';
import type { Git } from '../../ports/git.ts';
import type { Then, Unread } from './then.ts';

/** A repository inside another, as far as paths in it are looked up. */
export interface InnerRepository {
  exists(oid: string): Promise<boolean> | undefined;
  atCommit(commit: string, path: string): Promise<Then | Unread | null> | undefined;
}

/** What is asked of a repository to find a path in its past. */
export interface Past {
  readonly git: Git;
  readonly lookUp: LookUp;
  /** Whether HEAD has a symbolic link there. */
  isLink(path: string): boolean;
  /** Where the text of a symbolic link leads, or why that cannot be read. */
  linkText(oid: string): Promise<string | undefined>;
  /** Why a commit, or something in it, is not there. */
  whyUnread(commit: string): Promise<Unread>;
  /** The submodule that is checked out at a path. */
  submodule(path: string): InnerRepository | undefined;
  /** The one that a path lies in now. */
  submoduleOf(path: string): { readonly path: string; readonly history: InnerRepository } | undefined;
  /** New path to old path. */
  renamesSince(commit: string): Promise<ReadonlyMap<string, string>>;
  renamesAlong(commit: string): Promise<readonly Rename[]>;
}

/** How many symbolic links in a row are followed. */
const MOST_LINKS = 8;

/**
 * What a commit had at a path, following renames up to HEAD; null if it had nothing there. Symbolic links are followed as they led then, and a path in a
 * submodule is looked up in the commit of the submodule that was recorded then.
 */
export async function fileAt(commit: string, path: string, past: Past): Promise<Then | Unread | null> {
  const there = await entryAt(commit, path, path, past, MOST_LINKS);
  if (there !== null) return there;
  for (const name of await namesThen(commit, path, past)) {
    const before = await entryAt(commit, name, path, past, MOST_LINKS);
    if (before !== null) return before;
  }
  return null;
}

/** What a path may have been called at a commit. A path in a submodule is renamed with it. */
async function namesThen(commit: string, path: string, past: Past): Promise<readonly string[]> {
  const renamed = past.submoduleOf(path)?.path ?? path;
  const rest = path.slice(renamed.length);
  const direct = (await past.renamesSince(commit)).get(renamed);
  const names = direct === undefined ? oldNames(renamed, await past.renamesAlong(commit)) : [direct];
  return names.map((name) => name + rest);
}

async function entryAt(
  commit: string,
  path: string,
  pathNow: string,
  past: Past,
  links: number,
): Promise<Then | Unread | null> {
  if (!past.isLink(path)) {
    const [there] = await past.git.info([`${commit}:${path}`]);
    if (there?.type === 'blob') return { path, oid: there.oid };
  }
  const found = await past.lookUp(commit, path);
  switch (found.kind) {
    case 'file':
      return { path, oid: found.oid };
    case 'folder':
    case 'absent':
      return null;
    case 'unread':
      return past.whyUnread(commit);
    case 'link': {
      const text = await past.linkText(found.oid);
      if (text === undefined) return past.whyUnread(commit);
      const next = followLink(found, text);
      return next === undefined || links === 0 ? null : entryAt(commit, next, pathNow, past, links - 1);
    }
    case 'submodule': {
      const inner = past.submodule(found.path) ?? past.submoduleOf(pathNow)?.history;
      if (!inner || !(await inner.exists(found.oid))) return 'no-submodule';
      const then = await inner.atCommit(found.oid, found.rest);
      if (!then || typeof then === 'string') return then ?? null;
      return { path: joinPath(found.path, then.path), oid: then.oid };
    }
  }
}

/** Where a path leads that goes through a symbolic link; undefined outside of the repository. */
export function followLink(
  link: { readonly path: string; readonly rest: string },
  text: string,
): string | undefined {
  if (text.startsWith('/')) return undefined;
  return normalizePath(joinPath(joinPath(folderOf(link.path), text), link.rest));
}
