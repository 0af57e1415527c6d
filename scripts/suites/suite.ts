/** One test, or one check that passes or fails as a whole. */
export interface TestResult {
  readonly title: string;
  /** What went wrong, for a person; absent if it passed. */
  readonly error?: string;
}

export interface Suite {
  /** What it is called on the command line. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly what: string;
  /** Names of suites without which it cannot run. */
  readonly needs: readonly string[];
  /** Whether it only prepares for others: then its success counts as nothing, its failure as one. */
  readonly prepares?: true;
  /** @throws Error if it cannot run at all, which counts as one failure */
  run(): Promise<readonly TestResult[]>;
}
