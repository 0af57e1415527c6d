import type { Case, CaseNode, EvidenceLink } from '../../src/model/case.ts';
import type { NodeKind } from '../../src/model/kinds.ts';

/** The beginning of a file, for tests that do not look at places. */
export const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A node with nothing but what a test says of it. */
export function nodeOf(
  id: string,
  kind: NodeKind,
  parents: readonly string[],
  more: Partial<CaseNode> = {},
): CaseNode {
  return {
    key: id,
    id,
    kind,
    text: id,
    range: NOWHERE,
    idRange: NOWHERE,
    textRange: NOWHERE,
    parents,
    derived: false,
    undeveloped: false,
    satisfies: [],
    fields: [],
    ...more,
  };
}

/** A link from a node, cited unless the test says otherwise. */
export function linkOf(key: string, parent: string, more: Partial<EvidenceLink> = {}): EvidenceLink {
  return {
    key,
    parent,
    locator: key,
    range: NOWHERE,
    madeBy: [NOWHERE],
    cited: true,
    role: 'evidence',
    ...more,
  };
}

/** A case of claims: id → parents, and id → the nodes it refers to. */
export function caseOf(
  id: string,
  claims: Readonly<Record<string, readonly string[]>>,
  references: Readonly<Record<string, readonly string[]>> = {},
): Case {
  return caseWith(
    id,
    Object.entries(claims).map(([node, parents]) => nodeOf(node, 'claim', parents)),
    {
      references: Object.entries(references).flatMap(([from, targets]) =>
        targets.map((target) => ({ from, target, range: NOWHERE })),
      ),
    },
  );
}

/** A case of any nodes. */
export function caseWith(id: string, nodes: readonly CaseNode[], more: Partial<Case> = {}): Case {
  return {
    id,
    title: id,
    titleRange: NOWHERE,
    range: NOWHERE,
    format: 'yaml',
    nodes,
    evidence: [],
    references: [],
    uses: [],
    ...more,
  };
}
