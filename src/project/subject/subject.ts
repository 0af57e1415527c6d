import { type FileIndex, createFileIndex } from '../../evidence/file-index.ts';
import type { Syntax } from '../../evidence/syntax.ts';
import { listFiles } from '../../history/files.ts';
import { describeRepository } from '../../history/repository.ts';
import { joinPath } from '../../model/paths.ts';
import { type Git, GitError } from '../../ports/git.ts';
import { Comparer } from '../judging/compare.ts';
import { Contents, type Documents } from './contents.ts';
import type { Host } from '../../ports/host.ts';
import type { JudgedSubject } from '../snapshot.ts';
import { SubjectHistory } from './subject-history.ts';

/** The repository (or plain folder) that evidence lies in, as it is now. */
export interface Subject {
  readonly root: string;
  readonly facts: JudgedSubject;
  readonly index: FileIndex;
  readonly contents: Contents;
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
): Promise<Subject> {
  const repository = await openRepository(root, host, before?.git);
  const paths = repository.files ?? (await host.files.list(root));
  const algorithm = repository.facts?.objectFormat ?? 'sha1';
  const contents = before?.contents ?? new Contents(root, algorithm, host, documents);
  const head = repository.facts?.head ?? null;
  const history =
    head && repository.git
      ? historyAt(repository, head, await ignoreRevsFile(root, host), before)
      : undefined;
  return {
    root,
    index: createFileIndex(paths),
    contents,
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
  if ((await host.files.kind(root, '.git')) === 'missing') return { withoutGit: 'no-repository' };
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

function historyAt(
  repository: OpenRepository,
  head: string,
  ignoreRevs: string | undefined,
  before: Subject | undefined,
): SubjectHistory {
  if (before?.history?.facts.head === head) return before.history;
  const facts = { ...repository.facts!, head };
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
