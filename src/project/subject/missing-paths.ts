import { type Deletion, findDeletions } from '../../history/deletions.ts';
import { ignoredPaths } from '../../history/files.ts';
import { type Git, GitError } from '../../ports/git.ts';

/** What git says of paths that are not there. */
export class MissingPaths {
  private readonly deletions = new Map<string, Deletion | undefined>();
  private readonly ignored = new Map<string, boolean>();

  constructor(
    private readonly git: Git,
    private readonly head: string,
  ) {}

  /** Asks about all of some paths, in a constant number of processes. @throws GitError */
  async lookFor(paths: Iterable<string>): Promise<void> {
    const unknown = [...new Set(paths)].filter((path) => !this.ignored.has(path));
    if (unknown.length === 0) return;
    const [ignored, deletions] = await Promise.all([
      ignoredPaths(this.git, unknown),
      this.findDeletions(unknown),
    ]);
    for (const path of unknown) {
      this.ignored.set(path, ignored.has(path));
      this.deletions.set(path, deletions.get(path));
    }
  }

  /** When a path went; undefined if it never was there, or not known. */
  deletion(path: string): Deletion | undefined {
    return this.deletions.get(path);
  }

  isIgnored(path: string): boolean {
    return this.ignored.get(path) ?? false;
  }

  /** Where a clone has too little of history, what is not there is just missing. */
  private async findDeletions(paths: readonly string[]): Promise<Map<string, Deletion>> {
    try {
      return await findDeletions(this.git, this.head, paths);
    } catch (error) {
      if (error instanceof GitError && (error.problem === 'not-fetched' || error.problem === 'failed')) {
        return new Map();
      }
      throw error;
    }
  }
}
