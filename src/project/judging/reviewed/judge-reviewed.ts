import { sameMeaning } from '../../../evidence/fingerprint.ts';
import type { Fragment } from '../../../evidence/fragment.ts';
import { message, say } from '../../../l10n/say.ts';
import type { ReviewRecord } from '../../../model/review.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Watch } from '../../../model/watch.ts';
import { fileFingerprint } from '../../reviews/file-fingerprint.ts';
import type { Content, TextContent } from '../../subject/contents.ts';
import { type Then, isUnread, thenAt, versionAt } from '../../subject/versions.ts';
import type { Comparison, Lines, Version } from '../changes/compare.ts';
import type { JudgeContext } from '../judge-context.ts';
import type { FileQuestion } from '../judge-file.ts';
import { cannotCompare, restingOn } from './reviewed.ts';
import { verdict } from '../verdicts.ts';

/** Turns a comparison with what was judged into a verdict, as for any other baseline. */
export type Conclude = (
  comparison: Comparison,
  then: Then,
  question: FileQuestion,
) => Promise<Verdict | undefined>;

/**
 * Judges a file, or a part of one, by its recorded review. The content that was reviewed is compared, where the repository still has it; else its
 * fingerprint, which outlives every rebase. Undefined where git would have to be asked and may not be.
 */
export async function judgeReviewed(
  question: FileQuestion,
  record: ReviewRecord,
  context: JudgeContext,
  conclude: Conclude,
): Promise<Verdict | undefined> {
  const fragmentThen = partThen(question.locator.fragment, record);
  const asked: FileQuestion = { ...question, ...(fragmentThen && { fragmentThen }) };
  const then = await reviewedBlob(record, question.path, context);
  const comparison = await compareWith(then, asked, context);
  const found =
    then && typeof comparison === 'object'
      ? await conclude(comparison, then, asked)
      : await judgeByFingerprint(asked, record, comparison === 'not-asked', context, conclude);
  if (!found || found.state === 'unknown') return found;
  return { ...found, ...restingOn(record, then?.path ?? record.path ?? question.path) };
}

/** A part of a file, and how much of it matters. */
export interface WatchedPart {
  readonly fragment: Fragment;
  readonly watch: Watch | undefined;
}

/** Where the lines of a range that was reviewed are now; undefined where that cannot be said. */
export async function followReviewed(
  content: TextContent,
  { fragment, watch }: WatchedPart,
  record: ReviewRecord,
  context: JudgeContext,
): Promise<{ startLine: number; endLine: number } | undefined> {
  const reviewed = record.lines && { startLine: record.lines.start, endLine: record.lines.end };
  const then = await reviewedBlob(record, content.path, context);
  if (then?.oid === content.oid) return reviewed;
  const before = then && (await versionAt(then, context.subject));
  const part = partThen(fragment, record);
  if (typeof before !== 'object') {
    const mayNotAsk = then && before === undefined && context.subject.history;
    const found =
      mayNotAsk || part?.kind !== 'lines'
        ? undefined
        : await elsewhere({ lines: part, watch }, content, record, context);
    return typeof found === 'object' ? { startLine: found.start, endLine: found.end } : reviewed;
  }
  const comparison = await context.subject.comparer.compare(before, content, part);
  const lines = 'lines' in comparison ? comparison.lines : undefined;
  return lines ? { startLine: lines.start, endLine: lines.end } : reviewed;
}

/** Where lines are of which only the fingerprint is left: at their old place, or at the one other place that means the same. */
async function elsewhere(
  { lines: { start, end }, watch }: { readonly lines: Lines; readonly watch: Watch | undefined },
  content: TextContent | Version,
  { fingerprint }: ReviewRecord,
  { subject: { comparer }, digest }: JudgeContext,
): Promise<Lines | 'none' | 'several' | 'too-large'> {
  const there = await comparer.fingerprint(content, { kind: 'lines', start, end }, watch, digest);
  if (there && sameMeaning(fingerprint, there.fingerprint) === true) return { start, end };
  return comparer.linesThatMean(fingerprint, content, end - start + 1, watch, digest);
}

/** What part the record is of: a range may have had other numbers then. */
export function partThen(
  fragment: Fragment | undefined,
  record: ReviewRecord | undefined,
): Fragment | undefined {
  return fragment?.kind === 'lines' && record?.lines ? { kind: 'lines', ...record.lines } : fragment;
}

