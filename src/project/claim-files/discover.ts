import { CLAIM_FILE_GLOBS, formatOf } from '../../formats/claim-files.ts';
import { REVIEW_FILE_ENDING } from '../../formats/reviews/review-file.ts';
import { joinPath, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import { SETTINGS_FILE } from '../settings/settings-store.ts';
import { STANDARD_FILE_GLOBS } from '../settings/standards-store.ts';
import { repositoryRoot } from '../subject/subject.ts';

/** The files of a repository, as far as they were listed already. */
export type ListFiles = (repositoryRoot: string) => Promise<readonly string[] | undefined>;

/** The files below a folder. Absolute. */
export interface Listing {
  readonly folder: string;
  /** Settings files, standards and review files at least. */
  readonly some: readonly string[];
  readonly all: () => Promise<readonly string[]>;
}

/** Further claim files among those listed, by what is set. Absolute. */
export type FurtherCases = (listing: Listing) => Promise<readonly string[]>;

/**
 * The claim files below a root, absolute and sorted: by git's list where there is one, so that what git ignores is left out; else by
 * looking through the folders.
 */
export async function discoverClaimFiles(
  root: string,
  host: Host,
  listFiles: ListFiles,
  further: FurtherCases,
): Promise<string[]> {
  const repository = await repositoryRoot(root, host);
  const listed = repository === undefined ? undefined : await listFiles(repository);
  const folder = listed && repository !== undefined ? repository : root;
  const absolute = (paths: readonly string[]): string[] => paths.map((path) => joinPath(folder, path));
  const others = [`**/${SETTINGS_FILE}`, `**/*${REVIEW_FILE_ENDING}`];
  const globs = [...CLAIM_FILE_GLOBS, ...STANDARD_FILE_GLOBS, ...others];
  const some = absolute(listed ?? (await host.files.list(root, globs)));
  const all = async (): Promise<readonly string[]> => (listed ? some : absolute(await host.files.list(root)));
  const found = [...some.filter((file) => formatOf(file)), ...(await further({ folder, some, all }))];
  return [...new Set(found)].filter((file) => pathBelow(root, file) !== undefined).sort();
}
