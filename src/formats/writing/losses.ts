import { say } from '../../l10n/say.ts';
import type { Branch } from './branches.ts';
import { type Topic, statementsOf } from './statements.ts';
import type { Loss } from './writer.ts';

/** What a text says of the nodes of a case that another text, which was made from it, does not. */
export function lossesBetween(original: readonly Branch[], written: readonly Branch[]): Loss[] {
  const found = new Map(placesOf(written).map((place) => [place.branch.id, place]));
  const places = placesOf(original);
  const known = new Set(places.map(({ branch }) => branch.id));
  return places.flatMap(({ branch, parent }) => {
    const there = found.get(branch.id);
    if (!there) return [lost(branch, say('this node'))];
    const says = new Set([
      ...statementsOf(there.branch, there.parent).map(({ what }) => what),
      ...evidenceAdded(there.branch, known),
    ]);
    return statementsOf(branch, parent).flatMap(({ what }) => (says.has(what) ? [] : [lost(branch, what)]));
  });
}

/** The same for a notation that nothing reads, by what it is known to say. */
export function lossesBeyond(original: readonly Branch[], says: ReadonlySet<Topic>): Loss[] {
  return placesOf(original).flatMap(({ branch, parent }) =>
    statementsOf(branch, parent).flatMap(({ topic, what }) => (says.has(topic) ? [] : [lost(branch, what)])),
  );
}

/** Notations that have no evidence without a node of its own get one; the evidence is not lost by that. */
function evidenceAdded({ children }: Branch, known: ReadonlySet<string>): string[] {
  return children
    .filter(({ id }) => !known.has(id))
    .flatMap((child) =>
      statementsOf(child, undefined).flatMap(({ topic, what }) => (topic === 'evidence' ? [what] : [])),
    );
}

function lost({ id }: Branch, what: string): Loss {
  return { message: `${id}: ${what}`, node: id };
}

interface Place {
  readonly branch: Branch;
  /** The id of the node it stands below. */
  readonly parent?: string;
}

function placesOf(branches: readonly Branch[], parent?: string): Place[] {
  return branches.flatMap((branch) => [
    { branch, ...(parent !== undefined && { parent }) },
    ...placesOf(branch.children, branch.id),
  ]);
}
