import type { Git } from '../ports/git.ts';
import { coveringPaths } from './covering-paths.ts';
import { readDeltas, type FileDelta } from './raw.ts';

/** One commit as `git log` shows it. */
export interface LoggedCommit {
  readonly commit: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** The author's date, ISO 8601 with offset. */
  readonly date: string;
  readonly summary: string;
  /** What it changed; for a merge, only what differs from every parent. */
  readonly files: readonly FileDelta[];
}

/** A token that begins a commit; what follows it is counted, so no text of a commit can be mistaken for it. */
const MARK = '\x01';
const FORMAT = `--format=%x00%x01%x00${['%H', '%T', '%P', '%aN', '%aI', '%s'].join('%x00')}`;
const FIELDS = 6;

/** A repository may have git leave out that a submodule moved, by its `.gitmodules`, and only an option outweighs that. */
export const ALL_SUBMODULES = '--ignore-submodules=none';

/**
 * Runs one `git log` over the commits of `range` that touch one of `paths` (files or folders), children before their parents. Where there are too many paths to
 * ask for, commits that touch only their neighbours come too. @throws GitError
 */
export async function logPaths(
  git: Git,
  range: string,
  paths: readonly string[],
  options: readonly string[],
): Promise<LoggedCommit[]> {
  const input = ['--', ...coveringPaths(paths), ''].join('\n');
  return parseLog(await git.run([...logArguments(options), '--stdin', range], { input }));
}

/** The same over all commits of `range`, whatever they touch. Those that show no difference are left out, unless the options say otherwise. @throws GitError */
export async function logCommits(
  git: Git,
  range: string,
  options: readonly string[],
): Promise<LoggedCommit[]> {
  return parseLog(await git.run([...logArguments(options), range, '--']));
}

function logArguments(options: readonly string[]): string[] {
  return [
    'log',
    '-z',
    '--topo-order',
    '--raw',
    '-c',
    '--root',
    '--no-abbrev',
    ALL_SUBMODULES,
    FORMAT,
    ...options,
  ];
}

/** Reads what `git log -z --raw -c` prints in our format. */
export function parseLog(output: string): LoggedCommit[] {
  const tokens = output.split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at < tokens.length;) {
    if (tokens[at] !== MARK) {
      at++;
      continue;
    }
    const fields = tokens.slice(at + 1, at + 1 + FIELDS);
    at += 1 + FIELDS;
    // A merge with nothing of its own, and one with something, have an empty token here.
    if (tokens[at] === '') at++;
    const { deltas, next } = readDeltas(tokens, at);
    at = next;
    const [commit = '', tree = '', parents = '', author = '', date = '', summary = ''] = fields;
    commits.push({
      commit,
      tree,
      parents: parents.split(' ').filter(Boolean),
      author,
      date,
      summary,
      files: deltas,
    });
  }
  return commits;
}
