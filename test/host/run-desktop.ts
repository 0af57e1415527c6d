import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleHostSuite } from '../../scripts/bundles.ts';
import { messageOf } from '../../scripts/main.ts';
import { CACHE, OUT, ROOT } from '../../scripts/paths.ts';
import { readMochaResults } from '../../scripts/suites/mocha-results.ts';
import type { TestResult } from '../../scripts/suites/suite.ts';
import { EMPTY_EXTENSION } from './activation-times.ts';
import { RESULTS_VARIABLE } from './results.ts';
import { makeWorkspace } from './workspace.ts';

/**
 * Runs the suite in the extension host of the desktop VS Code, which is downloaded the first time. `WARRANT_VSCODE_VERSION` chooses another
 * version than the latest.
 *
 * @throws Error if VS Code cannot be had or started
 */
export async function runInDesktopVscode(): Promise<TestResult[]> {
  await bundleHostSuite();
  const results = join(OUT, 'results', 'desktop.json');
  await mkdir(dirname(results), { recursive: true });
  await rm(results, { force: true });
  const repository = makeWorkspace();
  const ended = runTests({
    version: process.env['WARRANT_VSCODE_VERSION'] ?? 'stable',
    cachePath: join(CACHE, 'desktop'),
    extensionDevelopmentPath: [ROOT, EMPTY_EXTENSION],
    extensionTestsPath: join(OUT, 'test', 'host', 'index.cjs'),
    extensionTestsEnv: { [RESULTS_VARIABLE]: results },
    launchArgs: [repository.root, '--disable-workspace-trust', '--disable-extensions'],
  });
  try {
    // A failed test makes VS Code fail too; then the results say more.
    const failure = await ended.then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    const found = await readMochaResults(results);
    if (!found) throw new Error(`The desktop VS Code left no results. ${failure ? messageOf(failure) : ''}`);
    return found;
  } finally {
    repository.remove();
  }
}
