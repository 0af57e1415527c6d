/* `npm run package`: makes out/warrant.vsix, what a user installs. It builds first (`vscode:prepublish` in package.json). */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMain } from './main.ts';
import { OUT, ROOT } from './paths.ts';
import { runOrThrow } from './run.ts';

export const VSIX = join(OUT, 'warrant.vsix');

/**
 * Packages the extension. All it needs is bundled, so it carries no packages.
 *
 * @throws Error with what vsce said if that fails
 */
export async function packageExtension(): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await rm(VSIX, { force: true });
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const said = await runOrThrow(process.execPath, [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--no-rewrite-relative-links',
    ...['--out', VSIX],
  ]);
  if (/\bWARNING\b/.test(said)) console.log(said.trim());
}

await ifMain(import.meta.url, packageExtension);
