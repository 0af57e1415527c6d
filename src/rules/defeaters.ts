import { say } from '../l10n/say.ts';
import { isDefeater, aKind } from '../model/kinds.ts';
import { isSupported } from './elements.ts';
import type { Rule } from './rule.ts';
import { atNode, nameOf } from './wording.ts';

/** Attacks that nothing counters. */
export const unansweredRule: Rule = {
  id: 'unanswered-defeater',
  level: 'warning',
  about: 'rebuttals, undercuts, undermines and threats that nothing answers',
  check: (view) =>
    view.elements.flatMap((element) => {
      const { node, parents, links } = element;
      if (!isDefeater(node.kind) || isSupported(element)) return [];
      // What attacks an attack speaks for the case, and what attacks nothing is said to do so.
      if (parents.every(({ kind }) => isDefeater(kind))) return [];
      // What is accepted in part has rules of its own; what is marked is known to its author.
      if (node.defeated || node.accepted || node.undeveloped || node.status) return [];
      if (view.lenient && (links.length > 0 || node.derived)) return [];
      const how =
        view.case.format !== 'yaml'
          ? say('Write what counters it below it.')
          : say(
              'Write the claims or evidence that counter it below it, or who accepts the risk: `accepted: {by, why, until}`.',
            );
      const message = `${say('Nothing answers {0}, so it challenges what it attacks.', nameOf(node))} ${how}`;
      return [atNode(view, node, message, view.lenient ? { severity: 'information' } : {})];
    }),
};

/** Attacks on nothing. */
export const unattachedRule: Rule = {
  id: 'unattached-defeater',
  level: 'warning',
  about: 'rebuttals, undercuts, undermines and threats that attack nothing',
  check: (view) =>
    // The readers of prose and drawings say themselves where it is unclear what is attacked; and documents list risks apart.
    view.lenient
      ? []
      : view.elements
          .filter(({ node, parents }) => isDefeater(node.kind) && parents.length === 0)
          .map(({ node }) => {
            const message = say(
              '{0} is {1} that attacks nothing, so no claim is judged by it. Write it under what it attacks.',
              nameOf(node),
              aKind(node.kind),
            );
            return atNode(view, node, message, node.kind === 'threat' ? { severity: 'information' } : {});
          }),
};

/** Undercuts that attack something else than a step of the argument. */
export const undercutRule: Rule = {
  id: 'undercut-without-inference',
  level: 'warning',
  about: 'undercuts that stand under no inference rule',
  check: (view) =>
    view.elements.flatMap(({ node, parents }) => {
      // GSN challenges relations, and writes no rule beside them.
      if (node.kind !== 'undercut' || parents.length === 0 || view.case.format === 'gsn2x') return [];
      // In CAE the step of an argument is its strategy, and no rule is written beside it.
      if (parents.some(({ kind }) => kind === 'inference' || kind === 'strategy')) return [];
      const message = say(
        '{0} is an undercut and stands under {1}, {2}. An undercut attacks an inference rule: write it under one, or call it a rebuttal.',
        nameOf(node),
        nameOf(parents[0]!),
        aKind(parents[0]!.kind),
      );
      return [atNode(view, node, message, view.lenient ? { severity: 'information' } : {})];
    }),
};
