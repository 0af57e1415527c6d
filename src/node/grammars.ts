import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GrammarFiles } from '../ports/grammars.ts';

/**
 * Reads WebAssembly files from the first of some folders that has them: one folder in the packaged product, the packages' own in a checkout.
 *
 * @param folders absolute paths
 */
export function nodeGrammars(folders: readonly string[]): GrammarFiles {
  return {
    async load(fileName) {
      for (const folder of folders) {
        const bytes = await readIfThere(join(folder, fileName));
        if (bytes) return bytes;
      }
      throw new Error(`${fileName} does not come with this installation; looked in ${folders.join(', ')}.`);
    },
  };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
