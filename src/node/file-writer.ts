import { randomBytes } from 'node:crypto';
import {
  type FileHandle,
  link,
  lstat,
  open,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { normalizePath } from '../model/paths.ts';
import type { FileWriter, FileWritten } from '../ports/file-writer.ts';
import { removeLeftovers, unfinishedName } from './unfinished-files.ts';

/** Writes files on this machine's disk. */
export function nodeFileWriter(): FileWriter {
  return {
    create: (root, path, bytes) =>
      write(root, path, async (place) => {
        if (place.exists) return { kind: 'exists' };
        // A link fails where a rename would silently replace.
        await withUnfinished(place.path, bytes, undefined, (unfinished) => link(unfinished, place.path));
        return { kind: 'written' };
      }),
    replace: (root, path, before, bytes) =>
      write(root, path, async (place) => {
        const found = place.exists ? await stat(place.path) : undefined;
        if (!found?.isFile()) return { kind: 'changed' };
        let isSame = false;
        await withUnfinished(place.path, bytes, found.mode & 0o777, async (unfinished) => {
          // Compared at the last moment, so that what somebody else wrote meanwhile is not lost.
          isSame = Buffer.compare(await readFile(place.path), before) === 0;
          if (isSame) await rename(unfinished, place.path);
        });
        return { kind: isSame ? 'written' : 'changed' };
      }),
  };
}

interface Place {
  /** With all links followed. */
  readonly path: string;
  readonly exists: boolean;
}

async function write(
  root: string,
  path: string,
  work: (place: Place) => Promise<FileWritten>,
): Promise<FileWritten> {
  try {
    const place = await locate(root, path);
    if (place === 'outside') return { kind: 'outside' };
    const written = await work(place);
    if (written.kind === 'written') await syncFolder(dirname(place.path));
    return written;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return { kind: 'exists' };
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'no-folder' };
    return { kind: 'failed', why: WHY[code] ?? (error instanceof Error ? error.message : String(error)) };
  }
}

/** Where a path leads once all links are followed. A link that leads nowhere may lead out. */
async function locate(root: string, path: string): Promise<Place | 'outside'> {
  const normal = normalizePath(path);
  if (!normal || normal.includes('\0')) return 'outside';
  const realRoot = await realpath(root);
  const named = join(realRoot, normal);
  const inFolder = join(await realpath(dirname(named)), basename(named));
  const isThere = await lstat(inFolder).then(
    () => true,
    () => false,
  );
  const real = isThere ? await realpath(inFolder).catch(() => undefined) : inFolder;
  const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
  return real?.startsWith(prefix) ? { path: real, exists: isThere } : 'outside';
}

/** Writes a file beside another, has it given the name, and leaves none behind. */
async function withUnfinished(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  finish: (unfinished: string) => Promise<void>,
): Promise<void> {
  await removeLeftovers(path);
  const unfinished = unfinishedName(path, randomBytes(4).toString('hex'));
  try {
    const file: FileHandle = await open(unfinished, 'wx', mode ?? 0o666);
    try {
      // The mode given above is cut by what the person lets no file have.
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await finish(unfinished);
  } finally {
    await unlink(unfinished).catch(() => {});
  }
}

/** Brings the name to the disk, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows opens no folders; what is written is whole all the same.
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'you have no room left on the disk',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
