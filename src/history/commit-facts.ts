import type { Git } from '../ports/git.ts';

/**
 * One thing that git says of each of some commits, by one process.
 *
 * @param ids full ids of commits that are there
 * @param format a placeholder of git's log, such as `%cI`, whose value holds no NUL
 * @throws GitError
 */
export async function factsOfCommits(
  git: Git,
  ids: readonly string[],
  format: string,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const output = await git.run(
    ['log', '--no-walk=unsorted', '--no-show-signature', '--stdin', '-z', `--format=%H%x00${format}`],
    { input: ids.map((id) => `${id}\n`).join('') },
  );
  const tokens = output.split('\0');
  const facts = new Map<string, string>();
  for (let at = 0; at + 1 < tokens.length; at += 2) facts.set(tokens[at]!, tokens[at + 1]!);
  return facts;
}
