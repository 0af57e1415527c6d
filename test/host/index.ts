import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MochaOptions } from 'mocha';
import { RESULTS_VARIABLE } from './results.ts';

/**
 * Runs all test files beside this one. VS Code calls it in the extension host, served and on the desktop alike; nothing but the file it leaves
 * tells what came of it.
 *
 * @throws Error if a test fails, which the desktop VS Code makes its exit status
 */
export async function run(): Promise<void> {
  const results = process.env[RESULTS_VARIABLE];
  if (!results) throw new Error(`${RESULTS_VARIABLE} does not say where the results go.`);
  // Failures name the lines of the sources.
  process.setSourceMapsEnabled(true);
  const partial = `${results}.partial`;
  let failures: number;
  try {
    failures = await runMocha({ reporter: 'json', reporterOptions: { output: partial } });
  } catch (error) {
    failures = 1;
    writeFileSync(partial, JSON.stringify(couldNotRun(error)));
  }
  renameSync(partial, results);
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Mocha stays outside the bundle: it loads its own files by name. */
async function runMocha(options: MochaOptions): Promise<number> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, forbidOnly: true, forbidPending: true, ...options });
  const tests = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.cjs'));
  for (const name of tests.sort()) mocha.addFile(join(import.meta.dirname, name));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => mocha.run(resolve));
}

/** The shape of mocha's own report. */
function couldNotRun(error: unknown): object {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return { passes: [], pending: [], failures: [{ fullTitle: 'the suite', err: { message, stack } }] };
}
