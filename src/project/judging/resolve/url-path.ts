import type { FileIndex } from '../../../evidence/file-index.ts';
import { normalizePath } from '../../../model/paths.ts';
import type { RepositoryUrl } from '../../../model/repository-url.ts';

/** How many segments the name of a branch may have. */
const LONGEST_BRANCH = 5;

/** The path in the subject that an address of its repository leads to; undefined where nothing is there. */
export function pathOfUrl({ segments }: RepositoryUrl, index: FileIndex): string | undefined {
  for (let from = 1; from <= LONGEST_BRANCH && from < segments.length; from++) {
    const path = normalizePath(segments.slice(from).join('/'));
    if (path && (index.has(path) || index.isFolder(path))) return path;
  }
  return undefined;
}
