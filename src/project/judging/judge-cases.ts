import { describeCommit } from '../../history/commit.ts';
import { say } from '../../l10n/say.ts';
import type { Case, EvidenceLink } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import type { Finding } from '../../model/finding.ts';
import { push } from '../../model/multimap.ts';
import type { NewestReviews } from '../../model/newest-reviews.ts';
import { folderOf } from '../../model/paths.ts';
import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { ReviewPolicy } from '../../model/review.ts';
import { comparePositions } from '../../model/text.ts';
import type { Baseline, Verdict } from '../../model/verdict.ts';
import type { Host } from '../../ports/host.ts';
import type { CaseVerdicts } from '../assemble.ts';
import { type ClaimFileHistory, claimFileHistory } from './baseline/claim-history.ts';
import { subjectOf } from '../subject/case-subject.ts';
import type { Documents } from '../subject/contents.ts';
import { isDirty } from '../subject/dirty.ts';
import { findSymbols } from './resolve/find-symbols.ts';
import { inTurns } from './in-turns.ts';
import type { JoinedFiles } from '../claim-files/join-files.ts';
import type { Part } from '../claim-files/join-parts.ts';
import { type LinkQuestion, judgeLinks } from './judge-links.ts';
import { reviewAsker } from '../reviews/ask-review.ts';
import { type OwnRepositories, ownRepositories, readRemotes } from './resolve/own-repositories.ts';
import { resolveLink } from './resolve/resolve-link.ts';
import { unreadPath } from './resolve/unread-paths.ts';
import type { ProjectOptions } from '../options.ts';
import { type Subject, inSubject, repositoryRoot } from '../subject/subject.ts';
import type { VerdictMemory } from './verdict-memory.ts';

/** What cases are judged with. */
export interface CaseContext {
  readonly host: Host;
  readonly options: ProjectOptions;
  readonly documents: Documents;
  /** Undefined for subjects that were never looked at and may not be now. */
  readonly subjectAt: (root: string) => Promise<Subject | undefined>;
  readonly memoryOf: (subject: Subject) => VerdictMemory;
  /** The recorded reviews of a claim file, of each link the newest. */
  readonly reviewsOf: (file: string) => Promise<NewestReviews>;
  /** What is demanded of them. */
  readonly policyOf: (file: string) => Promise<ReviewPolicy>;
}

export interface JudgedFiles {
  /** Ordered by file and place. */
  readonly cases: readonly CaseVerdicts[];
  /** What is wrong with what cases say of their subject. */
  readonly findings: readonly Finding[];
}

/** Judges the links of all cases, those of one subject together. */
export async function judgeCases(joined: JoinedFiles, context: CaseContext): Promise<JudgedFiles> {
  const findings: Finding[] = [];
  const bySubject = new Map<Subject, AskedCase[]>();
  const contents = new Map(joined.files.map(({ file, text, bytes }) => [file, bytes ?? text]));
  for (const part of joined.cases) {
    const { file, case: one } = part;
    const { root, homes, problem } = await subjectOf(file, one, context.host, context.options);
    const subject = await context.subjectAt(root);
    if (problem) findings.push(problem);
    if (!subject) continue;
    const pinned = await pinnedBaseline(subject, file, one, context);
    if (pinned && 'rule' in pinned) findings.push(pinned);
    const baseline = pinned && 'rule' in pinned ? 'not-there' : pinned;
    push(bySubject, subject, { ...(await askAbout(part, subject, baseline, contents, context)), homes });
  }
  const cases: CaseVerdicts[] = [];
  for (const [subject, asked] of bySubject) {
    const judged = await judgeTogether(subject, asked, context);
    cases.push(...judged);
    findings.push(...judged.flatMap((one) => unreadPaths(one, subject)));
  }
  return { cases: cases.sort(byPlace), findings };
}

interface AskedCase {
  readonly file: string;
  readonly case: Case;
  readonly homes: readonly string[];
  readonly questions: readonly LinkQuestion[];
}

