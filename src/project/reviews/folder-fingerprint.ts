import type { Digest } from '../../ports/digest.ts';
import type { FileIds } from '../subject/folder-history.ts';
import type { Subject } from '../subject/subject.ts';
import { inTurns } from '../judging/in-turns.ts';
import { fileFingerprint } from './file-fingerprint.ts';

/** A digest of the paths of some files and the ids of their contents: equal for the very same files. */
export function filesDigest(ids: FileIds, digest: Digest): string {
  const lines = sortedPaths(ids).map((path) => `${path}\0${ids.get(path)}\n`);
  return `ids-1:${digest('sha256', ...lines)}`;
}

/** What the files of a folder mean now, as a fingerprint: layout and comments do not count, nor does in which order they are listed. */
export async function folderFingerprint(
  ids: FileIds,
  { contents, comparer }: Subject,
  digest: Digest,
): Promise<string> {
  const lines = await inTurns(sortedPaths(ids), async (path) => {
    const means = await fileFingerprint(await contents.read(path), {}, comparer, digest);
    return `${path}\0${means ?? ids.get(path)}\n`;
  });
  return `files-1:${digest('sha256', ...lines)}`;
}

function sortedPaths(ids: FileIds): string[] {
  return [...ids.keys()].sort();
}
