import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/**
 * How to start npm without knowing where it is installed: the npm that started this script if there is one, else the one on PATH.
 *
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }} for `spawn`; the shell is needed for `npm.cmd` on Windows
 */
export function npmCommand(args) {
  const running = process.env.npm_execpath;
  if (running && basename(running) === 'npm-cli.js') {
    return { command: process.execPath, args: [running, ...args], shell: false };
  }
  return { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}

/**
 * Runs npm with this terminal as its output.
 *
 * @param {readonly string[]} args
 * @param {string} folder absolute path, where it runs
 * @throws {Error} if it fails
 */
export function runNpm(args, folder) {
  const { command, args: all, shell } = npmCommand(args);
  const result = spawnSync(command, all, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell });
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`\`npm ${args.join(' ')}\` failed with status ${result.status}.`);
}
