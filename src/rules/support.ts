import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { isDefeater, isSupportable, aKind } from '../model/kinds.ts';
import { isSupported } from './elements.ts';
import type { Rule } from './rule.ts';
import { atNode, nameOf } from './wording.ts';

/** Notations in which a node is marked by a key. */
const MARKABLE: ReadonlySet<string> = new Set(['yaml', 'gsn2x']);

/** Leaves that should rest on something and do not say that this is meant. */
export const undevelopedRule: Rule = {
  id: 'undeveloped',
  level: 'information',
  about: 'claims and controls with nothing under them that are not marked as undeveloped',
  check: (view) =>
    view.elements.flatMap((element) => {
      const { node, links } = element;
      if (!isSupportable(node.kind) || node.kind === 'strategy') return [];
      if (node.undeveloped || node.status || isSupported(element)) return [];
      // In prose whatever a claim mentions may be meant as its evidence, and a heading need not be meant as a claim at all.
      if (view.lenient && (links.length > 0 || node.derived)) return [];
      const message = say(
        MARKABLE.has(view.case.format)
          ? 'Nothing supports {0} yet. Write claims or evidence under it, or `undeveloped: true` if it is to stay a leaf.'
          : 'Nothing supports {0} yet. Write claims or evidence under it.',
        nameOf(node),
      );
      return [atNode(view, node, message, view.lenient ? { severity: 'hint' } : {})];
    }),
};

/** `undeveloped: true` on what is developed by now. */
export const developedRule: Rule = {
  id: 'marked-undeveloped',
  level: 'warning',
  about: 'nodes that are marked as undeveloped and yet supported',
  check: (view) => {
    const here = new Set(view.case.nodes);
    // What is left to another module is marked where it is left, and developed there.
    const isBeside = (node: CaseNode, child: CaseNode): boolean =>
      view.case.format !== 'gsn2x' || (here.has(child) && fileOf(view, child) === fileOf(view, node));
    return view.elements
      .filter(({ node }) => node.undeveloped)
      .filter((one) =>
        isSupported({ ...one, children: one.children.filter((child) => isBeside(one.node, child)) }),
      )
      .map(({ node }) => {
        const message = say(
          '{0} is marked as undeveloped, but something supports it. Remove the mark, or what is below.',
          nameOf(node),
        );
        return atNode(view, node, message);
      });
  },
};

/** Strategies that divide a claim into nothing. */
export const strategyRule: Rule = {
  id: 'strategy-without-claims',
  level: 'warning',
  about: 'strategies with no claims under them',
  check: (view) =>
    view.elements
      .filter(({ node }) => node.kind === 'strategy' && !node.undeveloped && !node.status)
      // In gsn2x a strategy may lead to solutions as well.
      .filter((one) => !(view.case.format === 'gsn2x' && isSupported(one)))
      .filter(({ children }) => !children.some(({ kind }) => isSupportable(kind)))
      .map(({ node }) => {
        const message = say(
          '{0} is a strategy with no claims under it. Write the claims that it divides the argument into.',
          nameOf(node),
        );
        return atNode(view, node, message, view.lenient ? { severity: 'hint' } : {});
      }),
};

/** Evidence is where an argument ends. */
export const evidenceChildrenRule: Rule = {
  id: 'evidence-with-children',
  level: 'warning',
  about: 'evidence with nodes under it that do not attack it',
  check: (view) =>
    view.elements.flatMap(({ node, parents }) => {
      const above = isDefeater(node.kind) ? undefined : parents.find(({ kind }) => kind === 'evidence');
      if (!above || view.lenient || (node.kind === 'context' && view.case.format === 'ltac')) return [];
      const message = say(
        '{0} is {1} under {2}, which is evidence. Only what attacks it (`undermines`) can stand there: write {0} under the claim.',
        nameOf(node),
        aKind(node.kind),
        nameOf(above),
      );
      return [atNode(view, node, message)];
    }),
};
