import type { ReviewRecord } from './review.ts';

/** The records of a file by the link they are of, of each link the one that counts. */
export type NewestReviews = ReadonlyMap<string, ReviewRecord>;

/** Names a link across versions of its file: by the case's id, the key of the node it hangs under, and its locator as written. */
export function reviewKey(link: Pick<ReviewRecord, 'case' | 'node' | 'locator'>): string {
  return JSON.stringify([link.case, link.node, link.locator]);
}

/** Of each link the newest record; of two of one moment the later in the file. */
export function newestReviews(records: readonly ReviewRecord[]): NewestReviews {
  const newest = new Map<string, ReviewRecord>();
  for (const record of records) {
    const key = reviewKey(record);
    const before = newest.get(key);
    if (!before || Date.parse(record.at) >= Date.parse(before.at)) newest.set(key, record);
  }
  return newest;
}
