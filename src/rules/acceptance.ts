import { type Message, message, say } from '../l10n/say.ts';
import { type AcceptanceProblem, acceptanceProblems } from '../model/acceptance.ts';
import type { Rule } from './rule.ts';
import { sayDateOnly } from '../model/phrases.ts';
import { atNode, nameOf } from './wording.ts';

const HOW = message(
  'Write who accepts it, why, and until when: `accepted: {by: NAME, why: REASON, until: 2030-12-31}`.',
);

const LACKS: Readonly<Partial<Record<AcceptanceProblem, Message>>> = {
  'no-person': message('who accepts it (`by`)'),
  'no-reason': message('why (`why`)'),
  'no-date': message('until when (`until`)'),
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
      const lacks = problems.flatMap((problem) => {
        const lacking = LACKS[problem];
        return lacking ? [say(lacking)] : [];
      });
      const noDate = problems.includes('not-a-date');
      if (lacks.length === 0 && !noDate) return [];
      const message = [
        ...(lacks.length > 0
          ? [say('This acceptance does not say {0}, so it does not count.', sayAll(lacks))]
          : []),
        ...(lacks.length > 0 && !view.lenient ? [say(HOW)] : []),
        ...(noDate
          ? [
              say(
                lacks.length > 0
                  ? 'And `until` is no date: write the day as 2030-12-31.'
                  : '`until` is no date, so this acceptance does not count: write the day as 2030-12-31.',
              ),
            ]
          : []),
      ].join(' ');
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
      const until = sayDateOnly(accepted.until);
      const message = accepted.by
        ? say(
            '{0} was accepted by {1} until {2}, which is past, so it challenges again what it attacks. Judge the risk again, and set a new date or answer it.',
            nameOf(node),
            accepted.by,
            until,
          )
        : say(
            '{0} was accepted until {1}, which is past, so it challenges again what it attacks. Judge the risk again, and set a new date or answer it.',
            nameOf(node),
            until,
          );
      return [atNode(view, node, message, { range: accepted.range })];
    }),
};

/** `a`, `a and b`, `a and b and c`. */
function sayAll(parts: readonly string[]): string {
  return parts.reduce((before, part) => say('{0} and {1}', before, part));
}
