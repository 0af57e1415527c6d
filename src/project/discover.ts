import { CLAIM_FILE_GLOBS, formatOf } from '../formats/claim-files.ts';
import { joinPath, pathBelow } from '../model/paths.ts';
import type { Host } from '../ports/host.ts';
import { repositoryRoot } from './subject.ts';

/** The files of a repository, as far as they were listed already. */
export type ListFiles = (repositoryRoot: string) => Promise<readonly string[] | undefined>;

/**
 * The claim files below a root, absolute and sorted: by git's list where there is one, so that what git ignores is left out; else by
 * looking through the folders.
 */
export async function discoverClaimFiles(root: string, host: Host, listFiles: ListFiles): Promise<string[]> {
  const repository = await repositoryRoot(root, host);
  const listed = repository === undefined ? undefined : await listFiles(repository);
  if (repository === undefined || !listed) {
    const found = await host.files.list(root, CLAIM_FILE_GLOBS);
    return found.filter((path) => formatOf(path)).map((path) => joinPath(root, path));
  }
  return listed
    .filter((path) => formatOf(path))
    .map((path) => joinPath(repository, path))
    .filter((file) => pathBelow(root, file) !== undefined)
    .sort();
}
