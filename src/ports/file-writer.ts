/** What became of a write. Every outcome is an answer, not an exception. */
export type FileWritten =
  | { readonly kind: 'written' }
  /** It is there already, or it is not what it was: somebody else wrote it meanwhile. Nothing was written. */
  | { readonly kind: 'exists' | 'changed' }
  /** The folder does not exist. */
  | { readonly kind: 'no-folder' }
  /** The path, once its links are followed, leads out of the root. Nothing was written. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Writes files below a root, and nothing else: by `..` or a symbolic link nothing is ever written outside of it. A file is written wholly or not at
 * all, whenever the process or the machine stops: what is new is written beside it, brought to the disk, and then given the name. Roots are
 * absolute, paths relative to the root; both use `/`.
 */
export interface FileWriter {
  /** Makes a file; one that is there stays as it is. */
  create(root: string, path: string, bytes: Uint8Array): Promise<FileWritten>;

  /** Gives a file that is there another content, if it still has the one that was read. Where the path is a link, what it leads to. */
  replace(root: string, path: string, before: Uint8Array, bytes: Uint8Array): Promise<FileWritten>;
}
