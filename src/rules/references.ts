import { fileOf } from '../model/file-of.ts';
import type { CaseNode } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import type { ReferenceProblem } from '../model/graph.ts';
import { closest } from '../model/closest.ts';
import { listNames } from '../model/phrases.ts';
import type { Check } from './rule.ts';
import { answeredBySelf } from './self-answered.ts';

/** A name is compared with all others for a suggestion; in a file with more wrong references than these, that would take for ever. */
const MOST_SUGGESTIONS = 100;

/**
 * `reference-…`: references (`supportedBy`) that lead nowhere, to themselves, twice to one node, or round in a circle. A circle by which a
 * defeater is answered by what it attacks is said of that (`self-answered.ts`).
 */
export const referencesRule: Check = (view) => {
  const nodes = new Map(view.case.nodes.map((node) => [node.key, node]));
  return view.referenceProblems
    .filter((problem) => !answeredBySelf(problem, nodes))
    .map((problem, i): Finding => ({
      rule: `reference-${problem.kind}`,
      severity: problem.kind === 'repeated' ? 'warning' : 'error',
      message: say(problem, i < MOST_SUGGESTIONS ? view.case.nodes : []),
      file: fileOf(view, problem.reference),
      range: problem.reference.range,
      node: problem.reference.from,
    }));
};

function say({ kind, reference, path }: ReferenceProblem, nodes: readonly CaseNode[]): string {
  const { target, from } = reference;
  switch (kind) {
    case 'unknown-node': {
      const similar = closest(
        target,
        nodes.map((node) => node.id),
      );
      return `There is no ${target}${similar ? `; did you mean ${similar}?` : '. Write the id of a node, or case-id/node-id.'}`;
    }
    case 'ambiguous': {
      const lines = nodes.flatMap(({ id, idRange }) =>
        id === target ? [String(idRange.start.line + 1)] : [],
      );
      const where = lines.length > 0 ? `, in lines ${listNames(lines, 5)}` : '';
      return `${target} is the id of several nodes${where}. This reference is left out. Give them different ids.`;
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
