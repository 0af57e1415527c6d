import { isIgnored } from '../../history/ignored.ts';
import { say } from '../../l10n/say.ts';
import { push } from '../../model/multimap.ts';
import { baseName, pathBelow } from '../../model/paths.ts';
import { unlessGitFails } from '../judging/unread.ts';
import { appendReviews, whyNotAppendable } from './append-reviews.ts';
import { type ReviewContext, withGitOf } from './review-context.ts';
import type { RecordedReview, ReviewOutcome } from './review-request.ts';
import { ensureUnion } from './union-attribute.ts';

/** Appends reviews to their files, one file after the other, each wholly or not at all. */
export async function writeRecords(
  reviews: readonly RecordedReview[],
  context: ReviewContext,
): Promise<Pick<ReviewOutcome, 'recorded' | 'files' | 'notes' | 'unwritten'>> {
  const byFile = new Map<string, RecordedReview[]>();
  for (const review of reviews) push(byFile, review.file, review);
  const recorded: RecordedReview[] = [];
  const files: string[] = [];
  const notes: string[] = [];
  const unwritten: string[] = [];
  for (const [file, some] of byFile) {
    const root = context.rootFor(file);
    const path = pathBelow(root, file) ?? baseName(file);
    const obstacle = await whyNotAppendable(root, path, context.host.files);
    // First, so that no review is ever there without it.
    const union =
      obstacle === undefined
        ? await withGitOf(file, context, (git, home) =>
            ensureUnion(home, pathBelow(home, file) ?? baseName(file), git, context.host),
          )
        : undefined;
    if (union?.file) files.push(union.file);
    if (union?.note) notes.push(union.note);
    const records = some.map(({ record }) => record);
    const problem = obstacle ?? (await appendReviews(root, path, records, context.host));
    if (problem !== undefined) unwritten.push(problem);
    else {
      files.push(file);
      recorded.push(...some);
    }
  }
  notes.push(...(await warnOfIgnored([...new Set(recorded.map(({ file }) => file))], context)));
  return { recorded, files: [...new Set(files)], notes: [...new Set(notes)], unwritten };
}

/** Says of review files that git leaves out that nobody else will have them. */
export async function warnOfIgnored(files: readonly string[], context: ReviewContext): Promise<string[]> {
  const warnings: string[] = [];
  for (const file of files) {
    const ignored = await unlessGitFails(
      withGitOf(file, context, (git, home) => isIgnored(git, pathBelow(home, file) ?? baseName(file))),
      false,
    );
    if (ignored) {
      warnings.push(
        say(
          'Warning: git ignores {0}, so nobody else will have these reviews. Take it out of .gitignore (git check-ignore -v {0} says where), and commit it.',
          baseName(file),
        ),
      );
    }
  }
  return warnings;
}
