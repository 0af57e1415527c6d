import type { JudgedAt } from './judge-at.ts';
import type { Replay } from './replay.ts';

/** A link of which the two say different things, at the last commit where they did: when the most had come together since the baseline. */
export interface ReplayDifference extends JudgedAt {
  readonly repository: string;
  readonly commit: string;
}

/** Each link and baseline once, however many commits and contents the two differed over. */
export function differencesOf({ repository, commits }: Replay): ReplayDifference[] {
  const found = new Map<string, ReplayDifference>();
  for (const { commit, compared } of commits) {
    for (const link of compared) {
      if (link.bytesDiffer === (link.state === 'stale')) continue;
      const key = JSON.stringify([link.case, link.node, link.locator, link.occurrence, link.baseline]);
      found.set(key, { ...link, repository, commit });
    }
  }
  return [...found.values()];
}

/** Some of a list, the same for the same seed: shuffled by a linear congruential generator. */
export function sampleOf<T>(items: readonly T[], size: number, seed: number): T[] {
  const left = [...items];
  let state = seed >>> 0;
  const chosen: T[] = [];
  while (chosen.length < size && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    chosen.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return chosen;
}
