import type { Located } from '../../evidence/locate.ts';
import type { Fragment } from '../../evidence/fragment.ts';
import { type PathLocator, formatLocator } from '../../evidence/locator.ts';
import { say } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import type { Baseline, PartChanges, Suggestion, Target, Verdict } from '../../model/verdict.ts';
import type { FindBaseline } from './baseline/baseline.ts';
import type { Comparison } from './changes/compare.ts';
import type { Content } from '../subject/contents.ts';
import { current, judgeUnlocated, judgeUnread } from './file-verdicts.ts';
import type { JudgeContext } from './judge-context.ts';
import { judgeGone } from './gone/judge-gone.ts';
import { type WatchedPart, followReviewed, judgeReviewed } from './reviewed/judge-reviewed.ts';
import { calledSo } from './gone/renamed-symbol.ts';
import { absentAtBaseline, referencePoint } from './baseline/reference.ts';
import { isNameOfFile, sayingWhere, wasSymbol } from './resolve/spoken-parts.ts';
import { verdict } from './verdicts.ts';
import { type ReferencePoint, type Then, thenAt, versionAt } from '../subject/versions.ts';
import { judgeUnreadPast, sayNotFetched, sayPastNotFetched } from './unread.ts';

/** A link that leads to one file. */
interface FileLink {
  /** Where it leads. */
  readonly path: string;
  readonly locator: PathLocator;
  readonly link: EvidenceLink;
  /** It stands in prose. */
  readonly lenient: boolean;
  /** What is written, where `locator` is the part that this is taken for. */
  readonly spoken: PathLocator | undefined;
}

/** Judges a link to a file or to a part of one. */
export async function judgeFile(
  { path, locator, link, lenient, spoken }: FileLink,
  findBaseline: FindBaseline,
  context: JudgeContext,
): Promise<Verdict | undefined> {
  const id = await context.subject.contents.id(path);
  if (id.kind === 'missing') return judgeGone(path, locator, link, context.subject);
  if (!('oid' in id)) return judgeUnread(id, link);
  const rests = (await context.subject.history?.restsOn(path)) ?? [path];
  const answer = await findBaseline((changed) => rests.some((one) => changed.has(one)));
  const { fragment } = locator;
  const whole: Target = { path, startLine: 1, endLine: id.lines ?? 1, whole: true };
  if (!fragment) {
    return judgeAgainst({ path, link, locator, answer, targets: [whole], oid: id.oid }, context);
  }
  const content = await context.subject.contents.read(path);
  if (content.kind === 'not-asked') return undefined;
  if (content.kind === 'not-fetched') {
    return verdict('unknown', 'not-fetched', sayNotFetched(path), { targets: [whole] });
  }
  if (content.kind !== 'text') {
    const message = say('{0} is not text, so no part of it can be looked at.', path);
    return verdict('unknown', 'unsupported', message, { targets: [whole] });
  }
  const located = await context.subject.comparer.locate(content, fragment);
  const followed =
    fragment.kind === 'lines'
      ? await followRange(content, { fragment, watch: link.watch }, answer, context)
      : undefined;
  if (followed === 'not-asked') return undefined;
  const judgeWhole = (): Promise<Verdict | undefined> => {
    const file = { ...locator, fragment: undefined };
    return judgeAgainst({ path, link, locator: file, answer, targets: [whole], oid: id.oid }, context);
  };
  if (lenient) {
    const written = spoken ?? locator;
    const none =
      spoken?.fragment && fragment.kind === 'symbol'
        ? await context.subject.comparer.locate(content, spoken.fragment)
        : located;
    if (
      none.kind === 'missing' &&
      (await wasSymbol(written.fragment, { path, oid: id.oid }, answer, context.subject))
    )
      return judgeUnlocated(none, written, whole);
    if (speaksOfWhole(located, fragment, content.text) || isCalledSo(located, fragment, path, link))
      return judgeWhole();
  }
  if (located.kind !== 'lines' && !followed) return judgeUnlocated(located, locator, whole);
  const lines = followed ?? (located as Extract<Located, { kind: 'lines' }>);
  const target: Target = { path, startLine: lines.startLine, endLine: lines.endLine, whole: false };
  const found = await judgeAgainst({ path, link, locator, answer, targets: [target], oid: id.oid }, context);
  if (!spoken) return found;
  // What it stands in may have had another name then.
  return found?.state === 'unreviewed' ? judgeWhole() : sayingWhere(found, fragment);
}

