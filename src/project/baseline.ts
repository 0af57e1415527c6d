import type { ChangedPaths } from '../history/screen.ts';
import type { EvidenceLink } from '../model/case.ts';
import type { Reason } from '../model/state.ts';
import type { Baseline } from '../model/verdict.ts';
import type { ClaimFileHistory } from './claim-history.ts';
import type { SubjectHistory } from './subject-history.ts';

/** What is known of when a link was last judged. */
export type BaselineAnswer =
  /** Whenever it was: at every moment it can have been, the evidence was what it is at HEAD. */
  | { readonly kind: 'as-at-head' }
  | { readonly kind: 'commit'; readonly baseline: Omit<Baseline, 'path'> }
  /** Nobody has: its lines are not committed, or nothing says. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: Reason }
  /** Git would have to be asked, and may not be now. */
  | { readonly kind: 'not-asked' };

/** Finds the baseline of one link; told how to see whether a set of changed paths touches its targets. */
export type FindBaseline = (mayHaveChanged: (paths: ChangedPaths) => boolean) => Promise<BaselineAnswer>;

/**
 * Finds the baseline of a link by who last touched the lines that make it. Blame is asked only where the screen says that the
 * evidence may have changed.
 *
 * @param mayHaveChanged whether one of some paths is among the link's targets
 */
export async function findBaseline(
  link: EvidenceLink,
  file: ClaimFileHistory,
  history: SubjectHistory,
  mayHaveChanged: (paths: ChangedPaths) => boolean,
): Promise<BaselineAnswer> {
  const lines = committedLines(link, file);
  if (lines.some((line) => line === 0)) return { kind: 'none' };
  const changed = history.changedSince(file.path);
  if (changed === undefined) return history.asking ? { kind: 'none' } : { kind: 'not-asked' };
  if (changed !== 'all' && !mayHaveChanged(changed)) return { kind: 'as-at-head' };
  return blamed(file.path, lines, history);
}

/** The same by blame, whether the evidence changed or not; for explanations. */
export async function blamed(
  path: string,
  lines: readonly number[],
  history: SubjectHistory,
): Promise<BaselineAnswer> {
  const blame = await history.blame(path);
  if (!blame) return { kind: 'not-asked' };
  const authors = lines.map((line) => blame[line - 1]).filter((line) => line !== undefined);
  if (authors.length === 0) return { kind: 'none' };
  // By the place in history and not by dates, which may lie.
  const last = authors.reduce((a, b) =>
    history.ageOf(path, b.commit) < history.ageOf(path, a.commit) ? b : a,
  );
  if (last.boundary && history.facts.shallow) return { kind: 'unknown', reason: 'shallow' };
  return {
    kind: 'commit',
    baseline: { commit: last.commit, by: 'blame', author: last.author, date: last.date },
  };
}

/** The 1-based lines at HEAD that make a link; 0 for each that is not committed. */
export function committedLines(link: EvidenceLink, file: ClaimFileHistory): number[] {
  return linesOf(link).map((line) => file.lineAtHead(line));
}

function linesOf(link: EvidenceLink): number[] {
  const lines = new Set<number>();
  for (const range of link.madeBy) {
    const last =
      range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
    for (let line = range.start.line; line <= last; line++) lines.add(line);
  }
  return [...lines];
}
