import type { Case, CaseNode, EvidenceLink } from '../../model/case.ts';

/** An item's file, as read by `readItem`. */
export interface ReadItem {
  /** Absolute path, with `/`. */
  readonly file: string;
  readonly case: Case;
}

/**
 * Puts what items say into the graph that names them: text, kind and evidence, each with the item's file. Nodes whose item is not given stay as the
 * graph has them. Pure.
 *
 * @param items by id
 */
export function joinItems(graph: Case, items: ReadonlyMap<string, ReadItem>): Case {
  const evidence: EvidenceLink[] = [...graph.evidence];
  const nodes = graph.nodes.map((node): CaseNode => {
    const item = items.get(node.id);
    const said = item?.case.nodes[0];
    if (!item || !said) return node;
    for (const link of item.case.evidence) {
      // trudag writes the digest of an item, its references included, into this line when somebody says that it was reviewed.
      evidence.push({ ...link, parent: node.key, file: item.file, recordedAt: node.range });
    }
    return { ...said, key: node.key, id: node.id, parents: node.parents, file: item.file };
  });
  return { ...graph, nodes, evidence };
}
