import { type AcceptanceProblem, acceptanceProblems } from '../model/acceptance.ts';
import type { Rule } from './rule.ts';
import { sayDateOnly } from '../model/phrases.ts';
import { atNode, nameOf } from './wording.ts';

const HOW =
  'Write who accepts it, why, and until when: `accepted: {by: NAME, why: REASON, until: 2030-12-31}`.';

const LACKS: Readonly<Partial<Record<AcceptanceProblem, string>>> = {
  'no-person': 'who accepts it (`by`)',
  'no-reason': 'why (`why`)',
  'no-date': 'until when (`until`)',
};

/** Acceptances that do not count because a part of them is missing. */
export const acceptanceIncompleteRule: Rule = {
  id: 'acceptance-incomplete',
  level: 'warning',
  about: 'accepted risks without a person, a reason or a date',
  check: (view) =>
    view.elements.flatMap(({ node }) => {
      if (!node.accepted) return [];
      const problems = acceptanceProblems(node.accepted, view.today);
      const lacks = problems.flatMap((problem) => LACKS[problem] ?? []);
      const noDate = problems.includes('not-a-date');
      if (lacks.length === 0 && !noDate) return [];
      const until = noDate
        ? ` ${lacks.length > 0 ? 'And \`until\`' : '\`until\`'} is no date${lacks.length > 0 ? '' : ', so this acceptance does not count'}: write the day as 2030-12-31.`
        : '';
      const missing =
        lacks.length > 0
          ? ` This acceptance does not say ${lacks.join(' and ')}, so it does not count.${view.lenient ? '' : ` ${HOW}`}`
          : '';
      const message = `${missing}${until}`.trim();
      return [
        atNode(view, node, message, {
          range: node.accepted.range,
          ...(view.lenient && { severity: 'information' as const }),
        }),
      ];
    }),
};

/** Acceptances that ended. */
export const acceptanceExpiredRule: Rule = {
  id: 'acceptance-expired',
  level: 'warning',
  about: 'accepted risks whose date has passed',
  check: (view) =>
    view.elements.flatMap(({ node }) => {
      const { accepted } = node;
      if (!accepted?.until || !acceptanceProblems(accepted, view.today).includes('past')) return [];
      const by = accepted.by ? ` by ${accepted.by}` : '';
      const message = `${nameOf(node)} was accepted${by} until ${sayDateOnly(accepted.until)}, which is past, so it challenges again what it attacks. Judge the risk again, and set a new date or answer it.`;
      return [atNode(view, node, message, { range: accepted.range })];
    }),
};
