import { existsSync } from 'node:fs';
import { GitError } from '../ports/git.ts';

/** How a git process ended without an answer. */
export interface Failure {
  readonly folder: string;
  /** The subcommand, such as `log`. */
  readonly command: string;
  /** Not 0; null if a signal ended it. */
  readonly exitCode: number | null;
  /** What it printed, or the text of the error that kept it from starting. */
  readonly stderr: string;
}

/** Git says so, and dies, of a partial clone's object that is not there and may not be fetched; older gits in the second way. */
export function isNeverFetched(stderr: string): boolean {
  return /could not fetch [0-9a-f]+ from promisor remote|transport '.*' not allowed/.test(stderr);
}

/** Git says so, and dies, of a name whose reflog is too short, or whose branch follows none. */
export function isNoSuchName(stderr: string): boolean {
  return /^fatal: (log for '.*' only has|no upstream configured|no such branch|HEAD does not point to a branch|.* is outside repository)/m.test(
    stderr,
  );
}

/** Turns the end of a git process into an error that tells a person what to do. */
export function gitError({ folder, command, exitCode, stderr }: Failure): GitError {
  if (!existsSync(folder)) {
    return new GitError('not-a-repository', `There is no folder ${folder}.`);
  }
  if (/\bENOENT\b/.test(stderr) && (exitCode === null || exitCode < 0)) {
    return new GitError(
      'not-installed',
      'git was not found. Install git 2.36 or newer and put it on the PATH.',
    );
  }
  if (stderr.includes('dubious ownership')) {
    return new GitError(
      'not-a-repository',
      `git does not read the repository of ${folder}, because another user owns it. ` +
        `If you trust it, run: git config --global --add safe.directory "${ownedFolder(stderr) ?? folder}"`,
    );
  }
  if (/not a git repository|cannot use bare repository|must be run in a work tree/.test(stderr)) {
    return new GitError('not-a-repository', `${folder} is not inside a git working tree.`);
  }
  if (/unknown option `?(batch-command|deduplicate)/.test(stderr)) {
    return new GitError('failed', 'This git is too old. Install git 2.36 or newer.');
  }
  if (isNeverFetched(stderr)) {
    return new GitError(
      'not-fetched',
      `git ${command} needs objects that this partial clone has never fetched.`,
    );
  }
  const how = exitCode === null ? 'was ended by a signal' : `failed with exit status ${exitCode}`;
  return new GitError('failed', `git ${command} ${how} in ${folder}${saying(stderr)}`);
}

function ownedFolder(stderr: string): string | undefined {
  return /dubious ownership in repository at '(.+)'/.exec(stderr)?.[1];
}

/** The line that tells most, without git's `fatal: `. */
function saying(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((each) => each.startsWith('fatal: ')) ?? lines[0];
  return line === undefined ? '.' : `: ${line.replace(/^(fatal|error): /, '')}`;
}

/** @returns the error of a request that its caller no longer wants */
export function cancelledError(command: string): GitError {
  return new GitError('cancelled', `git ${command} was cancelled.`);
}

/** @returns the error of a process that said nothing for too long and was ended */
export function timedOutError(command: string, folder: string, timeoutMs: number): GitError {
  return new GitError(
    'timed-out',
    `git ${command} in ${folder} gave no output for ${timeoutMs / 1000} s and was ended.`,
  );
}
