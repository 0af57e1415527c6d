import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { type ActivationTimes, activationTimesFile } from './results.ts';

/** An extension that does nothing, to compare with. */
export const EMPTY_EXTENSION = join(ROOT, 'test', 'host', 'empty-extension');

/** The times that a run of the suite left beside its results, as a sentence. */
export async function sayActivationTimes(results: string): Promise<string> {
  const text = await readFile(activationTimesFile(results), 'utf8').catch(() => undefined);
  if (text === undefined) return 'activate() was not timed.';
  const { warrant, empty } = JSON.parse(text) as ActivationTimes;
  return `activate() took ${warrant.toFixed(2)} ms; that of an empty extension ${empty.toFixed(2)} ms.`;
}
