import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Author } from './history.ts';

const run = promisify(execFile);

/** Git reads this name as an empty file on Windows too. */
const NOTHING = '/dev/null';

/** Keeps hooks and attributes of the person out of the demo; what a repository's own configuration cannot say. */
const ISOLATION = ['-c', `core.hooksPath=${NOTHING}`, '-c', 'core.attributesFile='];

/** Runs git in a folder, with nothing of the person's configuration, and gives what it printed. @throws Error on a non-zero exit. */
export async function git(
  folder: string,
  args: readonly string[],
  by?: { author: Author; date: string },
): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const env = {
    ...Object.fromEntries(inherited),
    ...NO_CONFIGURATION,
    ...(by && identity(by.author, by.date)),
  };
  const { stdout } = await run('git', [...ISOLATION, ...args], { cwd: folder, env });
  return stdout;
}

const NO_CONFIGURATION = {
  GIT_CONFIG_GLOBAL: NOTHING,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_DEFAULT_HASH: 'sha1',
};

function identity(author: Author, date: string): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: date,
  };
}
