import { openNodeGit, type NodeGitOptions } from '../../src/node/git.ts';
import type { Git } from '../../src/ports/git.ts';
import { TEST_GIT_ENVIRONMENT } from './git-repository.ts';

/** A real git that notes the processes it starts. */
export interface CountingGit extends Git {
  /** The subcommands of the processes started since the last call, in order. */
  takeProcesses(): string[];
}

/** Opens git in a folder, away from the person's own configuration. Dispose of it in the end. */
export function openCountingGit(folder: string, options: NodeGitOptions = {}): CountingGit {
  let processes: string[] = [];
  const git = openNodeGit({
    environment: TEST_GIT_ENVIRONMENT,
    ...options,
    onProcess: (args) => processes.push(args.find((arg) => !arg.startsWith('-')) ?? ''),
  })(folder);
  return {
    ...git,
    takeProcesses: () => {
      const taken = processes;
      processes = [];
      return taken;
    },
  };
}
