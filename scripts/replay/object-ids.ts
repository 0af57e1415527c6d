import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/**
 * The ids of what names such as `HEAD:docs/notes.md` lead to, in their order; undefined where nothing is there. Symbolic links are followed, as
 * whoever opens the file does.
 *
 * @param folder an absolute path in the repository
 * @throws Error where git fails
 */
export async function objectIds(folder: string, names: readonly string[]): Promise<(string | undefined)[]> {
  if (names.length === 0) return [];
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const git = spawn('git', ['cat-file', '--batch-check=%(objectname)', '--follow-symlinks'], {
    cwd: folder,
    env: Object.fromEntries(inherited),
  });
  const closed = once(git, 'close');
  const printed = text(git.stdout);
  git.stderr.resume();
  git.stdin.end(names.map((name) => `${name}\n`).join(''));
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`git cat-file failed in ${folder}: ${code}`);
  return readIds(await printed, names.length);
}

/** Of a link that leads nowhere two lines are printed, and of all else one. */
function readIds(printed: string, count: number): (string | undefined)[] {
  const lines = printed.split('\n');
  const ids: (string | undefined)[] = [];
  for (let at = 0; ids.length < count; at++) {
    const line = lines[at] ?? '';
    if (/^(?:dangling|symlink|loop|notdir) \d+$/.test(line)) at++;
    ids.push(/^[0-9a-f]{40,64}$/.test(line) ? line : undefined);
  }
  return ids;
}
