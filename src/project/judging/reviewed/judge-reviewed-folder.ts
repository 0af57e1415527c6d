import { sameMeaning } from '../../../evidence/fingerprint.ts';
import type { Found } from '../../../evidence/resolve.ts';
import { say } from '../../../l10n/say.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { ReviewRecord } from '../../../model/review.ts';
import type { Target, Verdict } from '../../../model/verdict.ts';
import { filesDigest, folderFingerprint } from '../../reviews/folder-fingerprint.ts';
import { type FileIds, filesThen } from '../../subject/folder-history.ts';
import { isUnread } from '../../subject/versions.ts';
import type { JudgeContext } from '../judge-context.ts';
import { cannotCompare, restingOn } from './reviewed.ts';
import { verdict } from '../verdicts.ts';

/** A link to a folder or a glob, and the files that it stands for now. */
export interface ReviewedFolder {
  readonly found: Found;
  readonly link: EvidenceLink;
  readonly targets: readonly Target[];
  readonly now: FileIds;
}

/**
 * Judges a folder or a glob by its recorded review. Undefined where git would have to be asked and may not be.
 *
 * @param compareFiles compares its files one by one with what they were
 */
export async function judgeReviewedFolder(
  folder: ReviewedFolder,
  record: ReviewRecord,
  context: JudgeContext,
  compareFiles: (then: FileIds) => Promise<Verdict | undefined>,
): Promise<Verdict | undefined> {
  const { now, link } = folder;
  const then =
    record.files === filesDigest(now, context.digest) ? now : await filesReviewed(folder, record, context);
  if (then === 'not-asked') return undefined;
  const found = then ? await compareFiles(then) : await judgeByFingerprint(folder, record, context);
  if (!found || found.state === 'unknown') return found;
  return { ...found, ...restingOn(record, link.locator) };
}

/** The files that were reviewed, if they were what a commit had that is still there. */
async function filesReviewed(
  { found }: ReviewedFolder,
  { commit, files, by, at }: ReviewRecord,
  { subject: { history }, digest }: JudgeContext,
): Promise<FileIds | 'not-asked' | undefined> {
  if (commit === null || !history) return undefined;
  const there = await history.commit(commit);
  if (there === undefined) return 'not-asked';
  if (there === null) return undefined;
  const baseline = { commit, by: 'review', author: by, date: at } as const;
  const then = await filesThen(found, { kind: 'commit', baseline }, history);
  if (then === undefined) return 'not-asked';
  if (isUnread(then)) return undefined;
  return files === undefined || filesDigest(then, digest) === files ? then : undefined;
}

async function judgeByFingerprint(
  { now, link, targets }: ReviewedFolder,
  { fingerprint, files }: ReviewRecord,
  { subject, digest }: JudgeContext,
): Promise<Verdict | undefined> {
  const same = sameMeaning(fingerprint, await folderFingerprint(now, subject, digest));
  if (same === undefined) return cannotCompare(link.locator, targets);
  if (same) {
    const message = say('The files of {0} changed in layout or comments only.', link.locator);
    return verdict('current', 'cosmetic', message, { targets });
  }
  const message = say(
    'What was reviewed is not in this repository as a commit, so nothing says which of its files changed.',
  );
  const atHead = new Map([...now.keys()].map((path) => [path, subject.history?.headOid(path) ?? '']));
  const isOnlyHere = files !== undefined && filesDigest(atHead, digest) === files;
  return verdict('stale', isOnlyHere ? 'uncommitted' : 'changed', message, { targets });
}
