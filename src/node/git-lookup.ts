import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';
import { GitError } from '../ports/git.ts';
import { answerReader, type Answer } from './git-answers.ts';
import { GIT_CONFIG } from './git-environment.ts';
import { cancelledError, gitError, isNeverFetched, isNoSuchName, timedOutError } from './git-failure.ts';

export interface LookupOptions {
  /** Absolute path of the folder to run in. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How long git may take for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /** How long the process is kept with nothing to do, in milliseconds. */
  readonly idleMs: number;
  readonly onProcess: (args: readonly string[]) => void;
}

/** Asks one long-lived git process about objects; it is started with the first question. */
export interface Lookup {
  /** Undefined where the object does not exist or was never fetched. @throws GitError */
  ask(command: 'info' | 'contents', name: string): Promise<Answer | undefined>;
  /** Ends the process; questions without an answer yet fail as cancelled. */
  dispose(): void;
}

interface Question {
  readonly command: 'info' | 'contents';
  readonly name: string;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: GitError) => void;
}

const COMMAND = 'cat-file';
const ARGS = [COMMAND, '--batch-command'];
/** How many processes may die one after the other without a single answer. */
const MAX_CRASHES = 3;
const MAX_STDERR = 8_192;

/** Opens look-ups for one folder. Nothing is started yet. */
export function openLookup(options: LookupOptions): Lookup {
  const { folder } = options;
  /** Asked of the current process, oldest first. */
  let questions: Question[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;
  let timer: NodeJS.Timeout | undefined;
  let crashes = 0;

  const start = (): ChildProcessWithoutNullStreams => {
    options.onProcess(ARGS);
    const config = GIT_CONFIG.flatMap((setting) => ['-c', setting]);
    const started = spawn('git', [...config, ...ARGS], {
      cwd: folder,
      env: options.environment,
      windowsHide: true,
    });
    let stderr = '';
    started.stdout.on(
      'data',
      answerReader(
        () => questions[0]?.command === 'contents',
        (answer) => {
          if (child === started) answered(answer);
        },
      ),
    );
    started.stderr.on('data', (text: Buffer) => (stderr = (stderr + String(text)).slice(-MAX_STDERR)));
    started.stdin.on('error', () => {}); // It has died; 'close' tells, with the reason.
    started.on('error', (error) => (stderr += String(error)));
    started.on('close', (exitCode) => {
      if (child === started) ended(exitCode, stderr);
    });
    return started;
  };

  const answered = (answer: Answer | undefined): void => {
    crashes = 0;
    questions.shift()?.resolve(answer);
    watch();
  };

  /** The process ended by itself. Git dies of some questions (a corrupt object); the first without an answer is the one. */
  const ended = (exitCode: number | null, stderr: string): void => {
    child = undefined;
    const first = questions.shift();
    if (first === undefined) return watch();
    if (isNeverFetched(stderr) || isNoSuchName(stderr)) {
      first.resolve(undefined);
    } else {
      const error = gitError({ folder, command: COMMAND, exitCode, stderr });
      first.reject(error);
      crashes++;
      if (error.problem !== 'failed' || crashes >= MAX_CRASHES) return failAll(error);
    }
    const again = questions;
    questions = [];
    for (const question of again) send(question);
    watch();
  };

  const failAll = (error: GitError): void => {
    const failed = questions;
    questions = [];
    crashes = 0;
    for (const question of failed) question.reject(error);
    watch();
  };

  const send = (question: Question): void => {
    child ??= start();
    questions.push(question);
    const { stdin } = child;
    // What is asked in one go is written in one go.
    if (stdin.writableCorked === 0) {
      stdin.cork();
      process.nextTick(() => stdin.uncork());
    }
    stdin.write(`${question.command} ${question.name}\n`);
  };

  const stop = (): void => {
    const stopped = child;
    child = undefined;
    stopped?.kill();
  };

  /** Sets the time-out for the next answer or, with nothing to do, for the process's end. */
  const watch = (): void => {
    clearTimeout(timer);
    if (child === undefined) return;
    const busy = questions.length > 0;
    holdOpen(child, busy);
    if (!busy) {
      timer = setTimeout(stop, options.idleMs).unref();
      return;
    }
    timer = setTimeout(() => {
      stop();
      failAll(timedOutError(COMMAND, folder, options.timeoutMs));
    }, options.timeoutMs);
  };

  return {
    ask: (command, name) =>
      new Promise((resolve, reject) => {
        send({ command, name, resolve, reject });
        // Its time starts when it is the next to be answered.
        if (questions.length === 1) watch();
      }),
    dispose: () => {
      stop();
      failAll(cancelledError(COMMAND));
    },
  };
}

/** Whether the process keeps this one from ending: only while an answer is awaited. */
function holdOpen(child: ChildProcessWithoutNullStreams, hold: boolean): void {
  for (const handle of [child, child.stdin as Socket, child.stdout as Socket, child.stderr as Socket]) {
    if (hold) handle.ref();
    else handle.unref();
  }
}
