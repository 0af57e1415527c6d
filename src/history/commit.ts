import type { Git } from '../ports/git.ts';

/** What a commit says of itself. */
export interface CommitFacts {
  readonly commit: string;
  readonly author: string;
  readonly mail: string;
  /** ISO 8601 with offset, the author's. */
  readonly date: string;
  readonly summary: string;
  /** The message without its first line; may be empty. */
  readonly body: string;
  /** Empty for a root commit. */
  readonly parents: readonly string[];
}

const FIELDS = ['%H', '%an', '%ae', '%aI', '%P', '%s', '%b'];

/**
 * Reads one commit, by one process.
 *
 * @param commit a full object id
 * @throws GitError where there is no such commit
 * @throws RangeError where `commit` is no object id
 */
export async function describeCommit(git: Git, commit: string): Promise<CommitFacts> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new RangeError(`not an object id: ${commit}`);
  const output = await git.run([
    'log',
    '-1',
    '--no-show-signature',
    `--format=${FIELDS.join('%x00')}`,
    commit,
  ]);
  const [id = commit, author = '', mail = '', date = '', parents = '', summary = '', body = ''] =
    output.split('\0');
  return {
    commit: id,
    author,
    mail,
    date,
    summary,
    body: body.trim(),
    parents: parents.split(' ').filter((parent) => parent !== ''),
  };
}

/** What a commit is at most, in bytes, to be read for its parents. */
const COMMIT_LIMIT = 1024 * 1024;

/**
 * Whether a commit has parents by its own words: at the end of a shallow clone git shows none. By the process for look-ups.
 * @throws GitError
 */
export async function hasParents(git: Git, commit: string): Promise<boolean> {
  const bytes = await git.object(commit, 'commit', COMMIT_LIMIT);
  const [head = ''] = new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n\n', 1);
  return /^parent /m.test(head);
}
