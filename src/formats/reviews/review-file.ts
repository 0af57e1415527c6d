import { baseName, folderOf, joinPath } from '../../model/paths.ts';
import { stemOf } from '../claim-files.ts';

/** What the names of all files with reviews end in. */
export const REVIEW_FILE_ENDING = '.reviews.yaml';

/** The file that holds the reviews of a claim file: it lies beside it, and is called like it without the ending of its notation. */
export function reviewFileOf(claimFile: string): string {
  return joinPath(folderOf(claimFile), `${stemOf(claimFile)}${REVIEW_FILE_ENDING}`);
}

/** Whether a file holds reviews, by its name. */
export function isReviewFile(file: string): boolean {
  return baseName(file).endsWith(REVIEW_FILE_ENDING);
}
