import { say } from '../../../l10n/say.ts';
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
        say('Nobody has judged yet whether {0} supports this.', link.locator),
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
  const message =
    point.kind === 'commit'
      ? say(
          '{0} was not there when the claim was last edited on {1}, so nobody has judged it.',
          link.locator,
          sayDate(point.baseline.date, now),
        )
      : say('{0} was not there when the claim was last edited, so nobody has judged it.', link.locator);
  return verdict('unreviewed', 'never-reviewed', message, { targets });
}

function sayUnknown(reason: string, withoutGit: Parameters<typeof sayWithoutGit>[0] | undefined): string {
  if (reason === 'shallow') {
    return say(
      'The clone is shallow and does not reach back to when the claim was judged. Run git fetch --unshallow.',
    );
  }
  if (reason === 'not-fetched') {
    return say(
      'The commit that the evidence is to be compared with is not in this clone. Fetch it to have it looked at.',
    );
  }
  return withoutGit ? sayWithoutGit(withoutGit) : say('There is no history to compare the evidence with.');
}
