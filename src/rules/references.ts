import type { Finding } from '../model/finding.ts';
import type { ReferenceProblem } from '../model/graph.ts';
import { closest } from '../model/closest.ts';
import type { CaseView, Rule } from './rule.ts';

/** `reference-…`: references (`supportedBy`) that lead nowhere, to themselves, twice to one node, or round in a circle. */
export const referencesRule: Rule = (view) =>
  view.referenceProblems.map((problem): Finding => ({
    rule: `reference-${problem.kind}`,
    severity: problem.kind === 'repeated' ? 'warning' : 'error',
    message: say(problem, view),
    file: view.file,
    range: problem.reference.range,
    node: problem.reference.from,
  }));

function say({ kind, reference, path }: ReferenceProblem, view: CaseView): string {
  const { target, from } = reference;
  switch (kind) {
    case 'unknown-node': {
      const similar = closest(
        target,
        view.case.nodes.map((node) => node.id),
      );
      return `There is no ${target}${similar ? `; did you mean ${similar}?` : '. Write the id of a node, or case-id/node-id.'}`;
    }
    case 'unknown-case':
      return `There is no case ${target.slice(0, target.lastIndexOf('/'))} among the claim files.`;
    case 'ambiguous-case':
      return `Several cases are called ${target.slice(0, target.lastIndexOf('/'))}. Give them different ids.`;
    case 'self':
      return `${from} cannot support itself.`;
    case 'repeated':
      return `${from} refers to ${target} twice; one of them can go.`;
    case 'cycle':
      return `This closes a circle: ${(path ?? []).join(' → ')}. An argument cannot rest on itself; this reference is left out.`;
  }
}
