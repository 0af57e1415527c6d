import { type BigIntStats, lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { normalizePath } from '../model/paths.ts';
import type { FileStamp, Instant } from '../ports/file-stamp.ts';

/**
 * How long a folder counts as real once it was found to be, in milliseconds. One that becomes a link in between does no harm: the stamp of another
 * file has another inode and time of change than the one that git remembers.
 */
const REAL_FOR_MS = 1000;

/**
 * Makes the function behind `FileSystem.stamp`. It answers at once, and not by a promise: a check asks for thousands, and on a local disk handing a
 * question over to another thread takes many times longer than the answer. Where folders lead is asked once for all files in them.
 */
export function fileStamper(): (root: string, path: string) => FileStamp | undefined {
  const known = new Map<string, string>();
  let knownUntil = 0;
  const realPath = (folder: string): string => {
    const now = performance.now();
    if (now > knownUntil) {
      known.clear();
      knownUntil = now + REAL_FOR_MS;
    }
    const real = known.get(folder) ?? realpathSync.native(folder);
    known.set(folder, real);
    return real;
  };
  return (root, path) => stampFile(root, path, realPath);
}

function stampFile(root: string, path: string, realPath: (folder: string) => string): FileStamp | undefined {
  const normal = normalizePath(path);
  if (normal === undefined || normal.includes('\0')) return undefined;
  try {
    const file = join(realPath(root), normal);
    const folder = dirname(file);
    if (realPath(folder) !== folder) return undefined;
    const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false });
    return stats?.isFile() ? toStamp(stats) : undefined;
  } catch {
    return undefined;
  }
}

function toStamp(stats: BigIntStats): FileStamp {
  return {
    size: Number(stats.size),
    modified: toInstant(stats.mtimeNs),
    changed: toInstant(stats.ctimeNs),
    inode: Number(BigInt.asUintN(32, stats.ino)),
  };
}

function toInstant(nanoseconds: bigint): Instant {
  const seconds = nanoseconds / 1_000_000_000n;
  return { seconds: Number(seconds), nanoseconds: Number(nanoseconds - seconds * 1_000_000_000n) };
}
