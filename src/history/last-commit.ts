import type { Git } from '../ports/git.ts';

/** The commit that last touched a file. */
export interface LastCommit {
  readonly commit: string;
  /** The author's, ISO 8601 with offset: it stays what it was when commits are rebased. */
  readonly date: string;
  /** False for a commit that nothing stands before, which in a shallow clone touches everything. */
  readonly hasParents: boolean;
}

/**
 * Looks up who last touched a file, by one process; undefined where no commit has it.
 *
 * @param head a full object id
 * @throws GitError
 */
export async function lastCommitOf(git: Git, head: string, path: string): Promise<LastCommit | undefined> {
  const output = await git.run([
    'log',
    '-1',
    '--no-show-signature',
    '--format=%H%x00%aI%x00%P',
    head,
    '--',
    path,
  ]);
  const [commit = '', date = '', parents = ''] = output.trim().split('\0');
  return commit === '' ? undefined : { commit, date, hasParents: parents !== '' };
}
