import type { Git, GitObject, OpenGit } from '../ports/git.ts';
import { runCommand, subcommand } from './git-command.ts';
import { gitEnvironment } from './git-environment.ts';
import { cancelledError } from './git-failure.ts';
import { type Lookup, openLookup } from './git-lookup.ts';
import { limitTo, shareInFlight } from './git-sharing.ts';

export interface NodeGitOptions {
  /** Told of every process before it starts, with git's arguments from the subcommand on. */
  readonly onProcess?: (args: readonly string[]) => void;
  /** The environment to derive git's from. Default: that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** How long a process may say nothing, in milliseconds. Default: one minute. */
  readonly timeoutMs?: number;
  /** How long the process behind `info` and `blob` is kept with nothing to do, in milliseconds. Default: half a minute. */
  readonly idleMs?: number;
}

/** With the process for look-ups they are four. */
const MAX_COMMANDS = 3;

/**
 * Opens git (2.36 or newer) on this machine. All repositories opened by one of these share its limit of processes.
 * Nothing in a repository can make it run a program: see `git-environment.ts`.
 */
export function openNodeGit(options: NodeGitOptions = {}): OpenGit {
  const { onProcess = () => {}, timeoutMs = 60_000, idleMs = 30_000 } = options;
  const environment = gitEnvironment(options.environment ?? process.env);
  const limited = limitTo(MAX_COMMANDS);
  return (folder) => {
    const share = shareInFlight();
    const lookup = openLookup({ folder, environment, timeoutMs, idleMs, onProcess });
    return {
      run: (args, { input = '', accept = [], signal } = {}) =>
        share(JSON.stringify([args, input, accept]), {
          signal,
          cancelled: () => cancelledError(subcommand(args)),
          start: (shared) =>
            limited(() => {
              if (!shared.aborted) onProcess(args);
              return runCommand({ folder, args, input, accept, environment, timeoutMs, signal: shared });
            }),
        }),
      info: (names) => Promise.all(names.map((name) => describe(lookup.ask, name))),
      blob: (name, limitBytes) => contentOf(lookup.ask, name, 'blob', limitBytes),
      object: (name, type, limitBytes) => contentOf(lookup.ask, name, type, limitBytes),
      dispose: lookup.dispose,
    } satisfies Git;
  };
}

/** Names that the protocol of the look-up, a line a question, can carry; git dies of relative ones that leave the tree. */
function isName(name: string): boolean {
  return name !== '' && !/[\n\0]|^[^:]*:\.{1,2}(\/|$)/.test(name);
}

async function contentOf(
  ask: Lookup['ask'],
  name: string,
  type: GitObject['type'],
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  const object = await describe(ask, name);
  if (object?.type !== type || object.size > limitBytes) return undefined;
  return (await ask('contents', object.oid))?.content;
}

async function describe(
  ask: (command: 'info', name: string) => Promise<GitObject | undefined>,
  name: string,
): Promise<GitObject | undefined> {
  return isName(name) ? ask('info', name) : undefined;
}
