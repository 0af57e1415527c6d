import assert from 'node:assert/strict';
import type { ReviewOutcome } from '../../../src/project/reviews/review-request.ts';
import type { Snapshot } from '../../../src/project/snapshot.ts';
import type { TestRepository } from '../../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../../support/project.ts';

export const ADA = 'Ada Author <ada@example.org>';
export const BEN = 'Ben Builder <ben@example.org>';

export const SOURCE = `def login(user):
    return check(user)


def logout(user):
    forget(user)
`;

/** The review file of `access.case.yaml`. */
export const REVIEWS = 'access.reviews.yaml';

/** Does something with a project over a repository that knows nothing of it yet. */
export async function withProject<T>(
  { root }: TestRepository,
  work: (opened: TestProject) => Promise<T>,
): Promise<T> {
  const opened = openProject({ roots: [root] });
  try {
    return await work(opened);
  } finally {
    opened.project.dispose();
  }
}

/** The links of a snapshot with these locators; all, where none is named. */
export function named(snapshot: Snapshot, locators: readonly string[]) {
  return snapshot.cases.flatMap((one) =>
    [...one.links.values()]
      .filter(({ link }) => locators.length === 0 || locators.includes(link.locator))
      .map(({ link }) => ({ case: one.key, link: link.key })),
  );
}

/** Records reviews of links, which must be possible. */
export async function review(
  repository: TestRepository,
  locators: readonly string[] = [],
  { by = ADA, note }: { readonly by?: string; readonly note?: string } = {},
): Promise<ReviewOutcome> {
  return withProject(repository, async ({ project }) => {
    const links = named(await project.check(), locators);
    const outcome = await project.review({ links, by, ...(note !== undefined && { note }) });
    assert.deepEqual(outcome.refused, []);
    assert.equal(outcome.recorded.length, links.length);
    return outcome;
  });
}

/** All links, as `locator: state/reason`, with who reviewed them. */
export async function verdicts(repository: TestRepository): Promise<string[]> {
  return withProject(repository, async ({ project }) => show(await project.check()));
}

/** The same of a snapshot. */
export function show(snapshot: Snapshot): string[] {
  const reviewers = snapshot.cases.flatMap((one) =>
    [...one.links.values()].map(({ verdict }) => verdict.review?.by.split(' ')[0]),
  );
  return showLinks(snapshot).map((line, at) => (reviewers[at] ? `${line} by ${reviewers[at]}` : line));
}
