import type { Case, CaseNode, NodeKey } from '../../model/case.ts';
import { isSupportable } from '../../model/kinds.ts';
import { type Range, comparePositions } from '../../model/text.ts';
import { type Part, asOneCase, distinctParts } from './join-parts.ts';

/** A picture that a document shows, and the arguments drawn in it (a page each). */
export interface ShownPicture {
  /** Where the document shows it. */
  readonly at: Range;
  readonly parts: readonly Part[];
}

/**
 * Hangs what pictures say under the case that shows them: the claim that a picture illustrates rests on the claims at its top, also where they have
 * its id. That claim is the last one at the top of the case that stands above the picture, else the first. What is drawn beside, with no
 * arrow to it, stays beside. Pure.
 */
export function joinPictures(main: Part, pictures: readonly ShownPicture[]): Case {
  const shown = pictures.flatMap(({ at, parts }) => parts.map((part) => ({ at, part })));
  const [own, ...drawn] = distinctParts([main, ...shown.map(({ part }) => part)]);
  const tops = topClaims(own!.case);
  const hung = drawn.map((part, index) => {
    const above = claimAbove(shown[index]!.at, tops);
    return above ? { case: hangUnder(above.key, part.case) } : part;
  });
  return asOneCase([own!, ...hung]);
}

/** Claims, strategies and controls that hang under nothing. */
function topClaims({ nodes, references }: Case): CaseNode[] {
  const below = new Set(references.map(({ from, target, upward }) => (upward ? from : target)));
  return nodes.filter(
    ({ key, kind, parents }) => isSupportable(kind) && parents.length === 0 && !below.has(key),
  );
}

function claimAbove(at: Range, tops: readonly CaseNode[]): CaseNode | undefined {
  return tops.findLast(({ range }) => comparePositions(range.start, at.start) <= 0) ?? tops[0];
}

function hangUnder(parent: NodeKey, drawn: Case): Case {
  const tops = new Set(topClaims(drawn));
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => (tops.has(node) ? { ...node, parents: [parent] } : node)),
  };
}

/** Whether a drawing is an argument: at least two of its shapes say what they are, and one of them is a claim. */
export function isArgument({ nodes }: Case): boolean {
  const labelled = nodes.filter(({ derived }) => !derived);
  return labelled.length >= 2 && labelled.some(({ kind }) => isSupportable(kind));
}

/**
 * Whether a drawing only shows again what the case says in words: at least half of what has an id below its top has one that the case has, too.
 * Hung under the case it would say everything twice.
 */
export function isRepetition(drawn: Case, { nodes }: Case): boolean {
  const said = new Set(
    nodes.filter(({ derived, parents }) => !derived && parents.length > 0).map(({ id }) => id),
  );
  const shown = drawn.nodes.filter(({ derived, parents }) => !derived && parents.length > 0);
  const again = shown.filter(({ id }) => said.has(id));
  return again.length > 0 && again.length * 2 >= shown.length;
}

/** Whether a case says in its own words what its claims rest on: something with an id stands below one, or evidence is cited. */
export function hasOwnArgument({ nodes, evidence }: Case): boolean {
  return (
    evidence.some(({ cited }) => cited) ||
    nodes.some(({ parents, derived }) => parents.length > 0 && !derived)
  );
}
