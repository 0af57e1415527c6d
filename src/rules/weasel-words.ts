import { say, sayCount } from '../l10n/say.ts';
import { isSupportable } from '../model/kinds.ts';
import { listNames } from '../model/phrases.ts';
import type { Rule } from './rule.ts';
import { atNode, nameOf } from './wording.ts';

/** English words that let a claim be true whatever is the case. */
const WORDS = [
  'adequate', 'adequately', 'appropriate', 'appropriately', 'sufficient', 'sufficiently', 'reasonable', 'reasonably',
  'acceptable', 'acceptably', 'suitable', 'suitably', 'proper', 'properly', 'robust', 'robustly', 'effective', 'effectively',
  'as needed', 'as necessary', 'as required', 'where possible', 'if possible', 'when possible', 'where appropriate',
  'where applicable', 'where practical', 'as far as possible', 'to the extent possible', 'best effort', 'best practice',
  'best practices', 'industry standard', 'state of the art', 'should', 'generally', 'usually', 'normally', 'typically',
  'mostly', 'largely', 'minimal', 'minimise', 'minimize', 'timely', 'user-friendly', 'and so on', 'etc',
] as const; // prettier-ignore

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${WORDS.map((word) => word.replaceAll(' ', '[ -]')).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

/** Claims that cannot be wrong because they do not say how much. */
export const weaselWordsRule: Rule = {
  id: 'weasel-words',
  level: 'off',
  about: 'claims with words that nobody can check, such as “adequately”',
  check: (view) =>
    view.case.nodes.flatMap((node) => {
      const words = isSupportable(node.kind) ? (node.text.match(PATTERN) ?? []) : [];
      if (words.length === 0) return [];
      const which = new Set(words.map((word) => say('“{0}”', word.toLowerCase())));
      const message = sayCount(
        which.size,
        '{1} has {0} word that nobody can check: {2}. Say how much, by what measure, or under which condition.',
        '{1} has {0} words that nobody can check: {2}. Say how much, by what measure, or under which condition.',
        nameOf(node),
        listNames(which, 5),
      );
      return [atNode(view, node, message, { range: node.textRange })];
    }),
};
