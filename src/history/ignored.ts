import type { Git } from '../ports/git.ts';

/**
 * Whether git leaves a file out when changes are added: `.gitignore` or its like names it, and it is not tracked all the same. The file need not exist.
 * One process. @throws GitError
 *
 * @param path relative to the folder git was opened in
 */
export async function isIgnored(git: Git, path: string): Promise<boolean> {
  // A path that began with a colon would be an expression. The command does not know of literal paths, and does not expand any.
  const output = await git.run(['--no-literal-pathspecs', 'check-ignore', '--stdin', '-z'], {
    input: `./${path}\0`,
    accept: [1],
  });
  return output !== '';
}
