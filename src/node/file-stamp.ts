import { type BigIntStats, lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { normalizePath } from '../model/paths.ts';
import type { FileStamp, Instant } from '../ports/file-stamp.ts';

/**
 * See `FileSystem.stamp`. At once, and not by a promise: a check asks for thousands, and on a local disk handing a question over to another thread
 * takes many times longer than the answer.
 */
export function stampFile(root: string, path: string): FileStamp | undefined {
  const normal = normalizePath(path);
  if (normal === undefined || normal.includes('\0')) return undefined;
  try {
    const file = join(realpathSync.native(root), normal);
    const folder = dirname(file);
    if (realpathSync.native(folder) !== folder) return undefined;
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
