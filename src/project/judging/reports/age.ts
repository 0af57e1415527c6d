import { say, sayCount } from '../../../l10n/say.ts';
import type { Report } from '../../../evidence/reports/report.ts';
import { sayDate } from '../../../model/phrases.ts';
import type { JudgeContext } from '../judge-context.ts';
import { type Outcome, type Placed, outcome } from './outcome.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Compares how old reports are with how old they may be, in days. Undefined where git would have to be asked and may not be. */
export async function expectAge(
  maxAgeDays: number,
  reports: readonly (Placed<Report> & { readonly oid: string })[],
  { subject, now }: JudgeContext,
): Promise<Outcome | undefined> {
  const unmet: Outcome['unmet'][number][] = [];
  const unsure: string[] = [];
  let greatest = 0;
  for (const { path, report, oid } of reports) {
    const time = report.at ?? (await timeByGit(path, oid, subject));
    if (time === undefined) return undefined;
    if (typeof time !== 'string') {
      unsure.push(time.unsure);
      continue;
    }
    const days = (now.getTime() - Date.parse(time)) / DAY;
    greatest = Math.max(greatest, days);
    if (days < -1) {
      unsure.push(
        say('how old it is: it says that it is of {0}, which is still to come', sayDate(time, now)),
      );
    } else if (days > maxAgeDays) {
      const [old, when] = [Math.floor(days), sayDate(time, now)];
      const message =
        report.at === undefined
          ? sayCount(
              old,
              'it is 1 day old (allowed: {1}), of {2}, when it was committed',
              'it is {0} days old (allowed: {1}), of {2}, when it was committed',
              maxAgeDays,
              when,
            )
          : sayCount(
              old,
              'it is 1 day old (allowed: {1}), of {2}',
              'it is {0} days old (allowed: {1}), of {2}',
              maxAgeDays,
              when,
            );
      unmet.push({ reason: 'too-old', message, path });
    }
  }
  const oldest = Math.max(0, Math.floor(greatest));
  const age = sayCount(oldest, '1 day old (allowed: {1})', '{0} days old (allowed: {1})', maxAgeDays);
  return outcome({ unmet, unsure, said: unsure.length > 0 ? [] : [age] });
}

/** When the content of a report that does not say when it was made was committed. */
async function timeByGit(
  path: string,
  oid: string,
  { history }: JudgeContext['subject'],
): Promise<string | { readonly unsure: string } | undefined> {
  const nothing = {
    unsure: say('how old it is: it does not say when it was made, and it is not committed as it is now'),
  };
  if (history?.headOid(path) !== oid) return nothing;
  const last = history.lastCommit(path);
  if (last === undefined) return undefined;
  const commit = await last;
  if (commit === null) return nothing;
  if (history.facts.shallow && !commit.hasParents) {
    return {
      unsure: say(
        'how old it is: it does not say when it was made, and the clone is too shallow to tell (git fetch --unshallow)',
      ),
    };
  }
  return commit.date;
}
