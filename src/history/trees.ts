import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';

/** What an entry of a tree is: a symbolic link holds the path it leads to, a submodule the commit that is meant. */
export type EntryKind = 'file' | 'folder' | 'link' | 'submodule';

/** A file of a tree. */
export interface TreeFile {
  /** Relative to the top of the tree. */
  readonly path: string;
  readonly oid: string;
  readonly kind: Exclude<EntryKind, 'folder'>;
}

/** Every file, symbolic link and submodule below a folder at a commit, in git's order; the whole tree for the folder ''. Empty if there is no such folder. @throws GitError */
export async function listTree(git: Git, commit: string, folder: string): Promise<TreeFile[]> {
  const paths = folder === '' ? [] : ['--', `${folder.replace(/\/+$/, '')}/`];
  const output = await git.run(['ls-tree', '-r', '-z', '--full-tree', safeRevision(commit), ...paths]);
  return output.split('\0').filter(Boolean).map(parseEntry);
}

/** An entry is `mode type oid`, a tab, and the path as it is. */
function parseEntry(entry: string): TreeFile {
  const tab = entry.indexOf('\t');
  const [mode = '', , oid = ''] = entry.slice(0, tab).split(' ');
  const kind = kindOf(mode);
  return { path: entry.slice(tab + 1), oid, kind: kind === 'folder' ? 'file' : kind };
}

/** What git's octal mode of an entry says it is. */
export function kindOf(mode: string): EntryKind {
  switch (mode.padStart(6, '0').slice(0, 2)) {
    case '04':
      return 'folder';
    case '12':
      return 'link';
    case '16':
      return 'submodule';
    default:
      return 'file';
  }
}
