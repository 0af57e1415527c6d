import type { Git } from '../ports/git.ts';

/**
 * The text files of the working tree that hold a text, as they are now: tracked ones and those that are new and not ignored. One process, whose time grows
 * with what there is to read. @throws GitError
 */
export async function filesHolding(git: Git, text: string): Promise<string[]> {
  const output = await git.run(
    [
      'grep',
      '--files-with-matches',
      '-z',
      '-I',
      '--fixed-strings',
      '--untracked',
      '--full-name',
      '--no-color',
      '--no-textconv',
      '--no-recurse-submodules',
      '-e',
      text,
    ],
    // 1: there is none.
    { accept: [1] },
  );
  return output.split('\0').filter((path) => path !== '');
}