async function judgeTogether(
  subject: Subject,
  asked: readonly AskedCase[],
  { host, memoryOf }: CaseContext,
): Promise<CaseVerdicts[]> {
  const questions = asked.flatMap((one) => one.questions);
  const verdicts = await judgeLinks(questions, subject, memoryOf(subject), {
    now: host.clock.now(),
    digest: host.digest,
  });
  const targets = verdicts.flatMap((verdict) => verdict?.targets.map(({ path }) => path) ?? []);
  const files = asked.flatMap((one) => [one.file, ...one.case.evidence.map((link) => fileOf(one, link))]);
  const claimFiles = [...new Set(files)].flatMap((file) => inSubject(subject, file) ?? []);
  const facts = { ...subject.facts, dirty: await isDirty(subject, [...claimFiles, ...targets]) };
  const cases: CaseVerdicts[] = [];
  let at = 0;
  for (const { file, case: one, homes, questions: links } of asked) {
    const byKey = new Map<string, Verdict>();
    const judged = links.map((question) => ({ ...question, verdict: verdicts[at++] }));
    const left = withoutGuesses(judged);
    for (const { link, verdict } of left) if (verdict) byKey.set(link.key, verdict);
    const found = left.length === judged.length ? one : { ...one, evidence: left.map(({ link }) => link) };
    cases.push({ key: keyOf(file, one, cases), file, case: found, homes, subject: facts, verdicts: byKey });
  }
  return cases;
}

/** What is said of links that are none. */
function unreadPaths(judged: CaseVerdicts, subject: Subject): Finding[] {
  const { case: one, verdicts } = judged;
  if (one.format !== 'markdown') return [];
  return one.evidence.flatMap((link) =>
    verdicts.has(link.key) ? [] : (unreadPath(link, judged, subject) ?? []),
  );
}

/** Of the files that may have lost a name, the one that did, if it is a single one. */
function withoutGuesses<
  T extends Pick<LinkQuestion, 'link' | 'lost'> & { readonly verdict?: Verdict | undefined },
>(judged: readonly T[]): readonly T[] {
  const counts = new Map<string, number>();
  for (const { link, lost, verdict } of judged)
    if (lost && verdict) counts.set(link.key, (counts.get(link.key) ?? 0) + 1);
  return judged.filter(({ link, lost, verdict }) => !lost || (verdict && counts.get(link.key) === 1));
}

/** All links of a case, with what decides their verdicts. Each is asked about from the file that it is written in. */
async function askAbout(
  { file, case: one }: Part,
  subject: Subject,
  pinned: LinkQuestion['pinned'],
  contents: ReadonlyMap<string, string | Uint8Array>,
  { host, documents, reviewsOf, policyOf }: CaseContext,
): Promise<Omit<AskedCase, 'homes'>> {
  await subject.history?.listHead();
  const locators = one.evidence.map(({ locator }) => locator);
  await subject.submodules.open(locators, documentFolderOf(subject, file));
  const files = [...new Set([file, ...one.evidence.map((link) => fileOf({ file }, link))])];
  const sources = new Map(
    await inTurns(files, async (path) => [path, await sourceOf(path, subject, contents, host)] as const),
  );
  const own = sources.get(file)!;
  const repositories = await repositoriesOf(one, subject, host);
  const [reviews, policy] = await Promise.all([reviewsOf(file), policyOf(file)]);
  const review = reviewAsker(one, reviews, policy, host.digest);
  const ask = (link: EvidenceLink): LinkQuestion => {
    const written = fileOf({ file }, link);
    const { folder, history } = sources.get(written)!;
    return {
      link,
      ...review(link),
      lenient: isLenient(one, link),
      ...(repositories ? { own: repositories } : {}),
      ...(folder === undefined ? {} : { documentFolder: folder }),
      ...(history ? { claimFile: history, isOpen: documents.has(written) } : {}),
      ...(own.history && link.recordedAt ? { recordedIn: own.history } : {}),
      ...(pinned ? { pinned } : {}),
    };
  };
  const questions = one.evidence.map(ask);
  const { symbols = [] } = one;
  if (symbols.length === 0) return { file, case: one, questions };
  const resolved = questions.map((question) => resolveLink(question.link, subject.index, question));
  const { found, lost } = await findSymbols(symbols, resolved, subject);
  const isLost = new Set(lost);
  const here = [...one.evidence.filter((link) => link.file === undefined), ...found, ...lost];
  here.sort((a, b) => comparePositions(a.range.start, b.range.start));
  const evidence = [...here, ...one.evidence.filter((link) => link.file !== undefined)];
  const asked = evidence.map((link) =>
    isLost.has(link) ? { ...ask(link), lost: true as const } : ask(link),
  );
  return { file, case: { ...one, evidence }, questions: asked };
}

