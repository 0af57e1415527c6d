import type { Baseline } from '../../model/verdict.ts';
import type { Version } from '../judging/changes/compare.ts';
import type { BlobText } from './blob-texts.ts';
import type { Subject } from './subject.ts';
import type { Then, Unread } from './then.ts';

export { type Then, type Unread, isUnread } from './then.ts';

/** The moment to compare evidence with: HEAD, where that is known to be as good as the baseline, or a commit. */
export type ReferencePoint =
  { readonly kind: 'head' } | { readonly kind: 'commit'; readonly baseline: Omit<Baseline, 'path'> };

/** What was at a path at a reference point: null if nothing was, undefined if git may not be asked now. */
export async function thenAt(
  point: ReferencePoint,
  path: string,
  { history }: Subject,
): Promise<Then | Unread | null | undefined> {
  if (!history) return undefined;
  if (point.kind === 'commit') return history.atCommit(point.baseline.commit, path);
  if (history.isLink(path)) return history.atCommit(history.facts.head, path);
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
): Promise<Version | Exclude<BlobText, object> | undefined> {
  const saved = await contents.savedAs(then.path, then.oid);
  if (saved) return saved;
  const text = await history?.text(then.oid);
  return typeof text === 'object' ? { ...then, text: text.text } : text;
}
