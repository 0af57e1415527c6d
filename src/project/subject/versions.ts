import type { Baseline } from '../../model/verdict.ts';
import type { Version } from '../judging/compare.ts';
import type { Subject } from './subject.ts';

/** The moment to compare evidence with: HEAD, where that is known to be as good as the baseline, or a commit. */
export type ReferencePoint =
  { readonly kind: 'head' } | { readonly kind: 'commit'; readonly baseline: Omit<Baseline, 'path'> };

/** Which blob was at a path at some moment, under which path. */
export interface Then {
  readonly path: string;
  readonly oid: string;
}

/** What was at a path at a reference point: null if nothing was, undefined if git may not be asked now. */
export async function thenAt(
  point: ReferencePoint,
  path: string,
  { history }: Subject,
): Promise<Then | null | undefined> {
  if (!history) return undefined;
  if (point.kind === 'commit') return history.atCommit(point.baseline.commit, path);
  const oid = history.headOid(path);
  return oid === undefined ? undefined : oid === null ? null : { path, oid };
}

/**
 * The text a blob holds: from the disk where the saved file is that blob, which spares git the question, else from git. Undefined if git
 * may not be asked now.
 */
export async function versionAt(
  then: Then,
  { contents, history }: Subject,
): Promise<Version | 'not-text' | 'not-fetched' | undefined> {
  const saved = await contents.savedAs(then.path, then.oid);
  if (saved) return saved;
  const text = await history?.text(then.oid);
  return text === undefined || text === 'not-text' || text === 'not-fetched'
    ? text
    : { ...then, text: text.text };
}
