import type { Case, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import { type Range, contains } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { essenceOf, essenceOfRest, hasNewFindings } from './essence.ts';

/** Links that are to lead elsewhere, by their cases and their places among the links; each with the locators that would do. */
export type Moved = ReadonlyMap<Case, ReadonlyMap<number, readonly string[]>>;

/** Whether some links lead where they are to, and nothing else is different but what is made from the words around them. */
export function isJustMoved(before: ReadResult, after: ReadResult, moved: Moved): boolean {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return false;
  return before.cases.every((each, i) => {
    const other = after.cases[i]!;
    const links = moved.get(each);
    if (!links) return essenceOf(each) === essenceOf(other);
    return (
      essenceOfRest(each) === essenceOfRest(other) &&
      notThere(other, links).length === 0 &&
      sameNodes(each, other, links) &&
      sameLinks(each, other, links)
    );
  });
}

/** Those of some links, by their places, that do not lead where they are to. */
export function notThere({ evidence }: Case, links: ReadonlyMap<number, readonly string[]>): number[] {
  return [...links].flatMap(([at, wanted]) => (wanted.includes(evidence[at]?.locator ?? '') ? [] : [at]));
}

/** Whether two cases have the same nodes, but that a place may be part of what a node says and is called. */
function sameNodes(before: Case, after: Case, links: ReadonlyMap<number, unknown>): boolean {
  if (before.nodes.length !== after.nodes.length) return false;
  const [placesBefore, placesAfter] = [placesOf(before), placesOf(after)];
  const ranges = [...links.keys()].map((at) => before.evidence[at]!.range);
  const shape = (
    places: ReadonlyMap<NodeKey, number>,
    { key: _key, id, text, parents, ...rest }: CaseNode,
    mayDiffer: boolean,
  ): string =>
    JSON.stringify([
      essenceOf(rest),
      parents.map((parent) => places.get(parent)),
      ...(mayDiffer && rest.derived ? [] : [id]),
      ...(mayDiffer ? [] : [text]),
    ]);
  return before.nodes.every((node, i) => {
    const now = after.nodes[i]!;
    if (shape(placesBefore, node, false) === shape(placesAfter, now, false)) return true;
    const holds = ranges.some((range: Range) => contains(node.range, range.start));
    return holds && shape(placesBefore, node, true) === shape(placesAfter, now, true);
  });
}

function sameLinks(before: Case, after: Case, links: ReadonlyMap<number, unknown>): boolean {
  if (before.evidence.length !== after.evidence.length) return false;
  const [placesBefore, placesAfter] = [placesOf(before), placesOf(after)];
  const shape = (
    places: ReadonlyMap<NodeKey, number>,
    { key: _key, locator, parent, node, ...rest }: EvidenceLink,
    i: number,
  ): string => {
    const isMoved = links.has(i);
    return JSON.stringify([
      isMoved ? { ...rest, doubtful: undefined, range: 0, madeBy: 0, recordedAt: 0 } : essenceOf(rest),
      isMoved ? '' : locator,
      places.get(parent),
      node === undefined ? -1 : places.get(node),
    ]);
  };
  return before.evidence.every(
    (link, i) => shape(placesBefore, link, i) === shape(placesAfter, after.evidence[i]!, i),
  );
}

function placesOf({ nodes }: Case): ReadonlyMap<NodeKey, number> {
  return new Map(nodes.map(({ key }, i) => [key, i]));
}
