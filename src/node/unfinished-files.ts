import { readdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that is not heard of for so long, in milliseconds, is nobody's, if its process is gone too: on a shared disk it may be another machine's. */
const ABANDONED_AFTER = 10_000;

/** What a file is called while it is being written. @param tag tells it from others of this process */
export function unfinishedName(path: string, tag: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${tag}.tmp`);
}

/** Removes what processes left that ended in the middle of writing a file. Never fails. */
export async function removeLeftovers(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(prefix) && /^(\d+)\.[0-9a-f]{8}\.tmp$/.exec(name.slice(prefix.length))?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    const file = join(dirname(path), name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER) await unlink(file).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
