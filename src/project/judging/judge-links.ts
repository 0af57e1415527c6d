import type { PathChange } from '../../history/changes.ts';
import { say } from '../../l10n/say.ts';
import type { EvidenceLink } from '../../model/case.ts';
import { push } from '../../model/multimap.ts';
import type { Baseline, Verdict } from '../../model/verdict.ts';
import {
  type BaselineAnswer,
  type FindBaseline,
  blamed,
  findBaseline,
  type JudgedLines,
  judgedLines,
} from './baseline/baseline.ts';
import type { ClaimFileHistory } from './baseline/claim-history.ts';
import { explainGone } from './gone/explain-gone.ts';
import { sayStale } from './explain.ts';
import { followThroughCommits } from './changes/follow-range.ts';
import { inTurns } from './in-turns.ts';
import type { JudgeContext } from './judge-context.ts';
import { judgeLink } from './judge-link.ts';
import { judgeLost } from './gone/judge-lost.ts';
import { filesExpected } from './reports/judge-report.ts';
import { permalinkBaseline } from './baseline/permalink.ts';
import { partThen } from './reviewed/judge-reviewed.ts';
import type { FollowedLink } from './baseline/look-through.ts';
import { type LinkContext, type ResolvedLink, isEvidence, resolveLink } from './resolve/resolve-link.ts';
import type { Subject } from '../subject/subject.ts';
import type { SubjectHistory } from '../subject/subject-history.ts';
import { withSpokenPart } from './resolve/spoken-parts.ts';
import { traceChanges } from './changes/trace-changes.ts';
import { judgeFailure, unlessGitFails } from './unread.ts';
import type { VerdictMemory } from './verdict-memory.ts';
import { type ReviewQuestion, withReview } from './reviewed/with-review.ts';
import { verdict } from './verdicts.ts';

/** A link with what decides its verdict. */
export interface LinkQuestion extends LinkContext, ReviewQuestion {
  readonly link: EvidenceLink;
  /** Where case and subject are one repository: the claim file's history. */
  readonly claimFile?: ClaimFileHistory;
  /** The case's own file, where that records when the link was judged: see `EvidenceLink.recordedAt`. */
  readonly recordedIn?: ClaimFileHistory;
  /** Somebody looks at the claim file: who judged evidence that did not change is worth a question, too. */
  readonly isOpen?: boolean;
  /** Where they are two: the commit at which the subject was judged. */
  readonly pinned?: Omit<Baseline, 'path'> | 'not-there';
  /** A guess that its file had the symbol when it was judged, and has lost it: it is a link only if that is so. */
  readonly lost?: true;
}

/**
 * Judges many links of one subject together, so that git is asked a constant number of times but for those that changed. The result has
 * the verdict of each question, in order; undefined for mentions that are no evidence.
 */
export async function judgeLinks(
  questions: readonly LinkQuestion[],
  subject: Subject,
  memory: VerdictMemory,
  { now, digest }: Pick<JudgeContext, 'now' | 'digest'>,
): Promise<(Verdict | undefined)[]> {
  const results: (Verdict | 'not-evidence' | undefined)[] = questions.map((question) =>
    memory.isEmpty ? undefined : memory.get(nameOf(question)),
  );
  const open: OpenQuestion[] = [];
  questions.forEach((question, at) => {
    if (results[at] !== undefined) return;
    const resolved = resolveLink(question.link, subject.index, question);
    if (isEvidence(resolved, subject.index)) open.push({ question, resolved, at });
    else results[at] = 'not-evidence';
  });
  await prepare(open, subject);
  const context: JudgeContext = { subject, now, digest };
  const judged = await inTurns(byFile(open), async (one) => {
    const { lost, link } = one.question;
    const resolved = lost
      ? one.resolved
      : await withSpokenPart(one.resolved, subject).catch(() => one.resolved);
    const judge = lost ? judgeLost : judgeLink;
    const verdict = await judge(resolved, baselineFinder(one, subject), context).catch((error: unknown) =>
      lost ? ('not-evidence' as const) : judgeFailure(error, link.locator),
    );
    // Written out: engines give each object that is spread and added to a layout of its own, which takes more memory than the object.
    return { question: one.question, resolved, at: one.at, verdict };
  });
  const explained = await explainGone(await explainStale(judged, subject, now), subject, now);
  for (const { at, question, resolved, verdict: found } of explained) {
    results[at] = found ?? notAsked();
    // To name a question costs more than to remember its answer.
    if (!found || !memory.keeps) continue;
    memory.set(nameOf(question), found, [...pathsOf(resolved), ...filesExpected(question.link)]);
  }
  return results.map((result, at) => {
    if (result === 'not-evidence' || result === undefined) return undefined;
    const question = questions[at]!;
    return withReview(result, question.link.locator, question, now);
  });
}

