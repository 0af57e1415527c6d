import { isReviewFile, reviewFileOf } from '../../formats/reviews/review-file.ts';
import { folderOf, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import type { Listing } from '../claim-files/discover.ts';
import { stillThere } from '../claim-files/still-there.ts';
import type { Documents } from '../subject/contents.ts';

/**
 * The review files below a root that stand beside nothing that could be their claim file, as that was renamed or removed. Absolute. A document that
 * is no claim file by its name may be read as one by another command, so its reviews are none of these.
 */
export async function strayReviewFiles(
  root: string,
  { some, all }: Listing,
  host: Host,
  documents: Documents,
): Promise<string[]> {
  const reviewFiles = some.filter((file) => isReviewFile(file) && pathBelow(root, file) !== undefined);
  if (reviewFiles.length === 0) return [];
  const folders = new Set(reviewFiles.map(folderOf));
  const beside = (await all()).filter((file) => folders.has(folderOf(file)));
  const wanted = new Set(reviewFiles);
  const owners = beside.filter((file) => wanted.has(reviewFileOf(file)));
  // Git goes on listing a claim file that was renamed without telling it.
  const there = new Set((await stillThere(owners, host, documents)).map(reviewFileOf));
  return reviewFiles.filter((file) => !there.has(file));
}
