import { type GitIndex, readGitIndex } from '../../history/git-index.ts';
import { isSurelyUnchanged } from '../../history/unchanged-files.ts';
import type { RepositoryFacts } from '../../history/repository.ts';
import type { FileStamp } from '../../ports/file-stamp.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import { EVIDENCE_LIMIT } from './contents.ts';

/** What git's index says of the files of a working tree, so that most of them need not be read. */
export interface TrackedFiles {
  /** What the index was like when it was read. */
  readonly stamp: FileStamp;
  /** The blob that a file certainly is, by a look at what the file system says of it; undefined where it has to be read. */
  unchangedBlob(path: string): Promise<string | undefined>;
  /** The blob that the index has at a path, whatever is there now. */
  indexedBlob(path: string): string | undefined;
  /** Whether a sparse checkout leaves a file out of the working tree. */
  isLeftOut(path: string): boolean;
  /** The files in conflict: a merge found several versions of each, and nobody has said yet which is right. */
  readonly conflicts: ReadonlySet<string>;
}

/** An index of a million files is smaller than this, in bytes. */
const INDEX_LIMIT = 256 * 1024 * 1024;

/**
 * Reads a repository's index. Undefined where there is none, or none that can be read with certainty: every file is read then.
 *
 * @param before what was read of it before; it is read again only if it was written since
 */
export async function openTrackedFiles(
  root: string,
  { gitDir, objectFormat }: Pick<RepositoryFacts, 'gitDir' | 'objectFormat'>,
  files: FileSystem,
  before?: TrackedFiles,
): Promise<TrackedFiles | undefined> {
  // Before it is read: an index that is written in between only looks older than it is, so that more files are read.
  const stamp = await files.stamp(gitDir, 'index');
  if (!stamp) return undefined;
  if (before && JSON.stringify(before.stamp) === JSON.stringify(stamp)) return before;
  const read = await files.read(gitDir, 'index', INDEX_LIMIT);
  const index = read.kind === 'file' ? readGitIndex(read.bytes, objectFormat) : undefined;
  return index && trackedFiles(root, index, stamp, files);
}

function trackedFiles(root: string, index: GitIndex, stamp: FileStamp, files: FileSystem): TrackedFiles {
  return {
    stamp,
    async unchangedBlob(path) {
      const entry = index.entry(path);
      const now = entry && (await files.stamp(root, path));
      if (!now || now.size > EVIDENCE_LIMIT) return undefined;
      return isSurelyUnchanged(entry, now, stamp.modified) ? entry.oid : undefined;
    },
    indexedBlob: (path) => index.entry(path)?.oid,
    isLeftOut: (path) => index.entry(path)?.skipWorktree ?? index.isLeftOut(path),
    conflicts: index.conflicts,
  };
}
