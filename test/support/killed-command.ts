import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * A program of its own: `killed-command.ts STEP FOLDER ARGS…` runs `warrant ARGS…` in a folder, and is killed at one of the steps by which it writes
 * a file, counted from 0: between them, and in the middle of writing. With more steps than there are it ends by itself.
 */

const [, , steps, folder, ...args] = process.argv;
let left = Number(steps);

/** The end of this process, without any chance to tidy up, when it is time. */
function step(): void {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
}

function around<A extends unknown[], R>(work: (...args: A) => Promise<R>, counts: (...args: A) => boolean) {
  return async function (this: unknown, ...given: A): Promise<R> {
    if (!counts(...given)) return work.apply(this, given);
    step();
    const result = await work.apply(this, given);
    step();
    return result;
  };
}

const handle = await promises.open(process.execPath, 'r');
const methods = Object.getPrototypeOf(handle) as typeof handle;
await handle.close();
const always = (): boolean => true;
methods.sync = around(methods.sync, always);
methods.writeFile = async function (this: typeof handle, data) {
  const bytes = Buffer.from(data as Uint8Array);
  const half = bytes.length >> 1;
  step();
  await this.write(bytes, 0, half);
  step();
  await this.write(bytes, half);
  step();
};
Object.assign(promises, {
  open: around(promises.open, (_path, flags) => flags === 'wx'),
  rename: around(promises.rename, always),
  link: around(promises.link, always),
  unlink: around(promises.unlink, always),
});
syncBuiltinESMExports();

const { runWarrant } = await import('./command-line.ts');
const { status, log } = await runWarrant(folder!, ...args);
process.stderr.write(log);
process.exitCode = status;
