import { existsSync } from 'node:fs';
import { run } from '../run.ts';
import { onPath } from './installed-browsers.ts';

/**
 * Opens a folder in the desktop VS Code with the extension from this checkout.
 *
 * @param extension absolute path of the extension's folder
 * @param folder absolute path
 * @returns false where there is no desktop VS Code on PATH, or it does not start
 */
export async function openInDesktop(extension: string, folder: string): Promise<boolean> {
  const isWindows = process.platform === 'win32';
  // Inside a remote VS Code's terminal, `code` opens files in that window and cannot load an extension from its sources.
  const isRemote = process.env['VSCODE_IPC_HOOK_CLI'] !== undefined;
  if (isRemote || !onPath(isWindows ? 'code.cmd' : 'code').some((program) => existsSync(program)))
    return false;
  const args = [`--extensionDevelopmentPath=${extension}`, folder];
  const quoted = isWindows ? args.map((arg) => `"${arg}"`) : args;
  const { status } = await run('code', quoted, { shell: isWindows, timeout: 60_000 });
  return status === 0;
}
