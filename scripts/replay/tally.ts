import type { CommitJudged } from './replay.ts';

/** How often something was said, over all links of all commits. */
export interface Tally {
  readonly commits: number;
  /** Distinct links, by case, node, locator and occurrence. */
  readonly links: number;
  /** Distinct links that were stale at some commit. */
  readonly everWholeFileStale: number;
  readonly everStale: number;
  /** A link at a commit, each counted once. */
  readonly judgements: number;
  readonly wholeFileStale: number;
  readonly stale: number;
  /** Warrant says stale of what has the same bytes: should be none. */
  readonly onlyWarrant: number;
  /** How often a link turned from not stale to stale: what a person would have been told of. */
  readonly wholeFileAlarms: number;
  readonly alarms: number;
  /** Of what differs in bytes and is current to Warrant: why. */
  readonly spared: Readonly<Record<string, number>>;
}

/** Counts the commits of one repository, oldest first, that have links at all; only those that the document cites, or mentions too. */
export function tally(all: readonly CommitJudged[], which: 'cited' | 'all'): Tally {
  const commits = all
    .map(({ compared }) => compared.filter(({ cited }) => cited || which === 'all'))
    .filter((compared) => compared.length > 0);
  const counts = {
    judgements: 0,
    wholeFileStale: 0,
    stale: 0,
    onlyWarrant: 0,
    wholeFileAlarms: 0,
    alarms: 0,
  };
  const spared: Record<string, number> = {};
  const [links, everWholeFileStale, everStale] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let before = new Map<string, { readonly bytes: boolean; readonly stale: boolean }>();
  for (const compared of commits) {
    const now = new Map<string, { bytes: boolean; stale: boolean }>();
    for (const link of compared) {
      const key = JSON.stringify([link.case, link.node, link.locator, link.occurrence]);
      const stale = link.state === 'stale';
      const last = before.get(key);
      links.add(key);
      now.set(key, { bytes: link.bytesDiffer, stale });
      counts.judgements++;
      if (link.bytesDiffer) {
        counts.wholeFileStale++;
        everWholeFileStale.add(key);
      }
      if (stale) {
        counts.stale++;
        everStale.add(key);
      }
      if (stale && !link.bytesDiffer) counts.onlyWarrant++;
      if (link.bytesDiffer && last && !last.bytes) counts.wholeFileAlarms++;
      if (stale && last && !last.stale) counts.alarms++;
      if (link.bytesDiffer && !stale) spared[link.reason] = (spared[link.reason] ?? 0) + 1;
    }
    before = now;
  }
  return {
    commits: commits.length,
    links: links.size,
    everWholeFileStale: everWholeFileStale.size,
    everStale: everStale.size,
    ...counts,
    spared,
  };
}

/** How many links had nothing to compare, by state and reason, over all commits. */
export function leftOut(commits: readonly CommitJudged[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const commit of commits)
    for (const [why, count] of Object.entries(commit.leftOut)) sum[why] = (sum[why] ?? 0) + count;
  return sum;
}
