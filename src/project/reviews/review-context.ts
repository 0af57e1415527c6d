import type { NewestReviews } from '../../model/newest-reviews.ts';
import { folderOf } from '../../model/paths.ts';
import type { Git } from '../../ports/git.ts';
import type { Host } from '../../ports/host.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Subject, repositoryRoot } from '../subject/subject.ts';

/** What is needed to record reviews. */
export interface ReviewContext {
  readonly host: Host;
  /** As it is now. */
  readonly snapshot: Snapshot;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly reviewsOf: (claimFile: string) => Promise<NewestReviews>;
  /** The folder that a file must not lead out of. */
  readonly rootFor: (file: string) => string;
  /** Whether an editor holds something else than the disk. */
  readonly isUnsaved: (file: string) => Promise<boolean>;
}

/** Does something with the git of the repository that holds a file; nothing where there is none, or git may not run. */
export async function withGitOf<T>(
  file: string,
  { host, subjects }: ReviewContext,
  work: (git: Git, root: string) => Promise<T>,
): Promise<T | undefined> {
  const root = await repositoryRoot(folderOf(file), host);
  if (root === undefined || !host.openGit) return undefined;
  const known = subjects.get(root)?.git;
  const git = known ?? host.openGit(root);
  try {
    return await work(git, root);
  } finally {
    if (!known) git.dispose();
  }
}
