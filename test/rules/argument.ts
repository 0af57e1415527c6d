import type { Case, CaseNode, NodeReference } from '../../src/model/case.ts';
import { type NodeRef, buildGraph } from '../../src/model/graph.ts';
import { NodeMap, pushAt } from '../../src/model/node-map.ts';
import type { Standard } from '../../src/model/standard.ts';
import { RULES, checkCase } from '../../src/rules/all.ts';
import { elementsOf } from '../../src/rules/elements.ts';
import type { CaseView } from '../../src/rules/rule.ts';
import { NOWHERE, caseWith } from '../support/cases.ts';

/** A case to be looked at, with what else the rules look at. */
export interface Argument {
  readonly nodes: readonly CaseNode[];
  readonly more?: Partial<Case>;
  readonly lenient?: boolean;
  readonly standards?: readonly Standard[];
  /** Further cases. */
  readonly others?: readonly Case[];
}

/** What rules see of a case `a` with some nodes, on 15 June 2026. */
export function viewOf({ nodes, more, lenient = false, standards = [], others = [] }: Argument): CaseView {
  const one = caseWith('a', nodes, { ...(lenient && { format: 'markdown' }), ...more });
  const graph = buildGraph([one, ...others].map((other) => ({ key: other.id, case: other })));
  const parents = new NodeMap<NodeRef[]>();
  for (const ref of graph.bottomUp) for (const child of graph.children(ref)) pushAt(parents, child, ref);
  return {
    file: '/w/a.case.yaml',
    case: one,
    elements: elementsOf('a', one, graph, (ref) => parents.get(ref) ?? []),
    lenient,
    verdicts: new Map(),
    referenceProblems: graph.problems,
    standards,
    today: '2026-06-15',
    subject: { root: '/w', shallow: false },
  };
}

/** What is found, as `rule node`, in the order of the rules. */
export function found(argument: Argument): string[] {
  return checkCase(viewOf(argument)).map(({ rule, node }) => (node === undefined ? rule : `${rule} ${node}`));
}

/** What one rule says, as `node: message`. */
export function said(rule: string, argument: Argument): string[] {
  const { check } = RULES.find(({ id }) => id === rule)!;
  return check(viewOf(argument)).map(({ node, message }) => `${node}: ${message}`);
}

/** A reference between two nodes of a case. */
export function refer(from: string, target: string): NodeReference {
  return { from, target, range: NOWHERE };
}
