import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import type { Rule } from './rule.ts';
import { atNode, nameOf, relatedTo } from './wording.ts';

/** A text of fewer words is a label, and labels may recur. */
const FEWEST_WORDS = 3;

/** Two nodes of one kind that say the same: one is a copy that was never edited, or should be a reference. */
export const sameTextRule: Rule = {
  id: 'same-text',
  level: 'information',
  about: 'two nodes of one kind with the same text',
  check: (view) => {
    const first = new Map<string, CaseNode>();
    return view.case.nodes.flatMap((node) => {
      const said = node.kind === 'evidence' || (view.lenient && node.derived) ? undefined : essence(node);
      if (said === undefined) return [];
      const before = first.get(said);
      if (!before) first.set(said, node);
      // Where the ids are the same too, that is said of the id.
      if (!before || before.id === node.id) return [];
      const how = view.lenient ? '' : ` ${say('Say what is different, or refer to {0}.', nameOf(before))}`;
      const message = say('{0} says the same as {1}.', nameOf(node), nameOf(before)) + how;
      const related = relatedTo(view, before, say('{0} says it first', nameOf(before)), before.textRange);
      const severity = view.lenient ? ({ severity: 'hint' } as const) : {};
      return [atNode(view, node, message, { range: node.textRange, related, ...severity })];
    });
  },
};

/** The words of a text, whatever their case and punctuation; undefined for too few of them. */
function essence({ kind, text }: CaseNode): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < FEWEST_WORDS ? undefined : `${kind} ${words.join(' ')}`;
}
