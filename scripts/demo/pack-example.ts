import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePatch } from 'diff';
import { EXAMPLE_FILES, EXAMPLE_HISTORY } from '../../src/client/example/make-example.ts';
import { type Demo, sourcesOf } from './demo.ts';
import { fastImport } from './fast-import.ts';
import { readTree } from './make-demo.ts';
import { patched, rewind } from './rewind.ts';

/**
 * Writes what *Open Example* makes its repository from: the history, and the files as they lie there, edits that are not committed included.
 *
 * @throws Error where the demo's patches do not fit
 */
export async function packExample(folder: string, demo: Demo): Promise<void> {
  const { history, changes, uncommitted } = demo;
  const readPatch = (name: string): string => readFileSync(new URL(name, changes), 'utf8');
  const final = await readTree(sourcesOf(demo));
  const trees = rewind(final, history, readPatch);
  const files =
    uncommitted === undefined ? final : patched(final, parsePatch(readPatch(uncommitted)), uncommitted);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, EXAMPLE_HISTORY), fastImport(history, trees));
  await writeFile(join(folder, EXAMPLE_FILES), JSON.stringify(Object.fromEntries(files)));
}
