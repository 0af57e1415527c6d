import { say } from '../l10n/say.ts';
import { GitError, type Git } from '../ports/git.ts';

/** What one has to know of a repository before anything else is asked. Paths are absolute, with `/`. */
export interface RepositoryFacts {
  /** The top of the working tree. */
  readonly workTree: string;
  /** Where git keeps what belongs to this working tree alone. */
  readonly gitDir: string;
  /** Where git keeps what all working trees share; equals `gitDir` but for linked ones. */
  readonly commonDir: string;
  /** The commit checked out; null before the first. */
  readonly head: string | null;
  /** History was cut off when it was cloned. */
  readonly shallow: boolean;
  readonly objectFormat: 'sha1' | 'sha256';
}

/**
 * Describes the repository whose working tree git was opened in, with one process.
 * @throws GitError `not-a-repository` outside of a working tree
 */
export async function describeRepository(git: Git): Promise<RepositoryFacts> {
  const output = await git.run([
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-object-format',
    '--path-format=absolute',
    '--git-dir',
    '--git-common-dir',
    '--show-toplevel',
    // Prints nothing, and does not fail, before the first commit.
    '--revs-only',
    'HEAD',
  ]);
  return parseFacts(output);
}

/** Reads the answers in the order asked. @throws GitError for a folder that its repository says is not the working tree's */
export function parseFacts(output: string): RepositoryFacts {
  const [inside, shallow, objectFormat, gitDir, commonDir, workTree, head] = output.split('\n');
  if (gitDir === undefined || commonDir === undefined || workTree === undefined) {
    throw new GitError('failed', say('git rev-parse gave too few answers. Warrant needs git 2.36 or newer.'));
  }
  // `core.worktree` may name any folder; what lies there is none of ours.
  if (inside !== 'true') {
    throw new GitError(
      'not-a-repository',
      say('The repository {0} keeps its working tree elsewhere, in {1}.', gitDir, workTree),
    );
  }
  return {
    workTree,
    gitDir,
    commonDir,
    head: head === undefined || head === '' ? null : head,
    shallow: shallow === 'true',
    objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
  };
}
