import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { Range } from '../model/text.ts';
import type { CaseView, RuleFinding } from './rule.ts';

/** How much of a text stands for a node that has no id. */
const MOST_TEXT = 40;

/** What a message calls a node: its id or, where its author gave it none, the beginning of its text in quotes. */
export function nameOf({ id, text, derived }: CaseNode): string {
  if (!derived || text === '') return id;
  return say('“{0}”', text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT).trimEnd()}…` : text);
}

/** A finding at a node, on its id unless a range is given. */
export function atNode(
  view: CaseView,
  node: CaseNode,
  message: string,
  more: Partial<RuleFinding> = {},
): RuleFinding {
  return { file: fileOf(view, node), range: node.idRange, node: node.id, message, ...more };
}

/** A node of the same argument as a place that explains a finding. */
export function relatedTo(view: CaseView, node: CaseNode, message: string, range: Range = node.idRange) {
  return [{ message, place: { kind: 'claim-file', file: fileOf(view, node), range } }] as const;
}
