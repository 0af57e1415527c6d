import { say } from '../l10n/say.ts';
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
      message: sayProblem(problem, i < MOST_SUGGESTIONS ? view.case.nodes : []),
      file: fileOf(view, problem.reference),
      range: problem.reference.range,
      node: problem.reference.from,
    }));
};

function sayProblem({ kind, reference, path }: ReferenceProblem, nodes: readonly CaseNode[]): string {
  const { target, from } = reference;
  switch (kind) {
    case 'unknown-node': {
      const similar = closest(
        target,
        nodes.map((node) => node.id),
      );
      return similar
        ? say('There is no {0}; did you mean {1}?', target, similar)
        : say('There is no {0}. Write the id of a node, or case-id/node-id.', target);
    }
    case 'ambiguous': {
      const lines = nodes.flatMap(({ id, idRange }) =>
        id === target ? [String(idRange.start.line + 1)] : [],
      );
      return lines.length > 0
        ? say(
            '{0} is the id of several nodes, in lines {1}. This reference is left out. Give them different ids.',
            target,
            listNames(lines, 5),
          )
        : say('{0} is the id of several nodes. This reference is left out. Give them different ids.', target);
    }
    case 'unknown-case':
      return say('There is no case {0} among the claim files.', target.slice(0, target.lastIndexOf('/')));
    case 'ambiguous-case':
      return say(
        'Several cases are called {0}. Give them different ids.',
        target.slice(0, target.lastIndexOf('/')),
      );
    case 'self':
      return say('{0} cannot support itself.', from);
    case 'repeated':
      return say('{0} refers to {1} twice; one of them can go.', from, target);
    case 'cycle':
      return say(
        'This closes a circle: {0}. An argument cannot rest on itself; this reference is left out.',
        (path ?? []).join(' → '),
      );
  }
}
