import { GitError, type Git } from '../ports/git.ts';

/** How many processes one question about ignored paths may cost where git fails on some of them. */
const MAX_ATTEMPTS = 16;

/**
 * Every path that git tracks, or would on `git add`: relative to the folder git was opened in, in git's order, each once, submodules as their
 * folder. Tracked files count though they may be gone from the working tree. One process. @throws GitError
 */
export async function listFiles(git: Git): Promise<string[]> {
  const output = await git.run([
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ]);
  // An untracked repository inside this one is listed as `nested/`, and is nobody's file here.
  return output.split('\0').filter((path) => path !== '' && !path.endsWith('/'));
}

/**
 * Which of these paths, relative to the working tree's top, `.gitignore` and its like exclude. They need not exist; whether git tracks them in spite
 * of that is not asked. One process. Git fails on a path beyond a symbolic link: such a path is not ignored, and takes a few more. @throws GitError
 */
export async function ignoredPaths(git: Git, paths: readonly string[]): Promise<Set<string>> {
  const ignored = new Set<string>();
  const waiting: (readonly string[])[] = [paths.filter((path) => path !== '')];
  let attempts = 0;
  for (let some = waiting.pop(); some !== undefined; some = waiting.pop()) {
    if (some.length === 0) continue;
    try {
      attempts++;
      for (const path of await checkIgnore(git, some)) ignored.add(path);
    } catch (error) {
      if (!(error instanceof GitError) || error.problem !== 'failed') throw error;
      if (attempts >= MAX_ATTEMPTS) return ignored;
      const half = some.length >> 1;
      if (half > 0) waiting.push(some.slice(half), some.slice(0, half));
    }
  }
  return ignored;
}

/** A path that began with a colon would be an expression; all are taken as they are. */
const PREFIX = './';

async function checkIgnore(git: Git, paths: readonly string[]): Promise<string[]> {
  const output = await git.run(
    // Without the index git does not mind a path inside a submodule. The command does not know of literal paths, and does not expand any.
    ['--no-literal-pathspecs', 'check-ignore', '--stdin', '-z', '--no-index'],
    { input: paths.map((path) => `${PREFIX}${path}\0`).join(''), accept: [1] },
  );
  return output
    .split('\0')
    .filter(Boolean)
    .map((path) => path.slice(PREFIX.length));
}
