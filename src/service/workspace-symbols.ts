import type { WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { fileOf } from '../model/file-of.ts';
import { KINDS } from './document-symbols.ts';
import { hasInOrder } from './in-order.ts';
import type { Lookup } from './lookup.ts';
import { toUri } from './uris.ts';
import { nodeTitle } from './wording.ts';

/** How many nodes are given at once; who types more gets others. */
const MOST = 300;

/** The nodes of all cases whose id or text has the characters of a query in this order, those whose id begins with it first. */
export function workspaceSymbols(lookup: Lookup, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { rank: number; symbol: WorkspaceSymbol }[] = [];
  for (const one of lookup.snapshot.cases) {
    for (const { node } of one.nodes.values()) {
      const name = nodeTitle(node);
      if (!hasInOrder(name.toLowerCase(), wanted)) continue;
      found.push({
        rank: !node.derived && node.id.toLowerCase().startsWith(wanted) ? 0 : 1,
        symbol: {
          name,
          kind: KINDS[node.kind],
          containerName: one.case.title || one.case.id,
          location: { uri: toUri(fileOf(one, node)), range: node.idRange },
        },
      });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}