const NO_ANSWER: BaselineAnswer = { kind: 'none' };

function notAsked(): Verdict {
  const message = say('Not looked up yet: git is asked again when the file is saved.');
  return verdict('unknown', 'no-git', message);
}

interface OpenQuestion {
  readonly question: LinkQuestion;
  readonly resolved: ResolvedLink;
  readonly at: number;
}

interface JudgedQuestion extends OpenQuestion {
  readonly verdict: Verdict | 'not-evidence' | undefined;
}

/** Two questions of one name have one answer. */
function nameOf(question: LinkQuestion): string {
  const { link, pinned, lenient, documentFolder, own, review, lost } = question;
  const baseline =
    review ?? (typeof pinned === 'object' ? pinned.commit : pinned) ?? linesThatJudge(question) ?? null;
  const { locator, cited, expect, watch, doubtful, hyperlink } = link;
  const asked = [
    locator,
    cited,
    expect ?? null,
    watch ?? null,
    doubtful,
    hyperlink,
    lenient,
    documentFolder,
    lost,
    question.reviewedBefore?.reviews,
  ];
  return JSON.stringify([...asked, own ? [...own] : null, baseline]);
}

/** Links into one file follow each other, so that it is read and parsed once, however few texts are kept. */
function byFile(open: readonly OpenQuestion[]): OpenQuestion[] {
  const groups = new Map<string, OpenQuestion[]>();
  for (const one of open) push(groups, pathsOf(one.resolved)[0] ?? '', one);
  return [...groups.values()].flat();
}

function pathsOf({ resolution, locator }: ResolvedLink): readonly string[] {
  if (resolution?.kind === 'found') return resolution.paths;
  return locator.kind === 'path' ? [locator.path] : [];
}

async function prepare(open: readonly OpenQuestion[], { history }: Subject): Promise<void> {
  if (!history) return;
  const missing = open.filter(({ resolved }) => resolved.resolution?.kind === 'missing');
  const claimFiles = open.flatMap(({ question }) => linesThatJudge(question)?.path ?? []);
  await history.prepare(
    missing.flatMap(({ resolved }) => pathsOf(resolved)),
    claimFiles,
  );
}

function baselineFinder({ question, resolved }: OpenQuestion, subject: Subject): FindBaseline {
  const { history } = subject;
  const { pinned, review } = question;
  return async (mayHaveChanged): Promise<BaselineAnswer> => {
    if (review) return { kind: 'review', record: review };
    if (!history) return { kind: 'unknown', reason: 'no-git' };
    if (resolved.commit !== undefined) return permalinkBaseline(resolved.commit, history);
    if (pinned === 'not-there') {
      return { kind: 'unknown', reason: history.facts.shallow ? 'shallow' : 'not-fetched' };
    }
    if (pinned) return { kind: 'commit', baseline: pinned };
    const lines = linesThatJudge(question);
    if (!lines) return { kind: 'none' };
    return findBaseline(lines, history, mayHaveChanged, followed({ question, resolved }, subject));
  };
}

/** A link as it is followed to the lines that judged it. */
function followed(
  { question, resolved }: Pick<OpenQuestion, 'question' | 'resolved'>,
  subject: Subject,
): FollowedLink {
  return { resolved, subject, ids: idsOf(question), reviewedAs: question.reviewedBefore?.find };
}

/** What its claim and, if it has an id, the evidence are called. */
function idsOf({ claimId, evidenceId }: LinkQuestion): readonly string[] {
  return evidenceId === undefined ? [claimId] : [claimId, evidenceId];
}

/** The lines of its claim file that say when a link was judged; undefined where case and subject are two repositories. */
function linesThatJudge(question: LinkQuestion): JudgedLines | undefined {
  const { link, claimFile, recordedIn } = question;
  return claimFile && judgedLines(link, claimFile, recordedIn, idsOf(question));
}

