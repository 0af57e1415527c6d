/**
 * Folds `.`, `..` and repeated slashes of a relative path with `/`. A trailing slash goes; the root itself is ''.
 * Undefined for a path that leaves its root, and for absolute ones (`/x`, `C:/x`, `\\server`).
 */
export function normalizePath(path: string): string | undefined {
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The folder a path lies in; '' for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins two paths with `/`; either may be empty. */
export function joinPath(folder: string, path: string): string {
  if (folder === '' || path === '') return folder + path;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** `path` relative to `folder`, or undefined if it does not lie below it. Both absolute or both relative, with `/`. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
