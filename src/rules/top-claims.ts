import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { type NodeKind, aKind } from '../model/kinds.ts';
import type { Element } from './elements.ts';
import type { CaseView, Rule } from './rule.ts';
import { atNode, nameOf, relatedTo } from './wording.ts';

/** Kinds that mean nothing unless a claim stands above them. Context and assumptions at the top speak of the whole case. */
const NEED_A_CLAIM: ReadonlySet<NodeKind> = new Set(['strategy', 'evidence', 'inference']);

/** Nodes that no top claim rests on. */
export const unreachableRule: Rule = {
  id: 'unreachable',
  level: 'warning',
  about: 'strategies, evidence and inference rules that stand under no claim',
  check: (view) => {
    // Of a drawing it is said already which shapes are connected to nothing.
    if (topClaims(view).length === 0 || view.case.format === 'drawio') return [];
    return view.elements.filter(isLoose).map(({ node }) => {
      const message = say(
        '{0} is {1} under no claim, so nothing rests on it. Write it below the claim that rests on it.',
        nameOf(node),
        aKind(node.kind),
      );
      return atNode(view, node, message, view.lenient ? { severity: 'information' } : {});
    });
  },
};

/** Cases in which nothing is claimed. */
export const noTopClaimRule: Rule = {
  id: 'no-top-claim',
  level: 'warning',
  about: 'cases without a claim at the top',
  check: (view) => {
    const { nodes, titleRange } = view.case;
    if (topClaims(view).length > 0 || isThreatModel(nodes) || !view.elements.some(isOrphan)) return [];
    const message = say(
      'Nothing is claimed at the top of this case. Write the claim that all of this is to support, and the rest below it.',
    );
    const severity = view.lenient ? ({ severity: 'hint' } as const) : {};
    return [{ file: view.file, range: titleRange, message, ...severity }];
  },
};

/** Arguments that fall apart into several. */
export const severalTopClaimsRule: Rule = {
  id: 'several-top-claims',
  level: 'information',
  about: 'cases with more than one claim at the top',
  check: (view) => {
    // Security properties stand side by side, and prose often leaves the claim above its sections unsaid.
    if (view.lenient || isThreatModel(view.case.nodes)) return [];
    const [first, second, ...more] = topClaims(view).filter(({ kind }) => kind === 'claim');
    if (!first || !second) return [];
    const names = [first, second, ...more].map(nameOf);
    const list =
      names.length > 4
        ? say('{0} and {1} others', names.slice(0, 3).join(', '), names.length - 3)
        : names.join(', ');
    const message = say(
      'This case has several top claims: {0}. Write the one claim that they support together above them, or divide the case into several.',
      list,
    );
    return [
      atNode(view, second, message, {
        related: relatedTo(view, first, say('The first top claim, {0}', nameOf(first))),
      }),
    ];
  },
};

/** A circle has no top: where a reference closes one, that is said of the reference. */
function topClaims({ elements }: CaseView): CaseNode[] {
  return elements
    .filter(({ node, parents }) => parents.length === 0 && (node.kind === 'claim' || node.kind === 'control'))
    .map(({ node }) => node);
}

function isLoose({ node, parents }: Element): boolean {
  // Evidence that its author gave no id is reported by the reader.
  return parents.length === 0 && NEED_A_CLAIM.has(node.kind) && !(node.kind === 'evidence' && node.derived);
}

/** A node at the top that should not be there; a case that is continued elsewhere has none. */
function isOrphan({ node, parents }: Element): boolean {
  return parents.length === 0 && node.kind !== 'context' && node.kind !== 'assumption';
}

function isThreatModel(nodes: readonly CaseNode[]): boolean {
  return nodes.some(({ kind }) => kind === 'asset' || kind === 'threat');
}
