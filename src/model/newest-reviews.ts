import type { ReviewRecord } from './review.ts';

/** The records of a file by the link they are of, of each link the one that counts. */
export type NewestReviews = ReadonlyMap<string, ReviewRecord>;

/** Names a link across versions of its file: by the case's id, the key of the node it hangs under, and its locator as written. */
export function reviewKey(link: Pick<ReviewRecord, 'case' | 'node' | 'locator'>): string {
  return JSON.stringify([link.case, link.node, link.locator]);
}

/** Clocks differ, and some tell the time of another zone; more than this, in milliseconds, is wrong. */
const MOST_AHEAD = 24 * 60 * 60 * 1000;

/** Whether a record is dated in the future: whoever made it had a wrong clock, or wants it to count for ever. */
export function isAhead({ at }: Pick<ReviewRecord, 'at'>, now: Date): boolean {
  return Date.parse(at) > now.getTime() + MOST_AHEAD;
}

/**
 * Of each link the newest record; of two of one moment the later in the file. One that is dated in the future counts only where there is no
 * other, as nothing that is recorded later would ever be newer.
 */
export function newestReviews(records: readonly ReviewRecord[], now: Date): NewestReviews {
  const newest = new Map<string, ReviewRecord>();
  for (const record of records) {
    const key = reviewKey(record);
    const before = newest.get(key);
    if (!before || !isOlder(record, before, now)) newest.set(key, record);
  }
  return newest;
}

function isOlder(one: ReviewRecord, other: ReviewRecord, now: Date): boolean {
  const ahead = isAhead(one, now);
  return ahead === isAhead(other, now) ? Date.parse(one.at) < Date.parse(other.at) : ahead;
}
