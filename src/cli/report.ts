import { relative } from 'node:path';
import type { Snapshot } from '../project/snapshot.ts';

/** What a report is made of. */
export interface Report {
  readonly snapshot: Snapshot;
  /** Absolute; paths are shown relative to it. */
  readonly root: string;
  readonly now: Date;
}

/** A file as the person sees it from the root, with `/`. */
export function shown({ root }: Report, file: string): string {
  return relative(root, file).replaceAll('\\', '/') || '.';
}

/** How many links there are in each state, cited ones only. */
export interface Totals {
  readonly cases: number;
  readonly claims: number;
  readonly evidence: number;
  readonly current: number;
  readonly stale: number;
  readonly broken: number;
  readonly failing: number;
  readonly unreviewed: number;
  readonly unknown: number;
}

export function totals({ cases }: Snapshot): Totals {
  const links = cases.flatMap((one) => [...one.links.values()]).filter(({ link }) => link.cited);
  const among = (state: string): number => links.filter(({ verdict }) => verdict.state === state).length;
  return {
    cases: cases.length,
    claims: cases.reduce((sum, one) => sum + one.case.nodes.filter(({ kind }) => kind === 'claim').length, 0),
    evidence: links.length,
    current: among('current'),
    stale: among('stale'),
    broken: among('broken'),
    failing: among('failing'),
    unreviewed: among('unreviewed'),
    unknown: among('unknown'),
  };
}
