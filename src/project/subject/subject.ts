import type { FileIndex } from '../../evidence/file-index.ts';
import type { Syntax } from '../../evidence/syntax.ts';
import { listFiles } from '../../history/files.ts';
import { describeRepository } from '../../history/repository.ts';
import { joinPath } from '../../model/paths.ts';
import { type Git, GitError } from '../../ports/git.ts';
import { Comparer } from '../judging/changes/compare.ts';
import { Contents, type Documents } from './contents.ts';
import type { Host } from '../../ports/host.ts';
import type { ProjectOptions } from '../options.ts';
import type { JudgedSubject } from '../snapshot.ts';
import { Reports } from './reports.ts';
import { SubjectHistory } from './subject-history.ts';
import { Submodules } from './submodules.ts';
import { openTrackedFiles } from './tracked-files.ts';

/** The repository (or plain folder) that evidence lies in, as it is now. */
export interface Subject {
  readonly root: string;
  readonly facts: JudgedSubject;
  /** All its files, those of submodules that links lead into included. */
  readonly index: FileIndex;
  readonly submodules: Submodules;
  readonly contents: Contents;
  readonly reports: Reports;
  readonly comparer: Comparer;
  /** Whether a file holds a symbol, by its blob and the symbol: asked anew at each keystroke, and answered once. */
  readonly holding: Map<string, boolean>;
  /** Absent where git cannot tell; `facts.withoutGit` says why. */
  readonly history?: SubjectHistory;
  readonly git?: Git;
  /** Where git keeps its state: absolute, with `/`. */
  readonly gitDirs: readonly string[];
}

/** The file that lists commits which do not count, by git's own convention. */
const IGNORE_REVS = '.git-blame-ignore-revs';

/**
 * Looks at a subject: one process for what the repository is, one for its files. What was known of it before is kept as far as it still
 * holds: history while HEAD stays, contents until they are forgotten.
 */
export async function openSubject(
  root: string,
  host: Host,
  syntax: Syntax,
  documents: Documents,
  before: Subject | undefined,
  { countLines = false }: Pick<ProjectOptions, 'countLines'> = {},
): Promise<Subject> {
  const repository = await openRepository(root, host, before?.git);
  const paths = repository.files ?? (await host.files.list(root));
  const algorithm = repository.facts?.objectFormat ?? 'sha1';
  const contents = before?.contents ?? new Contents(root, algorithm, host, documents);
  const reports = before?.reports ?? new Reports(root, algorithm, host, documents);
  // They are made anew by builds, in folders that nobody watches.
  reports.forget();
  const head = repository.facts?.head ?? null;
  const history =
    head && repository.git
      ? historyAt(repository, head, await ignoreRevsFile(root, host), before)
      : undefined;
  const tracked =
    repository.facts && (await openTrackedFiles(root, repository.facts, host.files, contents.tracked));
  contents.use({ tracked, history, countLines });
  const submodules = new Submodules({ root, paths, history }, host, before?.submodules);
  return {
    root,
    get index() {
      return submodules.index;
    },
    submodules,
    contents,
    reports,
    comparer: before?.comparer ?? new Comparer(syntax),
    holding: before?.holding ?? new Map(),
    history,
    git: repository.git,
    gitDirs: repository.facts ? [...new Set([repository.facts.gitDir, repository.facts.commonDir])] : [],
    facts: {
      root,
      head,
      shallow: repository.facts?.shallow ?? false,
      dirty: false,
      ...(repository.withoutGit ? { withoutGit: repository.withoutGit } : {}),
    },
  };
}

interface OpenRepository {
  readonly git?: Git;
  readonly facts?: Awaited<ReturnType<typeof describeRepository>>;
  readonly files?: string[];
  readonly withoutGit?: JudgedSubject['withoutGit'];
}

async function openRepository(root: string, host: Host, known: Git | undefined): Promise<OpenRepository> {
  if (!host.openGit) return { withoutGit: 'untrusted' };
  if ((await host.files.kind(root, '.git')) === 'missing') {
    return (await isBare(root, host)) ? { files: [], withoutGit: 'bare' } : { withoutGit: 'no-repository' };
  }
  const git = known ?? host.openGit(root);
  try {
    const [facts, files] = await Promise.all([describeRepository(git), listFiles(git)]);
    return { git, facts, files, ...(facts.head ? {} : { withoutGit: 'no-commits' as const }) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    host.logger.warn(`git gave no answer in ${root}: ${error.message}`);
    if (error.problem === 'not-a-repository') return { withoutGit: 'no-repository' };
    return { withoutGit: error.problem === 'not-installed' ? 'not-installed' : 'failed' };
  }
}

/** Whether a folder holds what git keeps of a repository, with no files checked out. Runs no git. */
async function isBare(root: string, { files }: Host): Promise<boolean> {
  const kinds = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => files.kind(root, name)));
  return kinds.join() === 'file,folder,folder';
}

function historyAt(
  repository: OpenRepository,
  head: string,
  ignoreRevs: string | undefined,
  before: Subject | undefined,
): SubjectHistory {
  const facts = { ...repository.facts!, head };
  if (before?.history?.isOf(facts, ignoreRevs)) {
    before.history.forgetFailures();
    return before.history;
  }
  return new SubjectHistory(repository.git!, facts, ignoreRevs);
}

/** The list of commits that do not count, where it is a file of the repository itself: git would read whatever a link leads to. */
async function ignoreRevsFile(root: string, host: Host): Promise<string | undefined> {
  return (await host.files.kind(root, IGNORE_REVS)) === 'file' ? IGNORE_REVS : undefined;
}

/** The root of the repository that holds a folder, or undefined where none does. Runs no git. */
export function repositoryRoot(folder: string, host: Host): Promise<string | undefined> {
  return host.files.findUp(folder, '.git');
}

/** An absolute path as one relative to a subject's root; undefined if it lies elsewhere. */
export function inSubject(subject: { readonly root: string }, file: string): string | undefined {
  const prefix = joinPath(subject.root, '/').replace(/\/+$/, '/');
  return file.startsWith(prefix) ? file.slice(prefix.length) : undefined;
}
