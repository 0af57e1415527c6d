import type { CommitJudged } from './replay.ts';

/** How often something was said, over all links of all commits. */
export interface Tally {
  readonly commits: number;
  /** Distinct links, by case, node and locator. */
  readonly links: number;
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

/** Counts the commits of one repository, oldest first. */
export function tally(commits: readonly CommitJudged[]): Tally {
  const counts = {
    judgements: 0,
    wholeFileStale: 0,
    stale: 0,
    onlyWarrant: 0,
    wholeFileAlarms: 0,
    alarms: 0,
  };
  const spared: Record<string, number> = {};
  const links = new Set<string>();
  let before = new Map<string, { readonly bytes: boolean; readonly stale: boolean }>();
  for (const one of commits) {
    const now = new Map<string, { bytes: boolean; stale: boolean }>();
    for (const link of one.links) {
      const key = JSON.stringify([link.case, link.node, link.locator]);
      const stale = link.state === 'stale';
      const last = before.get(key);
      links.add(key);
      now.set(key, { bytes: link.bytesDiffer, stale });
      counts.judgements++;
      if (link.bytesDiffer) counts.wholeFileStale++;
      if (stale) counts.stale++;
      if (stale && !link.bytesDiffer) counts.onlyWarrant++;
      if (link.bytesDiffer && last && !last.bytes) counts.wholeFileAlarms++;
      if (stale && last && !last.stale) counts.alarms++;
      if (link.bytesDiffer && !stale) spared[link.reason] = (spared[link.reason] ?? 0) + 1;
    }
    before = now;
  }
  return { commits: commits.length, links: links.size, ...counts, spared };
}
