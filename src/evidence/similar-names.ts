import { distance } from 'fastest-levenshtein';

/** A name that may be meant: all of it, and its last part. */
export interface Candidate<T> {
  readonly whole: string;
  readonly last: string;
  readonly value: T;
}

const MAX_SIMILAR = 3;
/** Beyond this length a name is no typing error, and comparing it would only cost time. */
const MAX_LENGTH = 200;

/** What of some names may be meant by another, best first, at most three: those two slips in five characters away, as a whole or by their last part. */
export function similarNames<T>(whole: string, last: string, candidates: Iterable<Candidate<T>>): T[] {
  if (whole.length > MAX_LENGTH) return [];
  const close: { value: T; name: string; away: number; asWhole: number }[] = [];
  for (const { whole: name, last: own, value } of candidates) {
    if (name.length > MAX_LENGTH) continue;
    const asWhole = distance(name, whole);
    const limit = Math.max(1, Math.round(Math.min(own.length, last.length) * 0.4));
    const away = Math.min(asWhole, distance(own, last));
    if (away <= limit) close.push({ value, name, away, asWhole });
  }
  close.sort((a, b) => a.away - b.away || a.asWhole - b.asWhole);
  return [...new Map(close.map(({ name, value }) => [name, value])).values()].slice(0, MAX_SIMILAR);
}
