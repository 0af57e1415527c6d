import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { ReferenceProblem } from '../model/graph.ts';
import { isDefeater } from '../model/kinds.ts';
import type { CaseView, Rule } from './rule.ts';
import { atNode, nameOf } from './wording.ts';

/** Attacks that are countered by themselves, by what they attack, or by what rests on that. */
export const selfAnsweredRule: Rule = {
  id: 'self-answered-defeater',
  level: 'error',
  about:
    'rebuttals, undercuts, undermines and threats that are answered by themselves or by what they attack',
  check: (view) => [...byReference(view), ...bySameEvidence(view)],
};

/** The defeater on the way round a circle of references, where there is one: the answer then presupposes what is attacked. */
export function answeredBySelf(
  { kind, reference, path = [] }: ReferenceProblem,
  nodes: ReadonlyMap<string, CaseNode>,
): CaseNode | undefined {
  if (kind !== 'cycle' && kind !== 'self') return undefined;
  const from = nodes.get(reference.from);
  if (kind === 'self' || (from && isDefeater(from.kind)))
    return from && isDefeater(from.kind) ? from : undefined;
  return path.flatMap((id) => nodes.get(id) ?? []).find((node) => isDefeater(node.kind));
}

function byReference(view: CaseView) {
  if (view.referenceProblems.length === 0) return [];
  const nodes = new Map(view.case.nodes.map((node) => [node.key, node]));
  return view.referenceProblems.flatMap((problem) => {
    const defeater = answeredBySelf(problem, nodes);
    if (!defeater) return [];
    const { reference, kind, path = [] } = problem;
    const why =
      kind === 'self'
        ? say('{0} cannot answer itself.', nameOf(defeater))
        : say('What answers {0} rests on what it attacks: {1}.', nameOf(defeater), path.join(' → '));
    const message = `${why} ${say('This reference is left out; answer it with something that holds without that.')}`;
    const file = fileOf(view, reference);
    return [{ file, range: reference.range, node: defeater.id, message }];
  });
}

/** Evidence that is doubted cannot be what clears it of doubt. */
function bySameEvidence(view: CaseView) {
  const locators = new Map(
    view.elements.map(({ node, links }) => [node, links.map(({ locator }) => locator)]),
  );
  return view.elements.flatMap(({ node, parents, children, links }) => {
    const cited = links.filter((link) => link.cited && link.role === 'evidence');
    if (node.kind !== 'undermine' || children.length > 0 || cited.length === 0) return [];
    const attacked = new Set(
      parents.filter(({ kind }) => kind === 'evidence').flatMap((parent) => locators.get(parent) ?? []),
    );
    if (!cited.every(({ locator }) => attacked.has(locator))) return [];
    const message = say(
      '{0} doubts {1} and is answered by nothing else. Answer it with other evidence, or with a claim.',
      nameOf(node),
      cited[0]!.locator,
    );
    const severity = 'warning' as const;
    return [atNode(view, node, message, { range: cited[0]!.range, file: fileOf(view, cited[0]!), severity })];
  });
}
