import type { RepositoryFacts } from '../../history/repository.ts';
import {
  ALL_CHANGED,
  type ChangedPaths,
  type FileTouch,
  type Screen,
  screenChanges,
} from '../../history/screen.ts';
import { type Git, GitError } from '../../ports/git.ts';

/** The claim files of a repository, each screened once. */
export class ScreenedFiles {
  private readonly screened = new Map<string, Screen>();

  constructor(
    private readonly git: Git,
    private readonly facts: RepositoryFacts & { readonly head: string },
  ) {}

  /** Screens those that were not yet, all together. @throws GitError */
  async screen(claimFiles: Iterable<string>): Promise<void> {
    const unknown = [...new Set(claimFiles)].filter((file) => !this.screened.has(file));
    if (unknown.length === 0) return;
    const screen = await this.screenOrNot(unknown);
    for (const file of unknown) this.screened.set(file, screen);
  }

  /** See `Screen`; undefined also for what was not screened. */
  changedSince(claimFile: string): ChangedPaths | 'all' | undefined {
    return this.screened.get(claimFile)?.changedSince(claimFile);
  }

  /** See `Screen`. */
  ageOf(claimFile: string, commit: string): number | undefined {
    return this.screened.get(claimFile)?.ageOf(commit);
  }

  /** See `Screen`. */
  touchesOf(claimFile: string): readonly FileTouch[] {
    return this.screened.get(claimFile)?.touchesOf(claimFile) ?? [];
  }

  /** Where git cannot screen, blame is asked, and if it cannot tell either, it says so for its claim file only. */
  private async screenOrNot(claimFiles: readonly string[]): Promise<Screen> {
    try {
      return await screenChanges(this.git, this.facts, claimFiles);
    } catch (error) {
      if (error instanceof GitError && (error.problem === 'not-fetched' || error.problem === 'failed')) {
        return ALL_CHANGED;
      }
      throw error;
    }
  }
}
