import { distance } from 'fastest-levenshtein';
import { say, sayCount } from '../../../l10n/say.ts';
import type { FindingsReport } from '../../../evidence/reports/report.ts';
import { similarNames } from '../../../evidence/similar-names.ts';
import type { Placed, Unmet } from './outcome.ts';

/** Among so many ids similar ones are looked for. */
const MOST_RULES = 5000;

/** Whether one of some reports speaks of a rule, or of a part of it. */
export function hasRule(reports: readonly Placed<FindingsReport>[], id: string): boolean {
  return reports.some(({ report: { rules } }) => {
    return rules.has(id) || [...rules].some((rule) => isPartOf(rule, id));
  });
}

/** Whether a rule is another one or a part of it, as SARIF writes ids: `a/b` is a part of the rule `a`. */
export function isPartOf(rule: string, whole: string): boolean {
  return rule === whole || rule.startsWith(`${whole}/`);
}

/** Whether one of some reports speaks of a rule that this one may be a part of: parts are not listed. */
function hasWhole(reports: readonly Placed<FindingsReport>[], id: string): boolean {
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) {
    const whole = id.slice(0, at);
    if (reports.some(({ report }) => report.rules.has(whole))) return true;
  }
  return false;
}

/**
 * What is wrong with expectations of rules that no report speaks of, by their ids: nothing was found by them since there is no such rule. That is
 * certain where the reports list all rules that ran, and where a rule that they speak of is one letter away; other ids may be those of rules that found
 * nothing, which many tools do not list.
 */
export function misspeltRules(
  unlisted: readonly string[],
  reports: readonly Placed<FindingsReport>[],
): ReadonlyMap<string, Unmet> {
  const listsAll = reports.every(({ report }) => report.listsAll);
  const known = unlisted.length === 0 ? [] : [...new Set(reports.flatMap(({ report }) => [...report.rules]))];
  const candidates = known.slice(0, MOST_RULES).map((id) => ({ whole: id, last: lastOf(id), value: id }));
  return new Map(
    unlisted.flatMap((id): [string, Unmet][] => {
      const [meant] = similarNames(id, lastOf(id), candidates);
      if (!(listsAll && !hasWhole(reports, id)) && !(meant !== undefined && isSlip(id, meant))) return [];
      const advice = say('Write the id as the tool has it, or have the tool run this rule.');
      return [[id, { reason: 'expectation', message: sayNoRule(id, known.length, meant), advice }]];
    }),
  );
}

function sayNoRule(id: string, known: number, meant: string | undefined): string {
  return meant === undefined
    ? sayCount(known, 'the log names 1 rule, and no {1}', 'the log names {0} rules, and no {1}', id)
    : sayCount(
        known,
        'the log names 1 rule, and no {1} (did you mean {2}?)',
        'the log names {0} rules, and no {1} (did you mean {2}?)',
        id,
        meant,
      );
}

/** One letter away. Ids that differ in their digits are mostly of two rules. */
function isSlip(id: string, other: string): boolean {
  return distance(id, other) === 1 && id.replace(/\d/g, '') !== other.replace(/\d/g, '');
}

/** Behind the folders or packages of a rule. */
function lastOf(id: string): string {
  return /[^./]*$/.exec(id.slice(-200))![0];
}
