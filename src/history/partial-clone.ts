import type { Git } from '../ports/git.ts';

/** Whether objects that belong to the repository may never have been fetched. One process. @throws GitError */
export async function isPartialClone(git: Git): Promise<boolean> {
  const found = await git.run(
    ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'],
    { accept: [1] },
  );
  return found !== '';
}