/** Says of each stale link who changed what since when. Commits are asked for once a baseline, for all its paths. */
async function explainStale(
  judged: readonly JudgedQuestion[],
  subject: Subject,
  now: Date,
): Promise<JudgedQuestion[]> {
  const { history } = subject;
  const dated = await inTurns(judged, (one) => withBaseline(one, subject));
  const paths = new Map<string, Set<string>>();
  for (const { verdict: found, resolved } of dated) {
    if (!isStale(found) || !found.baseline) continue;
    const wanted = paths.get(found.baseline.commit) ?? new Set();
    for (const path of [...pathsOf(resolved), found.baseline.path]) wanted.add(path);
    paths.set(found.baseline.commit, wanted);
  }
  return inTurns(dated, async (one) => {
    const { verdict: found } = one;
    if (!isStale(found)) return one;
    const { baseline } = found;
    if (!baseline || !history)
      return { ...one, verdict: { ...found, message: sayStale(one.question.link.locator, found, now) } };
    const commits = await commitsSince(baseline, [...paths.get(baseline.commit)!], history);
    const { locator } = one.resolved;
    const { link, review } = one.question;
    const fragment = locator.kind === 'path' ? partThen(locator.fragment, review) : undefined;
    const { watch } = link;
    const { calledThen } = baseline;
    const held =
      locator.kind === 'path' &&
      (await followThroughCommits(found, { link, locator, fragment }, commits, subject));
    if (held && held.state === 'current') return { ...one, verdict: held };
    const traced = await Promise.all(
      pathsOf(one.resolved).map((path) =>
        traceChanges(commits, path, { fragment, watch, calledThen }, subject),
      ),
    );
    const changes = traced.length === 1 ? traced[0]! : mergeByCommit(traced.flat(), commits);
    const complete = { ...(held || found), changes };
    return { ...one, verdict: { ...complete, message: sayStale(one.question.link.locator, complete, now) } };
  });
}

/** Evidence judged against HEAD has no baseline yet, which a person wants to know of what changed, and of what is before their eyes. */
async function withBaseline(one: JudgedQuestion, subject: Subject): Promise<JudgedQuestion> {
  const { history } = subject;
  const { verdict: found, question } = one;
  if (!found || found === 'not-evidence' || found.baseline || found.review) return one;
  const lines = linesThatJudge(question);
  if (!history || !lines) return one;
  if (found.state !== 'stale' && !(found.state === 'current' && question.isOpen)) return one;
  const answer =
    (await unlessGitFails(blamed(lines, history, followed(one, subject)), NO_ANSWER)) ?? NO_ANSWER;
  if (answer.kind !== 'commit') return one;
  const path = pathsOf(one.resolved)[0] ?? question.link.locator;
  return { ...one, verdict: { ...found, baseline: { ...answer.baseline, path } } };
}

/**
 * The commits since a baseline that touched one of some paths, newest first. Where the commit of a review is gone, those since the one that has what was
 * reviewed; where none has it, those that were made later, by their dates: verdicts do not rest on them, only who is named.
 */
async function commitsSince(
  { commit, by, blob, date }: Baseline,
  paths: readonly string[],
  history: SubjectHistory,
): Promise<readonly PathChange[]> {
  const isGone = by === 'review' && !(await history.commit(commit));
  const asked = isGone ? history.touches(paths) : history.changes(commit, paths);
  const commits = (await unlessGitFails<readonly PathChange[]>(asked, [])) ?? [];
  // Where the commit was rebased, those since then begin before it; and what was reviewed may have been committed later.
  const reviewed = blob === undefined ? -1 : commits.findIndex(({ after }) => after === blob);
  if (reviewed >= 0) return commits.slice(0, reviewed);
  if (!isGone) return commits;
  return (await unlessGitFails<readonly PathChange[]>(history.touchesAfter(date, paths), [])) ?? [];
}

function isStale(found: Verdict | 'not-evidence' | undefined): found is Verdict {
  return found !== undefined && found !== 'not-evidence' && found.state === 'stale';
}

/** A commit that touched several files of a folder is one change. */
function mergeByCommit(changes: readonly Verdict['changes'][number][], order: readonly { commit: string }[]) {
  const rank = new Map(order.map(({ commit }, at) => [commit, at]));
  const byCommit = new Map(changes.map((change) => [change.commit, change]));
  return [...byCommit.values()].sort((a, b) => (rank.get(a.commit) ?? 0) - (rank.get(b.commit) ?? 0));
}
