import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from '../paths.ts';

/**
 * A folder of the cache, filled the first time it is asked for. It gets its name only when it is complete, so neither an interruption nor
 * another run at the same time leaves half of one.
 *
 * @param name what it holds, with the version: another version is another folder
 * @param fill puts everything into the empty folder it is given
 * @returns its absolute path
 * @throws Error from `fill`
 */
export async function installOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const final = join(CACHE, name);
  if (existsSync(final)) return final;
  await removeAbandoned();
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(`${final}.partial-${process.pid}-`);
  try {
    await fill(partial);
    await rename(partial, final);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(final)) throw error;
  }
  return final;
}

/** Removes what interrupted runs left, but not what another run is filling now. */
async function removeAbandoned(): Promise<void> {
  if (!existsSync(CACHE)) return;
  for (const name of await readdir(CACHE)) {
    const owner = /\.partial-(\d+)-/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}
