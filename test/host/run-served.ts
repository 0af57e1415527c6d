import { access, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleHostSuite } from '../../scripts/bundles.ts';
import { OUT, ROOT } from '../../scripts/paths.ts';
import { readMochaResults } from '../../scripts/suites/mocha-results.ts';
import type { TestResult } from '../../scripts/suites/suite.ts';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { serveVscode } from '../../scripts/vscode/serve.ts';
import type { ServedVscode } from '../../scripts/vscode/serve.ts';
import { windowUrl } from '../../scripts/vscode/window-url.ts';
import { EMPTY_EXTENSION, sayActivationTimes } from './activation-times.ts';
import { RESULTS_VARIABLE } from './results.ts';
import { makeWorkspace } from './workspace.ts';

/** How long the suite may take, in milliseconds. */
const TIMEOUT = 100_000;

/**
 * Runs the suite in the extension host of a served VS Code.
 *
 * @throws Error with the end of the server's log if no results come
 */
export async function runInServedVscode(): Promise<TestResult[]> {
  await bundleHostSuite();
  const results = join(OUT, 'results', 'host.json');
  await mkdir(dirname(results), { recursive: true });
  await rm(results, { force: true });
  const repository = makeWorkspace();
  const vscode = await serveVscode({
    dataFolder: join(OUT, 'vscode', 'host'),
    trust: true,
    testable: true,
    extensionFolders: [EMPTY_EXTENSION],
    env: { [RESULTS_VARIABLE]: results },
  });
  try {
    await runInWindow(vscode, repository.root, results);
  } finally {
    await vscode.stop();
    repository.remove();
  }
  console.log(`    ${await sayActivationTimes(results)}`);
  return (await readMochaResults(results)) ?? [];
}

async function runInWindow(vscode: ServedVscode, workspace: string, results: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const tests = join(OUT, 'test', 'host', 'index.cjs');
    await page.goto(windowUrl(vscode.authority, { workspace, extension: ROOT, tests }));
    await Promise.race([
      fileAppears(results),
      vscode.ended.then(() => Promise.reject(new Error('VS Code ended.'))),
    ]);
  } catch (error) {
    throw new Error(`${(error as Error).message} The end of VS Code's log:\n${await vscode.logTail()}`);
  } finally {
    await browser.close();
  }
}

async function fileAppears(file: string): Promise<void> {
  const end = Date.now() + TIMEOUT;
  while (Date.now() < end) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The suite left no results within ${TIMEOUT / 1000} s.`);
}
