import { pathToFileURL } from 'node:url';

/**
 * Runs a script's work if that script is what Node was started with, and not if another script imports it.
 *
 * @param url the script's `import.meta.url`
 */
export async function ifMain(url: string, work: () => Promise<void>): Promise<void> {
  if (url === pathToFileURL(process.argv[1] ?? '').href) await runMain(work);
}

/** Runs a script's work; a failure is told in its own words, without a stack, and by the exit status 1. */
export async function runMain(work: () => Promise<void>): Promise<void> {
  endOnSignals();
  try {
    await work();
  } catch (error) {
    console.error(`\nwarrant: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

/** Makes Ctrl-C end the process in the ordinary way, so that what listens for `exit` can end the processes that were started. */
function endOnSignals(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}

/** What an error says; it may be anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