/**
 * Whether a part that prose names is none that can be pointed at: symbols and headings of files that Warrant does not take apart, and words
 * that stand in the file (a setting, a local name) in no single part of it. The whole file is meant then, for all one can tell.
 */
function speaksOfWhole({ kind }: Located, fragment: Fragment, text: string): boolean {
  if (kind === 'unsupported') return true;
  if (kind !== 'missing' || (fragment.kind !== 'symbol' && fragment.kind !== 'heading')) return false;
  const name = fragment.kind === 'symbol' ? fragment.name : fragment.slug;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return new RegExp(`(?<![\\w$])${escapeRegExp(last)}(?![\\w$])`).test(text);
}

function isCalledSo({ kind }: Located, fragment: Fragment, path: string, link: EvidenceLink): boolean {
  return kind === 'missing' && fragment.kind === 'symbol' && isNameOfFile(path, fragment.name, link);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A file, or a part of one, and what it was when it was judged. */
export interface FileQuestion {
  readonly path: string;
  readonly link: EvidenceLink;
  readonly locator: PathLocator;
  /** The part that was meant when it was judged, where that is not the locator's: lines that had other numbers. */
  readonly fragmentThen?: Fragment;
  readonly answer: Awaited<ReturnType<FindBaseline>>;
  readonly targets: readonly Target[];
  /** The id of what is there now. */
  readonly oid: string;
}

async function judgeAgainst(question: FileQuestion, context: JudgeContext): Promise<Verdict | undefined> {
  const { link, answer, targets, path } = question;
  if (answer.kind === 'review') {
    return judgeReviewed(question, answer.record, context, (comparison, then, asked) =>
      conclude(comparison, then, asked, { kind: 'head' }, undefined, context),
    );
  }
  const point = referencePoint(answer, link, targets, context);
  if (!point || 'state' in point) return point;
  const then = await thenAt(point, path, context.subject);
  if (then === undefined) return undefined;
  if (then === null) return absentAtBaseline(link, targets, point, context.now);
  if (typeof then === 'string') return judgeUnreadPast(then, path, targets, context.subject);
  const baseline: Baseline | undefined =
    point.kind === 'commit' ? { ...point.baseline, path: then.path } : undefined;
  if (then.oid === question.oid) return current('unchanged', link, targets, baseline);
  const comparison = await compareWith(then, question, context);
  if (comparison === undefined || 'state' in comparison) return comparison;
  return conclude(comparison, then, question, point, baseline, context);
}

/** Turns a comparison into a verdict. */
async function conclude(
  comparison: Comparison,
  then: Then,
  question: FileQuestion,
  point: ReferencePoint,
  baseline: Baseline | undefined,
  context: JudgeContext,
): Promise<Verdict | undefined> {
  const { link, targets } = question;
  switch (comparison.kind) {
    case 'same':
      if (hasMoved(question)) return conclude({ kind: 'shifted' }, then, question, point, baseline, context);
      return current('unchanged', link, targets, baseline);
    case 'cosmetic':
      return current('cosmetic', link, targets, baseline);
    case 'shifted':
      return { ...current('shifted', link, targets, baseline), suggestions: newNumbers(question) };
    case 'absent-before':
      return absentAtBaseline(link, targets, point, context.now);
    case 'different': {
      const differs = await whereItDiffers(then, question, context);
      if (differs === undefined) return undefined;
      const parts = question.locator.fragment ? undefined : await partsThatDiffer(then, question, context);
      return verdict('stale', differs.atHead ? 'changed' : 'uncommitted', '', {
        targets,
        ...(baseline ? { baseline } : {}),
        ...(differs.atHead && differs.sinceHead ? { uncommitted: true } : {}),
        ...(parts ? { parts } : {}),
      });
    }
  }
}

/** Which parts of a whole file differ from the baseline, as far as both can be taken apart. */
async function partsThatDiffer(
  then: Then,
  { path }: FileQuestion,
  { subject }: JudgeContext,
): Promise<PartChanges | undefined> {
  const [before, after] = await Promise.all([versionAt(then, subject), subject.contents.read(path)]);
  if (!before || typeof before === 'string' || after.kind !== 'text') return undefined;
  return subject.comparer.parts(before, after);
}

/** Whether HEAD already differs from the baseline, and whether the working tree differs from HEAD. */
async function whereItDiffers(
  then: Then,
  question: FileQuestion,
  { subject }: JudgeContext,
): Promise<{ atHead: boolean; sinceHead: boolean } | undefined> {
  const head = await thenAt({ kind: 'head' }, question.path, subject);
  if (head === undefined) return undefined;
  if (head === null || typeof head === 'string') return { atHead: true, sinceHead: false };
  const versionsDiffer = async (a: ReturnType<typeof versionAt>, b: ReturnType<typeof versionAt>) => {
    const [before, after] = await Promise.all([a, b]);
    if (before === undefined || after === undefined) return undefined;
    if (typeof before === 'string' || typeof after === 'string') return true;
    const { kind } = await subject.comparer.compare(
      before,
      after,
      question.fragmentThen ?? question.locator.fragment,
      question.link.watch,
    );
    return kind === 'different' || kind === 'absent-before';
  };
  const atHead =
    head.oid !== then.oid &&
    (await versionsDiffer(versionThen(then, question, subject), versionAt(head, subject)));
  if (atHead === undefined) return undefined;
  if (!atHead || head.oid === question.oid) return { atHead, sinceHead: !atHead };
  const now = await subject.contents.read(question.path);
  const sinceHead =
    now.kind !== 'text' || (await versionsDiffer(versionAt(head, subject), Promise.resolve(now)));
  return sinceHead === undefined ? undefined : { atHead, sinceHead };
}

/** What was there then; a symbol that has another name since is called by that. */
async function versionThen(
  then: Then,
  { answer, locator: { fragment } }: FileQuestion,
  subject: JudgeContext['subject'],
): ReturnType<typeof versionAt> {
  const version = await versionAt(then, subject);
  const called = answer.kind === 'commit' ? answer.baseline.calledThen : undefined;
  if (typeof version !== 'object' || called === undefined || fragment?.kind !== 'symbol') return version;
  return (await calledSo(version, called, fragment.name, subject.comparer)) ?? version;
}

async function compareWith(
  then: Then,
  question: FileQuestion,
  { subject }: JudgeContext,
): Promise<Comparison | Verdict | undefined> {
  const [before, after] = await Promise.all([
    versionThen(then, question, subject),
    subject.contents.read(question.path),
  ]);
  if (before === undefined || after.kind === 'not-asked') return undefined;
  if (before === 'not-fetched' || after.kind === 'not-fetched') {
    const message =
      before === 'not-fetched' ? sayPastNotFetched(question.path) : sayNotFetched(question.path);
    return verdict('unknown', 'not-fetched', message, { targets: question.targets });
  }
  if (before === 'not-readable') {
    return judgeUnreadPast(before, question.path, question.targets, subject);
  }
  if (before === 'not-text' || after.kind !== 'text') return { kind: 'different' };
  return subject.comparer.compare(before, after, question.locator.fragment, question.link.watch);
}

/** Where the lines of a range are now, by what they were at the baseline; undefined where that cannot be said. */
async function followRange(
  content: Extract<Content, { kind: 'text' }>,
  part: WatchedPart,
  answer: FileQuestion['answer'],
  context: JudgeContext,
): Promise<{ startLine: number; endLine: number } | 'not-asked' | undefined> {
  if (answer.kind === 'review') return followReviewed(content, part, answer.record, context);
  if (answer.kind !== 'as-at-head' && answer.kind !== 'commit') return undefined;
  const point: ReferencePoint = answer.kind === 'commit' ? answer : { kind: 'head' };
  const then = await thenAt(point, content.path, context.subject);
  if (then === undefined) return 'not-asked';
  if (then === null || typeof then === 'string' || then.oid === content.oid) return undefined;
  const before = await versionAt(then, context.subject);
  if (before === undefined) return 'not-asked';
  if (typeof before === 'string') return undefined;
  const { lines } = (await context.subject.comparer.compare(before, content, part.fragment)) as {
    lines?: { start: number; end: number };
  };
  return lines && { startLine: lines.start, endLine: lines.end };
}

/** Whether lines are not where the locator says. */
function hasMoved({ locator: { fragment }, targets: [target] }: FileQuestion): boolean {
  return fragment?.kind === 'lines' && target !== undefined && fragment.start !== target.startLine;
}

function newNumbers({ locator, targets }: FileQuestion): Suggestion[] {
  const target = targets[0];
  if (!target) return [];
  const fragment: Fragment = { kind: 'lines', start: target.startLine, end: target.endLine };
  return [{ locator: formatLocator({ ...locator, fragment }), why: say('where its lines are now') }];
}
