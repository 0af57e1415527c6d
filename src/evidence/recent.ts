/** Gives the result of reading a text, which is made only if it is none of the latest ones. */
export type Recall<T> = (kind: string, text: string, make: () => T) => T;

interface Kept<T> {
  readonly length: number;
  readonly result: T;
}

/**
 * Keeps the latest results of reading texts, so that all links into one file share one reading.
 *
 * @param budget how long the texts of the kept results are together at most, in UTF-16 units
 */
export function keepRecent<T>(budget: number): Recall<T> {
  // The one that was asked for last stands last.
  const kept = new Map<string, Kept<T>>();
  let characters = 0;
  return (kind, text, make) => {
    const key = `${kind}\0${text}`;
    const known = kept.get(key);
    const latest = known ?? { length: text.length, result: make() };
    kept.delete(key);
    kept.set(key, latest);
    if (!known) characters += latest.length;
    for (const [oldest, { length }] of kept) {
      if (characters <= budget) break;
      kept.delete(oldest);
      characters -= length;
    }
    return latest.result;
  };
}
