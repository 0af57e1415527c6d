import { say } from '../l10n/say.ts';
import { closest } from '../model/closest.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { RULE_LEVELS, type RuleLevel } from '../model/settings.ts';
import type { Suppression } from '../model/suppression.ts';
import { CATALOGUE } from './catalogue.ts';

/** What a person said about the findings of one file. */
export interface Wishes {
  /** By rule id. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In the order of the file. */
  readonly suppressions: readonly Suppression[];
}

/** Found today and gone tomorrow, by what others commit: a comment that silences them may have nothing to silence just now. */
const COMES_AND_GOES: ReadonlySet<string> = new Set(['evidence-changed', 'evidence-uncommitted']);

/**
 * The findings of one file as a person wants them: with the severities they set, and without those they silenced. Comments that silence
 * nothing, or a rule that does not exist, are findings in their turn.
 */
export function settle(
  findings: readonly Finding[],
  { levels, suppressions }: Wishes,
  file: string,
): Finding[] {
  const used = new Set<Suppression>();
  const byLine = new Map<string, Suppression>();
  for (const one of suppressions) byLine.set(`${one.line} ${one.rule}`, one);
  const kept = findings.filter(({ rule, range }) => {
    const suppression = byLine.get(`${range.start.line} ${rule}`);
    if (!suppression || CATALOGUE.get(rule)?.fixed) return true;
    used.add(suppression);
    return false;
  });
  const unused = suppressions
    .filter((one) => !used.has(one) && !COMES_AND_GOES.has(one.rule))
    .map((one) => sayUnused(one, file));
  return [...kept, ...unused].flatMap((finding) => {
    const level = levelOf(finding, levels);
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}

/**
 * How loud a finding is. Some are milder than is usual for their rule, such as those of a path that is only mentioned: what a person sets
 * can make them milder still, and not louder.
 */
function levelOf({ rule, severity }: Finding, levels: ReadonlyMap<string, RuleLevel>): RuleLevel {
  const info = CATALOGUE.get(rule);
  const usual = info?.level ?? severity;
  const wanted = info?.fixed ? undefined : levels.get(rule);
  if (wanted === undefined) return usual === 'off' ? 'off' : severity;
  return loudness(severity) < loudness(usual) ? quieter(severity, wanted) : wanted;
}

function quieter(severity: Severity, wanted: RuleLevel): RuleLevel {
  return loudness(wanted) < loudness(severity) ? wanted : severity;
}

function loudness(level: RuleLevel): number {
  return RULE_LEVELS.indexOf(level);
}

function sayUnused({ rule, range, line }: Suppression, file: string): Finding {
  const info = CATALOGUE.get(rule);
  if (info && !info.fixed) {
    const message = say('There is no {0} in line {1}, so this silences nothing. Remove it.', rule, line + 1);
    return { rule: 'unused-suppression', severity: 'hint', message, file, range };
  }
  const similar = info ? undefined : closest(rule, CATALOGUE.keys());
  const message = info
    ? say(
        '{0} cannot be silenced, because what it speaks of was not read. Correct it, and remove this.',
        rule,
      )
    : rule === ''
      ? say('This names no rule. Write which findings it is to silence: `warrant-disable-next-line RULE`.')
      : `${say('There is no rule {0}.', rule)} ${similar ? say('Did you mean {0}?', similar) : say('`warrant rules` lists them.')}`;
  return { rule: 'unknown-rule', severity: 'warning', message, file, range };
}
