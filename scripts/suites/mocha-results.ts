import { readFile } from 'node:fs/promises';
import type { TestResult } from './suite.ts';

interface MochaTest {
  readonly fullTitle: string;
  readonly err: { readonly message?: string; readonly stack?: string };
}

interface MochaReport {
  readonly passes: readonly MochaTest[];
  readonly failures: readonly MochaTest[];
  readonly pending: readonly MochaTest[];
}

/**
 * Reads what mocha's JSON reporter wrote. A test that was left out counts as failed: nobody knows whether it would pass.
 *
 * @param file absolute path
 * @returns undefined if mocha wrote no results
 */
export async function readMochaResults(file: string): Promise<TestResult[] | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const report = JSON.parse(text) as MochaReport;
  return [
    ...report.passes.map(({ fullTitle }) => ({ title: fullTitle })),
    ...report.failures.map(({ fullTitle, err }) => ({ title: fullTitle, error: describe(err) })),
    ...report.pending.map(({ fullTitle }) => ({ title: fullTitle, error: 'The test was left out.' })),
  ];
}

/** The message and the place; the stack has both, but not always. */
function describe({ message = 'no message', stack }: MochaTest['err']): string {
  return stack?.includes(message) ? stack : [message, stack].filter(Boolean).join('\n');
}
