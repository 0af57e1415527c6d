import { relative } from 'node:path';
import type { JudgedSubject, Snapshot } from '../project/snapshot.ts';

/** What a report is made of. */
export interface Report {
  readonly snapshot: Snapshot;
  /** Absolute; paths are shown relative to it. */
  readonly root: string;
  /** Where claim files were looked for, or the root where a person named files. Absolute. */
  readonly folders: readonly string[];
  /** The repository or folder that was looked into first; what is said of one where there is no case. */
  readonly subject?: JudgedSubject;
  readonly now: Date;
}

/** A file as the person sees it from the root, with `/`. */
export function shown({ root }: Report, file: string): string {
  return relative(root, file).replaceAll('\\', '/') || '.';
}

/** How many links to evidence there are in each state: those that are only mentioned, and entry points of threats, support nothing. */
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

/** How many places there are where threats meet the code, and how many of them are current. */
export function entryPoints({ cases }: Snapshot): { readonly all: number; readonly current: number } {
  const links = cases
    .flatMap((one) => [...one.links.values()])
    .filter(({ link }) => link.role === 'entry-point');
  return {
    all: links.length,
    current: links.filter(({ verdict }) => verdict.state === 'current').length,
  };
}

export function totals({ cases }: Snapshot): Totals {
  const links = cases
    .flatMap((one) => [...one.links.values()])
    .filter(({ link }) => link.cited && link.role === 'evidence');
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