/** The blob that was reviewed, be it there or not; undefined where the record names none and its commit does not tell either. */
async function reviewedBlob(
  record: ReviewRecord,
  path: string,
  { subject }: JudgeContext,
): Promise<Then | undefined> {
  const { blob, commit } = record;
  if (blob !== undefined) return { path: record.path ?? path, oid: blob };
  if (commit === null) return undefined;
  const baseline = { commit, by: 'review', author: record.by, date: record.at } as const;
  const then = await thenAt({ kind: 'commit', baseline }, path, subject);
  return then && !isUnread(then) ? then : undefined;
}

/** 'gone' where the repository does not have what was reviewed, 'not-asked' where git may not be asked for it now. */
async function compareWith(
  then: Then | undefined,
  question: FileQuestion,
  { subject }: JudgeContext,
): Promise<Comparison | 'gone' | 'not-asked'> {
  if (!then) return 'gone';
  if (then.oid === question.oid) return { kind: 'same' };
  const [before, after] = await Promise.all([versionAt(then, subject), subject.contents.read(question.path)]);
  if (before === undefined) return subject.history ? 'not-asked' : 'gone';
  if (before === 'not-text' || (typeof before === 'object' && after.kind === 'binary'))
    return { kind: 'different' };
  if (typeof before === 'string' || after.kind !== 'text') return 'gone';
  const { fragmentThen = question.locator.fragment, link } = question;
  const comparison = await subject.comparer.compare(before, after, fragmentThen, link.watch);
  // Nobody reviews what is not there: the record is of something else.
  return comparison.kind === 'absent-before' ? 'gone' : comparison;
}

async function judgeByFingerprint(
  question: FileQuestion,
  record: ReviewRecord,
  mayNotAsk: boolean,
  context: JudgeContext,
  conclude: Conclude,
): Promise<Verdict | undefined> {
  const { subject } = context;
  const { locator, link, targets, path } = question;
  const now = await subject.contents.read(path);
  const same = await isAsReviewed(now, question, record, context);
  const then = { path, oid: question.oid };
  const isCosmetic = !locator.fragment && record.blob !== undefined;
  if (same) return conclude({ kind: isCosmetic ? 'cosmetic' : 'same' }, then, question);
  // A range may only have moved, which its content would tell.
  if (mayNotAsk && (same === undefined || locator.fragment?.kind === 'lines')) return undefined;
  if (same === undefined) return cannotCompare(link.locator, targets);
  const head = await thenAt({ kind: 'head' }, path, subject);
  const atHead = head && !isUnread(head) ? await versionAt(head, subject) : undefined;
  const isOnlyHere =
    typeof atHead === 'object' && (await isAsReviewed(atHead, question, record, context)) === true;
  const message = mayNotAsk ? '' : say(GONE) + (await whyNotFollowed(now, question, record, context));
  return verdict('stale', isOnlyHere ? 'uncommitted' : 'changed', message, { targets });
}

const GONE = message(
  'What was reviewed is not in this repository any more, so the difference cannot be shown.',
);

/** Why lines that were reviewed were not found elsewhere in their file. */
async function whyNotFollowed(
  now: Content,
  { locator, link: { watch } }: FileQuestion,
  record: ReviewRecord,
  context: JudgeContext,
): Promise<string> {
  const part = partThen(locator.fragment, record);
  if (part?.kind !== 'lines' || now.kind !== 'text') return '';
  const found = await elsewhere({ lines: part, watch }, now, record, context);
  switch (found) {
    case 'none':
      return ` ${say('Nothing in the file means the same.')}`;
    case 'several':
      return ` ${say('Several places in the file mean the same, so nobody can say which it was.')}`;
    case 'too-large':
      return ` ${say('The file is too large to look for it elsewhere.')}`;
    default:
      return '';
  }
}

/** Whether a version means what was reviewed; undefined where the record was made in another way, or there is nothing to tell. */
async function isAsReviewed(
  version: Content | Version,
  { locator, link, targets: [target] }: FileQuestion,
  record: ReviewRecord,
  { subject, digest }: JudgeContext,
): Promise<boolean | undefined> {
  const fragment: Fragment | undefined =
    locator.fragment?.kind === 'lines' && target
      ? { kind: 'lines', start: target.startLine, end: target.endLine }
      : locator.fragment;
  const part = { ...(fragment && { fragment }), ...(link.watch && { watch: link.watch }) };
  const means = await fileFingerprint(version, part, subject.comparer, digest);
  return means === undefined ? undefined : sameMeaning(record.fingerprint, means);
}
