import type { LookUp } from '../../history/look-up.ts';
import type { TreeFile } from '../../history/trees.ts';
import { joinPath } from '../../model/paths.ts';
import type { Unread } from './then.ts';

/** A repository inside another, as far as its files are listed. */
interface InnerRepository {
  /** The files that one of its commits had below a folder. */
  treeAt(commit: string, folder: string): Promise<readonly TreeFile[] | Unread>;
}

/** What is asked of a repository to list the files of one of its commits. */
export interface Listed {
  readonly lookUp: LookUp;
  /** The files that it has itself; undefined where git may not be asked now. */
  list(commit: string, folder: string): Promise<readonly TreeFile[]> | undefined;
  /** The submodule that is checked out at a path. */
  submodule(path: string): InnerRepository | undefined;
  /** The one that a path lies in now, and the path from there. */
  submoduleOf(
    path: string,
  ): { readonly path: string; readonly rest: string; readonly history: InnerRepository } | undefined;
}

/** The files that a commit that is there had below a folder ('' for all), those of submodules that are checked out included. */
export async function filesAt(
  commit: string,
  folder: string,
  repository: Listed,
): Promise<readonly TreeFile[] | Unread> {
  const home = repository.submoduleOf(folder);
  if (home) {
    const found = await repository.lookUp(commit, home.path);
    if (found.kind === 'submodule')
      return filesWithin(home.path, await home.history.treeAt(found.oid, home.rest));
  }
  const files: TreeFile[] = [];
  for (const file of (await repository.list(commit, folder)) ?? []) {
    const submodule = file.kind === 'submodule' ? repository.submodule(file.path) : undefined;
    if (!submodule) {
      files.push(file);
      continue;
    }
    const inside = filesWithin(file.path, await submodule.treeAt(file.oid, ''));
    if (typeof inside === 'string') return inside;
    files.push(...inside);
  }
  return files;
}

function filesWithin(folder: string, files: readonly TreeFile[] | Unread): readonly TreeFile[] | Unread {
  if (typeof files === 'string') return files;
  return files.map((file) => ({ ...file, path: joinPath(folder, file.path) }));
}
