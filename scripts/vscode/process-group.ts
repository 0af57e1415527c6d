import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface ProcessGroup {
  readonly process: ChildProcess;
  /** Resolves when the process has ended by itself or been ended. */
  readonly ended: Promise<void>;
  /** Ends the process and all that it started; harmless when it has ended. */
  stop(): Promise<void>;
}

export interface ProcessGroupOptions {
  readonly cwd: string;
  /** Added to this process's environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How long a process may take to end when it is asked to, in milliseconds. */
const PATIENCE = 3000;

/** Starts a process whose whole tree ends with it, and at the latest when this process exits. Its output is piped. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: ProcessGroupOptions,
): ProcessGroup {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const signal = (name: NodeJS.Signals) => signalGroup(child, name);
  const onExit = () => signal('SIGKILL');
  process.once('exit', onExit);
  const ended = once(child, 'close').then(
    () => {},
    () => {},
  );
  return {
    process: child,
    ended,
    async stop() {
      signal('SIGTERM');
      const killer = setTimeout(() => signal('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(killer);
      signal('SIGKILL');
      process.off('exit', onExit);
    },
  };
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // The group has ended already.
  }
}
