import type { Finding } from '../model/finding.ts';
import { evidenceRule } from './evidence.ts';
import { historyRule } from './history.ts';
import { referencesRule } from './references.ts';
import type { CaseView, Rule } from './rule.ts';

const RULES: readonly Rule[] = [referencesRule, evidenceRule, historyRule];

/** What all rules find in one case. What the readers found of the text itself is not repeated. */
export function checkCase(view: CaseView): Finding[] {
  return RULES.flatMap((rule) => rule(view));
}
