import type { EvidenceLink } from '../../../model/case.ts';
import { sayDate } from '../../../model/phrases.ts';
import type { Target, Verdict } from '../../../model/verdict.ts';
import type { BaselineAnswer } from './baseline.ts';
import { sayWithoutGit } from '../explain.ts';
import type { JudgeContext } from '../judge-context.ts';
import { verdict } from '../verdicts.ts';
import type { ReferencePoint } from '../../subject/versions.ts';

/** The moment to compare with, or the verdict where there is none; undefined where git may not be asked now. */
export function referencePoint(
  answer: Exclude<BaselineAnswer, { kind: 'review' }>,
  link: EvidenceLink,
  targets: readonly Target[],
  { subject }: JudgeContext,
): ReferencePoint | Verdict | undefined {
  switch (answer.kind) {
    case 'as-at-head':
      return { kind: 'head' };
    case 'commit':
      return { kind: 'commit', baseline: answer.baseline };
    case 'none':
      return verdict(
        'unreviewed',
        'never-reviewed',
        `Nobody has judged yet whether ${link.locator} supports this.`,
        { targets },
      );
    case 'unknown':
      return verdict('unknown', answer.reason, sayUnknown(answer.reason, subject.facts.withoutGit), {
        targets,
      });
    case 'not-asked':
      return undefined;
  }
}

/** Evidence that did not exist when the claim was written was never judged. */
export function absentAtBaseline(
  link: EvidenceLink,
  targets: readonly Target[],
  point: ReferencePoint,
  now: Date,
): Verdict {
  const when = point.kind === 'commit' ? ` on ${sayDate(point.baseline.date, now)}` : '';
  return verdict(
    'unreviewed',
    'never-reviewed',
    `${link.locator} was not there when the claim was last edited${when}, so nobody has judged it.`,
    { targets },
  );
}

function sayUnknown(reason: string, withoutGit: Parameters<typeof sayWithoutGit>[0] | undefined): string {
  if (reason === 'shallow') {
    return 'The clone is shallow and does not reach back to when the claim was judged. Run git fetch --unshallow.';
  }
  if (reason === 'not-fetched') {
    return 'The commit that the evidence is to be compared with is not in this clone. Fetch it to have it looked at.';
  }
  return withoutGit ? sayWithoutGit(withoutGit) : 'There is no history to compare the evidence with.';
}
