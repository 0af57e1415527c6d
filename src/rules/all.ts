import type { Finding } from '../model/finding.ts';
import { acceptanceExpiredRule, acceptanceIncompleteRule } from './acceptance.ts';
import { unansweredRule, unattachedRule, undercutRule } from './defeaters.ts';
import { evidenceRule } from './evidence.ts';
import { historyRule } from './history.ts';
import { idPrefixRule } from './id-prefix.ts';
import { illegalParentRule } from './illegal-parent.ts';
import { referencesRule } from './references.ts';
import { unknownRequirementRule, unknownStandardRule } from './requirements.ts';
import type { CaseView, Check, Rule } from './rule.ts';
import { sameTextRule } from './same-text.ts';
import { selfAnsweredRule } from './self-answered.ts';
import { developedRule, evidenceChildrenRule, strategyRule, undevelopedRule } from './support.ts';
import { noTopClaimRule, severalTopClaimsRule, unreachableRule } from './top-claims.ts';
import { weaselWordsRule } from './weasel-words.ts';

/** What is checked of an argument. */
export const RULES: readonly Rule[] = [
  noTopClaimRule,
  severalTopClaimsRule,
  unreachableRule,
  illegalParentRule,
  idPrefixRule,
  undevelopedRule,
  developedRule,
  strategyRule,
  evidenceChildrenRule,
  unansweredRule,
  unattachedRule,
  selfAnsweredRule,
  undercutRule,
  acceptanceIncompleteRule,
  acceptanceExpiredRule,
  unknownRequirementRule,
  unknownStandardRule,
  sameTextRule,
  weaselWordsRule,
];

/** Checks whose findings are of several rules. */
const CHECKS: readonly Check[] = [referencesRule, evidenceRule, historyRule];

/**
 * What all rules find in one case, those that are off by default included: what a person set is applied later (`settle.ts`). What the readers
 * found of the text itself is not repeated.
 */
export function checkCase(view: CaseView): Finding[] {
  const found = RULES.flatMap(({ id, level, check }) =>
    check(view).map((finding) => ({
      severity: level === 'off' ? ('hint' as const) : level,
      ...finding,
      rule: id,
    })),
  );
  return [...CHECKS.flatMap((check) => check(view)), ...found];
}
