import { distance } from 'fastest-levenshtein';

/** The candidate that is most likely meant by a misspelt word, or undefined if none is near (a third of its length). */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (candidate === word || steps >= least) continue;
    least = steps;
    best = candidate;
  }
  return best;
}
