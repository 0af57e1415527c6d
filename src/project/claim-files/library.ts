import type { FileIndex } from '../../evidence/file-index.ts';
import type { CaseFormat } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import type { ClaimFile } from './claim-file.ts';

/** Where files come from that an argument goes on in. Nothing outside a root is ever read. */
export interface Library {
  /**
   * The roots that a claim file's other files may lie in, absolute with `/`: its own repository or folder first, then what the person named as the
   * subject.
   */
  rootsOf(file: string): Promise<readonly string[]>;
  /** The files of a root; undefined where it was never looked at and may not be now. */
  indexAt(root: string): Promise<FileIndex | undefined>;
  /** What stands at a path below a root, without reading it. */
  kind(root: string, path: string): Promise<'file' | 'folder' | 'missing' | 'outside'>;
  /**
   * Reads a file, once a version.
   *
   * @param as the notation, where the name alone would not say it
   */
  read(root: string, path: string, as?: CaseFormat): Promise<ClaimFile>;
}

/** What a claim file goes on in. */
export interface Gathered<T> {
  readonly found: readonly T[];
  /** At the places that name what is not there, or not clear. */
  readonly findings: readonly Finding[];
}
