import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShippedStandards } from '../ports/standards.ts';

/**
 * Reads the standards from the first of some folders that is there: one in the packaged product, one in a checkout.
 *
 * @param folders absolute paths
 */
export function nodeStandards(folders: readonly string[]): ShippedStandards {
  return {
    async load() {
      for (const folder of folders) {
        const names = (await readdir(folder).catch(() => [])).filter((name) =>
          name.endsWith('.standard.yaml'),
        );
        if (names.length === 0) continue;
        return Promise.all(
          names.sort().map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
        );
      }
      return [];
    },
  };
}