/**
 * Prose names files loosely. What the front matter of a trudag item names is exact, and so are the references of gsn2x and LTAC; prose in them is
 * prose.
 */
function isLenient({ format }: Case, { cited, hyperlink }: EvidenceLink): boolean {
  if (format === 'tsf') return !cited;
  if (format === 'gsn2x' || format === 'ltac') return !(cited && hyperlink);
  return format !== 'yaml';
}

/** Which web addresses are paths of the subject. Its settings are read only for a case that holds such an address. */
async function repositoriesOf(
  one: Case,
  { root, index, gitDirs }: Subject,
  host: Host,
): Promise<OwnRepositories | undefined> {
  if (!one.evidence.some(({ locator }) => parseRepositoryUrl(locator))) return undefined;
  return ownRepositories(one, { root, index, remotes: await readRemotes(gitDirs, host) });
}

function documentFolderOf(subject: Subject, file: string): string | undefined {
  const path = inSubject(subject, file);
  return path === undefined ? undefined : folderOf(path);
}

/** Where a file lies in the subject, and what its repository knows of it where that is the subject. */
async function sourceOf(
  file: string,
  subject: Subject,
  contents: ReadonlyMap<string, string | Uint8Array>,
  host: Host,
): Promise<{ readonly folder?: string; readonly history?: ClaimFileHistory }> {
  const path = inSubject(subject, file);
  if (path === undefined) return {};
  const atHome = subject.history && (await isAtHome(subject, file, host));
  const history = atHome
    ? await claimFileHistory(subject, path, contents.get(file) ?? '', host.digest)
    : undefined;
  return { folder: folderOf(path), ...(history ? { history } : {}) };
}

/** Whether case and subject are one repository. */
async function isAtHome(subject: Subject, file: string, host: Host): Promise<boolean> {
  return (
    inSubject(subject, file) !== undefined && (await repositoryRoot(folderOf(file), host)) === subject.root
  );
}

/**
 * The revision at which a subject was judged, if the person names one or else a case that lies apart from it; a finding if there is no such
 * revision.
 */
async function pinnedBaseline(
  subject: Subject,
  file: string,
  one: Case,
  { host, options }: CaseContext,
): Promise<Omit<Baseline, 'path'> | Finding | undefined> {
  const { history, git, root } = subject;
  const named = options.subject?.rev;
  const rev = named ?? one.subject?.rev;
  if (rev === undefined || !history || !git) return undefined;
  // Beside its evidence a case is judged by its own lines, unless the person wants to know it otherwise.
  if (named === undefined && (await isAtHome(subject, file, host))) return undefined;
  const commit = await history.commit(rev);
  if (!commit) {
    const message = say('{0} has no revision {1}, so nothing says when its evidence was judged.', root, rev);
    return { rule: 'subject', severity: 'error', message, file, range: one.titleRange };
  }
  const { author, date } = await describeCommit(git, commit);
  return { commit, by: 'revision', author, date };
}

/** A case's name among all: its file and id, and a number where a file uses an id twice. */
function keyOf(file: string, { id }: Case, others: readonly CaseVerdicts[]): string {
  const same = others.filter((other) => other.file === file && other.case.id === id).length;
  return `${file}#${id}${same > 0 ? `~${same + 1}` : ''}`;
}

function byPlace(a: CaseVerdicts, b: CaseVerdicts): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.case.range.start.line - b.case.range.start.line;
}
