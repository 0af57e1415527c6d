import type { FileStamp } from './file-stamp.ts';

/** What a read gave. Every outcome but `file` is an answer, not an exception. */
export type FileRead =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** Nothing is there. */
  | { readonly kind: 'missing' }
  /** The path, once its links are followed, leads out of the root. Nothing was read. */
  | { readonly kind: 'outside' }
  /** Larger than the limit, in bytes. Nothing was read. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** A folder, a socket, a file that may not be read … */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Files below a root, and nothing else: an implementation never reads what lies outside `root`, by `..` or by a symbolic link.
 * Roots are absolute, paths relative to the root; both use `/`.
 */
export interface FileSystem {
  read(root: string, path: string, limitBytes: number): Promise<FileRead>;

  /** What stands at `path` without reading it; `outside` as for `read`. */
  kind(root: string, path: string): Promise<'file' | 'folder' | 'missing' | 'outside'>;

  /**
   * What the file system says of a regular file, without opening it. Undefined where there is none, and where a part of the path is a link: what
   * that leads to is for `read` to find out.
   */
  stamp(root: string, path: string): Promise<FileStamp | undefined>;

  /**
   * Where the symbolic link at `path` leads, as it is written, whether or not anything is there. Undefined where there is no link, and where a
   * folder above it is one.
   */
  linkText(root: string, path: string): Promise<string | undefined>;

  /**
   * Every file below the root that matches one of the globs (all, where none are given), sorted. `.git` and `node_modules` are left out and
   * links to folders are not followed. For roots that git does not know.
   */
  list(root: string, globs?: readonly string[]): Promise<string[]>;

  /** The nearest folder at or above `folder` that holds an entry called `name`, or undefined. Absolute, with `/`. */
  findUp(folder: string, name: string): Promise<string | undefined>;
}
