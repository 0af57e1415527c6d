import type { DocumentHighlight } from 'vscode-languageserver-protocol';
import type { NodeRef } from '../model/graph.ts';
import type { Position } from '../model/text.ts';
import type { Lookup, Spot } from './lookup.ts';
import { referenceTarget } from './navigation.ts';

const TEXT = 1;
const READ = 2;
const WRITE = 3;

/**
 * Where in a claim file the id under the cursor stands, as written and as referred to; of a locator, all that lead to the same evidence.
 * Undefined in prose, where editors mark the word wherever it stands, and for what stands only once.
 */
export function highlights(
  lookup: Lookup,
  file: string,
  position: Position,
): DocumentHighlight[] | undefined {
  const spot = lookup.spotAt(file, position);
  if (!spot || spot.case.case.format === 'markdown') return undefined;
  const found = spot.judged ? sameEvidence(lookup, file, spot) : sameNode(lookup, file, spot);
  return found.length > 1 ? found : undefined;
}

function sameNode(lookup: Lookup, file: string, spot: Spot): DocumentHighlight[] {
  const meant: NodeRef | undefined = spot.reference
    ? referenceTarget(spot.case, spot.reference)
    : spot.node && { caseKey: spot.case.key, node: spot.node.node.key };
  if (!meant) return [];
  const { nodes, references } = lookup.partsIn(file);
  const written = nodes.filter((one) => one.case.key === meant.caseKey && one.node.node.key === meant.node);
  const referred = references.filter((one) => {
    const target = referenceTarget(one.case, one.reference);
    return target?.caseKey === meant.caseKey && target.node === meant.node;
  });
  return [
    ...written.map(({ node }) => ({ range: node.node.idRange, kind: WRITE }) as const),
    ...referred.map(({ reference }) => ({ range: reference.range, kind: READ }) as const),
  ];
}

function sameEvidence(lookup: Lookup, file: string, { case: one, judged }: Spot): DocumentHighlight[] {
  const paths = new Set(judged!.verdict.targets.map(({ path }) => path));
  return lookup
    .partsIn(file)
    .links.filter(
      (other) =>
        other.judged.link.locator === judged!.link.locator ||
        (other.case.subject.root === one.subject.root &&
          other.judged.verdict.targets.some(({ path }) => paths.has(path))),
    )
    .map((other) => ({ range: other.judged.link.range, kind: TEXT }));
}
