import { messageOf } from '../main.ts';
import type { Suite, TestResult } from './suite.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Suites that may run at the same time; the next stage starts when all of them have ended. */
export type Stage = readonly Suite[];

/**
 * Runs suites and prints what became of each. One that needs another that failed is not run, and counts neither way: the other has been
 * counted.
 *
 * @param say prints one line or more
 */
export async function runSuites(stages: readonly Stage[], say: (text: string) => void): Promise<Totals> {
  const withoutSuccess = new Set<string>();
  const all: TestResult[] = [];
  for (const stage of stages) {
    const ended = await Promise.all(
      stage.map(async (suite) => ({ suite, results: await runSuite(suite, withoutSuccess, say) })),
    );
    for (const { suite, results } of ended) {
      if (!results || results.some(isFailure)) withoutSuccess.add(suite.name);
      all.push(...(results ?? []));
    }
  }
  const failed = all.filter(isFailure).length;
  return { passed: all.length - failed, failed };
}

/** @returns undefined if it was not run */
async function runSuite(
  suite: Suite,
  withoutSuccess: ReadonlySet<string>,
  say: (text: string) => void,
): Promise<readonly TestResult[] | undefined> {
  const missing = suite.needs.find((name) => withoutSuccess.has(name));
  if (missing) {
    say(`  – ${suite.name}: not run, because it needs \`${missing}\``);
    return undefined;
  }
  say(`  … ${suite.name}: ${suite.what}`);
  const start = performance.now();
  const results = await resultsOf(suite);
  say(report(suite, results, (performance.now() - start) / 1000));
  return results;
}

async function resultsOf(suite: Suite): Promise<readonly TestResult[]> {
  try {
    const results = await suite.run();
    if (results.length > 0 || suite.prepares) return results;
    return [{ title: suite.name, error: 'no test was found' }];
  } catch (error) {
    return [{ title: suite.name, error: messageOf(error) }];
  }
}

function isFailure({ error }: TestResult): boolean {
  return error !== undefined;
}

function report({ name }: Suite, results: readonly TestResult[], seconds: number): string {
  const failures = results.filter(isFailure);
  const passed = results.length - failures.length;
  const counts = results.length === 0 ? 'done' : `${passed} passed, ${failures.length} failed`;
  const heading = `  ${failures.length === 0 ? '✓' : '✗'} ${name}: ${counts} (${seconds.toFixed(1)} s)`;
  const details = failures.map(({ title, error = '' }) => `\n    ✗ ${title}\n${indent(error, '      ')}\n`);
  return [heading, ...details].join('\n');
}

function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
