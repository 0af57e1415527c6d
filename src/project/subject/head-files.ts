import type { TreeFile } from '../../history/trees.ts';

/** What HEAD has at every path. */
export class HeadFiles {
  private files: ReadonlyMap<string, TreeFile> | undefined;
  /** Symbolic links. */
  readonly links = new Set<string>();
  /** Submodules, with the commits that are recorded for them. */
  readonly submodules = new Map<string, string>();

  get isKnown(): boolean {
    return this.files !== undefined;
  }

  /** The id of what HEAD has at a path; null if it has nothing there, undefined if not known. */
  oid(path: string): string | null | undefined {
    return this.files && (this.files.get(path)?.oid ?? null);
  }

  learn(files: readonly TreeFile[]): void {
    this.files = new Map(files.map((file) => [file.path, file]));
    for (const { path, oid, kind } of files) {
      if (kind === 'submodule') this.submodules.set(path, oid);
      if (kind === 'link') this.links.add(path);
    }
  }
}
