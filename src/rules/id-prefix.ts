import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { type NodeKind, aKind } from '../model/kinds.ts';
import { push } from '../model/multimap.ts';
import type { Rule } from './rule.ts';
import { atNode } from './wording.ts';

/** Letters that mean one thing in every notation; others, such as R or A, mean what a case makes of them. */
const UNMISTAKABLE: ReadonlyMap<string, NodeKind> = new Map([
  ['UC', 'undercut'],
  ['UM', 'undermine'],
  ['IR', 'inference'],
  ['CT', 'context'],
  ['Sn', 'evidence'],
]);

/** Ids whose letters say another kind than the node has: what is called like the rebuttals is perhaps written in the wrong place. */
export const idPrefixRule: Rule = {
  id: 'id-prefix',
  level: 'information',
  about: 'ids that begin like those of another kind of node',
  check: (view) => {
    // In prose and in gsn2x it is the prefix that decides the kind, as long as nothing stronger does; ids of trudag say nothing of it.
    if (view.lenient || view.case.format === 'gsn2x' || view.case.format === 'tsf') return [];
    const groups = new Map<string, CaseNode[]>();
    for (const node of view.case.nodes) {
      const prefix = prefixOf(node);
      if (prefix !== undefined) push(groups, prefix, node);
    }
    return [...groups].flatMap(([prefix, nodes]) => {
      const usual = usualKind(nodes) ?? (nodes.length === 1 ? UNMISTAKABLE.get(prefix) : undefined);
      if (usual === undefined) return [];
      return nodes
        .filter(({ kind }) => kind !== usual)
        .map((node) => {
          const message =
            nodes.length === 1
              ? say(
                  '{0} is {1}, and ids with {2} are usually for another kind ({3}).',
                  node.id,
                  aKind(node.kind),
                  prefix,
                  aKind(usual),
                )
              : say(
                  '{0} is {1}, but the other ids with {2} here are each {3}.',
                  node.id,
                  aKind(node.kind),
                  prefix,
                  aKind(usual),
                );
          return atNode(
            view,
            node,
            `${message} ${say('Move it to where it belongs, or give it another id.')}`,
          );
        });
    });
  },
};

function prefixOf({ id, derived }: CaseNode): string | undefined {
  // `C1-proof-2` is no third claim: what follows the number belongs to the id as well.
  return derived ? undefined : /^([A-Za-z]{1,5})[-_.]?\d[\d.]*[a-z]?$/.exec(id)?.[1];
}

/** The kind of at least two of the nodes, and of more than all others together. */
function usualKind(nodes: readonly CaseNode[]): NodeKind | undefined {
  const counts = new Map<NodeKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] * 2 > nodes.length ? most[0] : undefined;
}
