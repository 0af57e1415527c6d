import { listFiles } from '../../history/files.ts';
import { type RepositoryFacts, describeRepository } from '../../history/repository.ts';
import { joinPath, pathBelow } from '../../model/paths.ts';
import { type Git, GitError } from '../../ports/git.ts';
import type { Host } from '../../ports/host.ts';
import { SubjectHistory } from './subject-history.ts';

/** A submodule that is checked out and has the commit that is recorded for it. */
export interface OpenedSubmodule {
  readonly git: Git;
  /** Its history up to the commit that is recorded, whatever is checked out. */
  readonly history: SubjectHistory;
  /** What is in its working tree, from its own top. */
  readonly files: readonly string[];
}

/** Where a submodule is. */
export interface SubmodulePlace {
  /** From the top of the repository around it. */
  readonly path: string;
  /** The top of the repository around it; absolute, with `/`. */
  readonly root: string;
  readonly around: RepositoryFacts;
}

/**
 * Opens a submodule; undefined where it is not checked out, lacks the commit that is recorded, or lies elsewhere: git must not be led into another
 * repository by a link or a `.git` file. Two processes and a look-up, and one process more for each commit that is recorded.
 */
export async function openSubmodule(
  { path, root, around }: SubmodulePlace,
  recorded: string,
  host: Host,
  before: OpenedSubmodule | undefined,
): Promise<OpenedSubmodule | undefined> {
  const gitFile = await host.files.kind(root, joinPath(path, '.git'));
  if (!host.openGit || (gitFile !== 'file' && gitFile !== 'folder')) return undefined;
  const git = before?.git ?? host.openGit(joinPath(root, path));
  try {
    const [facts, files] = await Promise.all([describeRepository(git), listFiles(git)]);
    if (facts.workTree !== joinPath(around.workTree, path) || !keepsItsStateWithin(facts, around)) {
      return closed(git);
    }
    if ((await git.info([recorded]))[0]?.type !== 'commit') return closed(git);
    const history = historyAt(git, { ...facts, head: recorded }, before?.history);
    await history.listHead();
    return { git, history, files };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    host.logger.warn(`git gave no answer in the submodule ${path} of ${root}: ${error.message}`);
    return closed(git);
  }
}

function closed(git: Git): undefined {
  git.dispose();
  return undefined;
}

/** Git keeps a submodule's objects with those of the repository around it, or in the submodule. */
function keepsItsStateWithin({ gitDir, commonDir }: RepositoryFacts, around: RepositoryFacts): boolean {
  const places = [around.commonDir, around.gitDir, around.workTree];
  return [gitDir, commonDir].every((dir) => places.some((place) => pathBelow(place, dir) !== undefined));
}

function historyAt(
  git: Git,
  facts: RepositoryFacts & { readonly head: string },
  before: SubjectHistory | undefined,
): SubjectHistory {
  if (!before?.isOf(facts, undefined)) return new SubjectHistory(git, facts, undefined);
  before.forgetFailures();
  before.forgetSubmodules();
  return before;
}
