import { say, sayCount } from '../l10n/say.ts';
import type { CaseView, Check } from './rule.ts';

/** `history-unknown`: said once a case, where git cannot tell whether evidence changed, so that silence is not taken for consent. */
export const historyRule: Check = (view) => {
  const unjudged = view.case.evidence.filter((link) => {
    const verdict = view.verdicts.get(link.key);
    return link.cited && verdict?.state === 'unknown' && WITHOUT_HISTORY.has(verdict.reason);
  });
  const why = unjudged.length > 0 && explain(view);
  if (!why) return [];
  const message = `${sayCount(unjudged.length, '{0} link could not be judged.', '{0} links could not be judged.')} ${why}`;
  return [
    {
      rule: 'history-unknown',
      severity: 'information',
      message,
      file: view.file,
      range: view.case.titleRange,
    },
  ];
};

const WITHOUT_HISTORY: ReadonlySet<string> = new Set(['no-git', 'shallow', 'not-fetched']);

function explain({ subject }: CaseView): string | undefined {
  if (subject.withoutHistory) return subject.withoutHistory;
  if (subject.shallow) {
    return say(
      'The clone is shallow and does not reach back to when they were judged. Run git fetch --unshallow.',
    );
  }
  return undefined;
}
