import { GitPluginError, simpleGit, type SimpleGitOptions } from 'simple-git';
import { GIT_CONFIG } from './git-environment.ts';
import { cancelledError, gitError, timedOutError } from './git-failure.ts';

export interface Command {
  /** Absolute path of the folder to run in. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly input: string;
  /** Exit statuses that are an answer, besides 0. */
  readonly accept: readonly number[];
  readonly environment: Readonly<Record<string, string>>;
  /** How long the process may say nothing, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What simple-git refuses unless told otherwise: here these settings switch the dangerous thing off. */
const ALLOWED: SimpleGitOptions['unsafe'] = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
};

/** Runs one git process and gives its standard output, read as UTF-8. @throws GitError */
export async function runCommand(command: Command): Promise<string> {
  const { folder, args, accept, environment, signal } = command;
  const name = subcommand(args);
  if (signal.aborted) throw cancelledError(name);
  let exitCode: number | null = null;
  let stderr = '';
  try {
    const git = simpleGit({
      baseDir: folder,
      config: [...GIT_CONFIG],
      unsafe: ALLOWED,
      allowEnvironment: Object.keys(environment),
      abort: signal,
      timeout: { block: command.timeoutMs },
      // The process is done when its output is complete, which may be after it has exited.
      completion: { onClose: true, onExit: false },
      // Always given, so that standard input is closed; as a buffer, because an empty string counts as no input.
      input: () => Buffer.from(command.input),
      errors: (error, result) => {
        exitCode = result.exitCode;
        stderr = Buffer.concat(result.stdErr).toString();
        if (exitCode === 0 || (exitCode !== null && accept.includes(exitCode))) return undefined;
        return error ?? new Error(`exit status ${exitCode}`);
      },
    });
    return await git.env(environment).raw([...args]);
  } catch (error) {
    if (signal.aborted) throw cancelledError(name);
    if (error instanceof GitPluginError && error.plugin === 'timeout') {
      throw timedOutError(name, folder, command.timeoutMs);
    }
    throw gitError({ folder, command: name, exitCode, stderr: stderr || String(error) });
  }
}

/** The subcommand of git's arguments: the first that is no option. */
export function subcommand(args: readonly string[]): string {
  return args.find((arg) => !arg.startsWith('-')) ?? '';
}
