import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { normalizePath } from '../model/paths.ts';

/** See `FileSystem.linkText`. */
export function linkText(root: string, path: string): string | undefined {
  const normal = normalizePath(path);
  if (normal === undefined || normal.includes('\0')) return undefined;
  try {
    const link = join(realpathSync.native(root), normal);
    const folder = dirname(link);
    return realpathSync.native(folder) === folder ? readlinkSync(link) : undefined;
  } catch {
    return undefined;
  }
}
