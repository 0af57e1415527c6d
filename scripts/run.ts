import { spawn } from 'node:child_process';
import { npmCommand } from './npm.mjs';
import { ROOT } from './paths.ts';

export interface RunOptions {
  /** Absolute path; the checkout, if left out. */
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: boolean;
  /** Milliseconds until it is killed; ten minutes, if left out. */
  readonly timeout?: number;
}

export interface RunResult {
  /** The exit status; null if it was killed. */
  readonly status: number | null;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

/** Runs a program without input and collects what it writes. A status other than 0 is not an error here. @throws Error if it cannot be started */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      // Where this is a CI machine, some programs would colour what they write into a pipe.
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      shell: options.shell ?? false,
      timeout: options.timeout ?? 600_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a program that has to succeed. @throws Error with the end of its output if it does not */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { status, output } = await run(command, args, options);
  if (status === 0) return output;
  const what = [command, ...args].join(' ');
  throw new Error(`\`${what}\` ended with status ${status ?? 'none (killed)'}:\n${lastLines(output, 30)}`);
}

/** Runs npm. @throws Error with the end of its output if it fails */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const { command, args: all, shell } = npmCommand(args);
  return runOrThrow(command, all, { cwd, shell });
}

/** The end of a text, at most `count` lines of it. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
