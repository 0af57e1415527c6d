import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import type { NodeReference } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { NodeRef } from '../model/graph.ts';
import type { Position } from '../model/text.ts';
import type { JudgedCase } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { evidenceLocations, linkLocation } from './targets.ts';
import { toUri } from './uris.ts';

/** Where a locator or a reference of a claim file leads: the exact lines of the evidence, or the node that is meant. */
export function definition(lookup: Lookup, file: string, position: Position): LocationLink[] {
  const spot = lookup.spotAt(file, position);
  if (!spot) return [];
  const places = spot.judged
    ? evidenceLocations(spot.case, spot.judged.verdict)
    : spot.reference
      ? nodeLocations(lookup, referenceTarget(spot.case, spot.reference))
      : nodeLocations(lookup, { caseKey: spot.case.key, node: spot.node!.node.key });
  return places.map(({ uri, range }) => ({
    originSelectionRange: spot.range,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: { start: range.start, end: range.start },
  }));
}

/**
 * From a locator: every link to the same evidence. From a claim: every place that refers to it, and the evidence directly below.
 *
 * @param includeDeclaration whether the place where the claim itself is written belongs to the answer
 */
export function references(
  lookup: Lookup,
  file: string,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const spot = lookup.spotAt(file, position);
  if (!spot) return [];
  if (spot.judged)
    return linksToSame(
      lookup,
      spot.case,
      spot.judged.verdict.targets.map(({ path }) => path),
      spot.judged.link.locator,
    );
  const ref = spot.reference
    ? referenceTarget(spot.case, spot.reference)
    : { caseKey: spot.case.key, node: spot.node!.node.key };
  if (!ref) return [];
  return [
    ...(includeDeclaration ? nodeLocations(lookup, ref) : []),
    ...referencesTo(lookup, ref),
    ...evidenceBelow(lookup, ref),
    ...commentsNaming(lookup, ref),
  ];
}

/** The comments of code that name a node. */
function commentsNaming({ snapshot }: Lookup, { caseKey, node }: NodeRef): Location[] {
  const names = snapshot.comments.filter(({ nodes }) =>
    nodes.some((one) => one.caseKey === caseKey && one.node === node),
  );
  return names.map(({ file, range }) => ({ uri: toUri(file), range }));
}

/** The node a reference names, even where it would close a circle; undefined where there is none, or several. */
export function referenceTarget(from: JudgedCase, reference: NodeReference): NodeRef | undefined {
  const { caseKey, node } = from.referred.get(reference) ?? {};
  return caseKey === undefined || node === undefined ? undefined : { caseKey, node };
}

function nodeLocations(lookup: Lookup, ref: NodeRef | undefined): Location[] {
  const one = ref && lookup.caseOf(ref.caseKey);
  const judged = ref && one?.nodes.get(ref.node);
  return one && judged ? [{ uri: toUri(fileOf(one, judged.node)), range: judged.node.idRange }] : [];
}

function referencesTo(lookup: Lookup, ref: NodeRef): Location[] {
  return lookup.snapshot.cases.flatMap((one) =>
    one.case.references
      .filter((reference) => {
        const target = referenceTarget(one, reference);
        return target?.caseKey === ref.caseKey && target.node === ref.node;
      })
      .map((reference) => ({ uri: toUri(fileOf(one, reference)), range: reference.range })),
  );
}

function evidenceBelow(lookup: Lookup, ref: NodeRef): Location[] {
  const one = lookup.caseOf(ref.caseKey);
  if (!one) return [];
  return [...one.links.values()]
    .filter(({ link }) => link.parent === ref.node || link.node === ref.node)
    .flatMap(({ verdict }) => evidenceLocations(one, verdict));
}

function linksToSame(
  lookup: Lookup,
  from: JudgedCase,
  paths: readonly string[],
  locator: string,
): Location[] {
  return lookup.snapshot.cases
    .filter((one) => one.subject.root === from.subject.root)
    .flatMap((one) =>
      [...one.links.values()]
        .filter(({ link, verdict }) =>
          paths.length === 0
            ? link.locator === locator
            : verdict.targets.some(({ path }) => paths.includes(path)),
        )
        .map((judged) => linkLocation(one, judged)),
    );
}
