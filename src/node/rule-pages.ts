import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder with a page for every rule, `ID.md`: beside the folder of the bundle, or two folders up from a source file. Undefined where
 * they do not come with the installation.
 */
export function rulePages(programFolder: string): string | undefined {
  const folders = [
    join(programFolder, '..', 'docs', 'rules'),
    join(programFolder, '..', '..', 'docs', 'rules'),
  ];
  return folders.find((folder) => existsSync(folder));
}
