import type { Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';

/** A file of a tree. */
export interface TreeFile {
  /** Relative to the top of the tree. */
  readonly path: string;
  readonly oid: string;
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
  return { path: entry.slice(tab + 1), oid: entry.slice(0, tab).split(' ')[2] ?? '' };
}
