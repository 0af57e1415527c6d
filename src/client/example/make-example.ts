import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from '../../l10n/say.ts';

/** The example's commits, as `git fast-import` reads them. */
export const EXAMPLE_HISTORY = 'history.fast-import';

/** The example's files as JSON: path to text. They hold edits that no commit has. */
export const EXAMPLE_FILES = 'files.json';

/** So that nothing of the person's configuration gets in the way, and whoever commits in the example needs no set-up. */
const CONFIGURATION: Readonly<Record<string, string>> = {
  'user.name': 'Demo Reader',
  'user.email': 'demo.reader@example.org',
  'commit.gpgSign': 'false',
  'core.autocrlf': 'false',
};

/** Whether the example has its history; else why not, in git's words. */
export type ExampleMade =
  { readonly hasHistory: true } | { readonly hasHistory: false; readonly why: string };

/**
 * Makes the example in a folder that does not exist yet or is empty. Without git there are the files alone.
 *
 * @param from where the two files of the example lie
 * @param git the program
 * @throws Error if the files cannot be written
 */
export async function makeExample(from: string, to: string, git = 'git'): Promise<ExampleMade> {
  await mkdir(to, { recursive: true });
  const files = JSON.parse(await readFile(join(from, EXAMPLE_FILES), 'utf8')) as Record<string, string>;
  for (const [path, text] of Object.entries(files)) {
    const file = join(to, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  try {
    await run(git, to, ['init', '--quiet', '--template=']);
    await run(git, to, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
    for (const [key, value] of Object.entries(CONFIGURATION)) await run(git, to, ['config', key, value]);
    await run(git, to, ['fast-import', '--quiet'], join(from, EXAMPLE_HISTORY));
    // The files stay as they are: what no commit has is not committed.
    await run(git, to, ['reset', '--quiet', '--mixed']);
    return { hasHistory: true };
  } catch (error) {
    return { hasHistory: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs git in the new folder, where nothing but the example can lie, with nothing of the person's environment for it. */
async function run(git: string, folder: string, args: readonly string[], input?: string): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DEFAULT_HASH: 'sha1',
  };
  const child = spawn(git, args, { cwd: folder, env, stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(said.trim() || say('git ended with status {0}', String(code))));
    });
  });
  const fed = input === undefined ? child.stdin.end() : pipeline(createReadStream(input), child.stdin);
  // A program that does not start, or ends early, cannot be written to; what it says of itself is what counts.
  await Promise.all([ended, Promise.resolve(fed).catch(() => undefined)]);
}
