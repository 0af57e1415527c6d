/** Why a git command gave no answer. */
export type GitProblem =
  | 'not-installed'
  | 'not-a-repository'
  | 'timed-out'
  | 'cancelled'
  /** A partial clone has never fetched what is needed. */
  | 'not-fetched'
  | 'failed';

/** Thrown by the port, and only for what a caller cannot foresee. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(
    readonly problem: GitProblem,
    message: string,
  ) {
    super(message);
  }
}

/** An object read from the repository; undefined where it does not exist (or was never fetched). */
export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly size: number;
}

export interface RunOptions {
  /** Written to the command's standard input. */
  readonly input?: string;
  /** Exit statuses that are an answer too, besides 0; `check-ignore` says "none" by 1. */
  readonly accept?: readonly number[];
  readonly signal?: AbortSignal;
}

/**
 * Runs git, for one repository, so that nothing in the repository can run a program, nothing is fetched and no lock is taken.
 * At most four processes run at a time and identical requests in flight share one.
 */
export interface Git {
  /** Runs one process and gives its standard output. @throws GitError on a non-zero exit, a time-out or a missing git. */
  run(args: readonly string[], options?: RunOptions): Promise<string>;

  /**
   * Looks objects up by any name git knows (`HEAD:src/a.ts`, an object id), in the order asked.
   * All look-ups share one long-lived process. @throws GitError
   */
  info(names: readonly string[]): Promise<(GitObject | undefined)[]>;

  /** The content of a blob, by the same process; undefined where it does not exist or is larger than `limitBytes`. @throws GitError */
  blob(name: string, limitBytes: number): Promise<Uint8Array | undefined>;

  /** The content of a tree or a commit as git stores it, by the same process; undefined as for `blob`. @throws GitError */
  object(name: string, type: 'tree' | 'commit', limitBytes: number): Promise<Uint8Array | undefined>;

  /** Ends the long-lived process; the next look-up starts another. */
  dispose(): void;
}

/** Opens git for a working tree. Where git may not run (an untrusted workspace), the host gives none. */
export type OpenGit = (workTree: string) => Git;
