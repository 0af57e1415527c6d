import type { Git } from '../ports/git.ts';

/**
 * How git merges a file, as its attributes say: `union`, the name of a driver, `set` or `unset`; undefined where they say nothing. One process. @throws GitError
 *
 * @param path relative to the folder git was opened in
 */
export async function mergeAttribute(git: Git, path: string): Promise<string | undefined> {
  const output = await git.run(['check-attr', '-z', 'merge', '--', path]);
  const [, , value] = output.split('\0');
  return value === undefined || value === 'unspecified' ? undefined : value;
}
