import type { FileCoverage, Reached } from './report.ts';

/** What is being learned of one file. Lines and branches that are told twice count once, reached if they ever were. */
export class FileTally {
  readonly lines = new Map<number, boolean>();
  readonly branches = new Map<string, boolean>();
  readonly functions = new Map<string, boolean>();
  /** Sums, for reports that list nothing. */
  sums: Partial<Record<'lines' | 'branches' | 'functions', Reached>> = {};

  constructor(
    readonly path: string,
    readonly sources: readonly string[],
    /** 1-based. */
    readonly line: number,
  ) {}

  finish(): FileCoverage {
    const measure = (name: 'lines' | 'branches' | 'functions'): Reached => {
      const listed = this[name];
      return listed.size > 0 ? reached(listed.values()) : (this.sums[name] ?? { found: 0, hit: 0 });
    };
    return {
      path: this.path,
      sources: this.sources,
      measures: { lines: measure('lines'), branches: measure('branches'), functions: measure('functions') },
      line: this.line,
    };
  }
}

/** Notes that a thing was reached, or was not; once reached, it stays so. */
export function note<K>(things: Map<K, boolean>, key: K, hit: boolean): void {
  things.set(key, hit || things.get(key) === true);
}

function reached(hits: Iterable<boolean>): Reached {
  let found = 0;
  let hit = 0;
  for (const one of hits) {
    found++;
    if (one) hit++;
  }
  return { found, hit };
}

/** A path with `/`, without `./` at its beginning. */
export function plainPath(path: string): string {
  return path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
}
