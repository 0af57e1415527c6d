import { isStructural } from './claims-above.ts';
import type { Draft } from './drafts.ts';
import { idParts } from './id-pattern.ts';

/**
 * The node above that the number of a row's id tells: `G2.1` is below `G2`, and the evidence `Sn2.1` below the claim `G2.1`, or else `G2`. Rows stand
 * side by side, so their order tells nothing. Undefined for ids of one number, and where no node has the number above.
 */
export function numberedParents(nodes: readonly Draft[]): Map<Draft, Draft> {
  const byId = new Map<string, Draft | undefined>();
  const claims = new Map<string, Draft | undefined>();
  for (const node of nodes) {
    const parts = node.id === undefined ? undefined : idParts(node.id);
    if (!parts) continue;
    note(byId, keyOf(parts.letters, parts.numbers), node);
    if (node.kind === 'claim') note(claims, keyOf('', parts.numbers), node);
  }
  return new Map(
    nodes.flatMap((node) => {
      const parent = node.entry.form === 'row' && !node.within ? parentOf(node, byId, claims) : undefined;
      return parent ? [[node, parent] as const] : [];
    }),
  );
}

function parentOf(
  node: Draft,
  byId: ReadonlyMap<string, Draft | undefined>,
  claims: ReadonlyMap<string, Draft | undefined>,
): Draft | undefined {
  const parts = idParts(node.id ?? '');
  if (!parts || parts.numbers.length < 2) return undefined;
  const above = parts.numbers.slice(0, -1);
  const found = isStructural(node)
    ? byId.get(keyOf(parts.letters, above))
    : (claims.get(keyOf('', parts.numbers)) ?? claims.get(keyOf('', above)));
  return found && found !== node && isStructural(found) ? found : undefined;
}

/** Of two nodes with one number neither is the parent. */
function note(map: Map<string, Draft | undefined>, key: string, node: Draft): void {
  map.set(key, map.has(key) ? undefined : node);
}

function keyOf(letters: string, numbers: readonly string[]): string {
  return `${letters} ${numbers.join('.')}`;
}
