import {
  type Stats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import picomatch from 'picomatch';
import { say } from '../l10n/say.ts';
import { normalizePath } from '../model/paths.ts';
import type { FileRead, FileSystem } from '../ports/file-system.ts';
import { fileStamper } from './file-stamp.ts';
import { linkText } from './link-text.ts';

/** Files below a root on this machine's disk. A link that leads out of the root is answered with `outside`, and not followed. */
export function nodeFileSystem(): FileSystem {
  const answer = lettingOthers();
  const stampFile = fileStamper();
  return {
    read: (root, path, limitBytes) => answer(read(root, path, limitBytes)),
    kind: (root, path) => answer(kind(root, path)),
    stamp: (root, path) => answer(stampFile(root, path)),
    linkText: (root, path) => answer(linkText(root, path)),
    list,
    findUp: (folder, name) => answer(findUp(folder, name)),
  };
}

/** After so many answers in a row whatever else waits has its turn: messages of an editor, output of git. */
const MOST_IN_A_ROW = 64;

function lettingOthers(): <T>(value: T) => Promise<T> {
  let inARow = 0;
  return (value) => {
    inARow = (inARow + 1) % MOST_IN_A_ROW;
    return inARow === 0 ? new Promise((resolve) => setImmediate(resolve, value)) : Promise.resolve(value);
  };
}

type Place = { readonly kind: 'missing' | 'outside' } | { readonly kind: 'inside'; readonly path: string };

/**
 * Reads at once, and not by promises: a check reads thousands of files, and to hand each of eight questions a file over to another thread takes ten
 * times longer than the answers. No file is large.
 */
function read(root: string, path: string, limitBytes: number): FileRead {
  try {
    const place = locate(root, path);
    if (place.kind !== 'inside') return place;
    const before = statSync(place.path);
    // Asked before opening: opening a pipe or a device can block, or do something.
    if (!before.isFile()) return { kind: 'unreadable', why: describeOther(before) };
    if (before.size > limitBytes) return { kind: 'too-large', size: before.size };
    return readRegularFile(root, path, place.path, before, limitBytes);
  } catch (error) {
    return readFailure(error);
  }
}

/** Reads what `before` described, or nothing: between look and open, a file or a folder above it may have been replaced by a link. */
function readRegularFile(
  root: string,
  path: string,
  resolved: string,
  before: Stats,
  limitBytes: number,
): FileRead {
  const handle = openSync(resolved, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const opened = fstatSync(handle);
    const place = locate(root, path);
    if (place.kind !== 'inside') return place;
    if (
      place.path !== resolved ||
      opened.ino !== before.ino ||
      opened.dev !== before.dev ||
      !opened.isFile()
    ) {
      return { kind: 'unreadable', why: say('it was replaced while it was being read') };
    }
    // One byte more than the limit shows that the file has grown beyond it since.
    const buffer = Buffer.alloc(Math.min(opened.size, limitBytes) + 1);
    let length = 0;
    while (length < buffer.length) {
      const bytesRead = readSync(handle, buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > limitBytes) return { kind: 'too-large', size: fstatSync(handle).size };
    return { kind: 'file', bytes: buffer.subarray(0, length) };
  } finally {
    closeSync(handle);
  }
}

function kind(root: string, path: string): 'file' | 'folder' | 'missing' | 'outside' {
  try {
    const place = locate(root, path);
    if (place.kind !== 'inside') return place.kind;
    return statSync(place.path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

/** Where a path leads once all links are followed. */
function locate(root: string, path: string): Place {
  const normal = normalizePath(path);
  if (normal === undefined) return { kind: 'outside' };
  if (normal.includes('\0')) return { kind: 'missing' };
  try {
    const realRoot = realpathSync.native(root);
    const real = realpathSync.native(join(realRoot, normal));
    const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
    return real === realRoot || real.startsWith(prefix)
      ? { kind: 'inside', path: real }
      : { kind: 'outside' };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    throw error;
  }
}

async function list(root: string, globs: readonly string[] = ['**']): Promise<string[]> {
  // The walker is given no glob of the caller's: one with `..` in it, or in its braces, would lead it out of the root.
  const entries = await fastGlob.glob('**', {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    objectMode: true,
    ignore: ['**/.git', '**/.git/**', '**/node_modules', '**/node_modules/**'],
    suppressErrors: true,
  });
  const matches = picomatch([...globs], { dot: true });
  const paths: string[] = [];
  for (const { path, dirent } of entries) {
    if (dirent.isDirectory() || !matches(path)) continue;
    if (dirent.isSymbolicLink() && kind(root, path) !== 'file') continue;
    paths.push(path);
  }
  return paths.sort();
}

function findUp(folder: string, name: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (isThere(join(current, name))) return toSlashes(current);
    if (dirname(current) === current) return undefined;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function describeOther(stats: Stats): string {
  if (stats.isDirectory()) return say('it is a folder');
  if (stats.isFIFO()) return say('it is a named pipe');
  if (stats.isSocket()) return say('it is a socket');
  return say('it is a device');
}

function readFailure(error: unknown): FileRead {
  if (isMissing(error)) return { kind: 'missing' };
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', why: say('you may not read it') };
    case 'ELOOP':
      return { kind: 'unreadable', why: say('its links lead in a circle') };
    default:
      return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
