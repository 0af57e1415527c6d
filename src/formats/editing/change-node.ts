import type { Case, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import type { ReadResult } from '../format.ts';
import { essenceOf, essenceOfRest, hasNewFindings } from './essence.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** A node of a case that is to be read otherwise. */
export interface NodePlace {
  readonly case: string;
  readonly node: NodeKey;
}

/** The edits that change one node, and how the file reads with them. */
export interface ChangedText {
  readonly edits: readonly TextEdit[];
  readonly after: ReadResult;
}

/** How many ways to write a change are tried: each is read. */
const MOST_TRIED = 12;

/**
 * The first way to change a node that does just that: the node reads as it is meant to, and nothing else says anything else. Undefined where none does.
 *
 * @param isMeant whether the node, as it reads then, is what it is meant to be; what it says of its place is not compared
 */
export function changeNode(
  text: string,
  place: NodePlace,
  ways: (one: Case, node: CaseNode) => Iterable<readonly TextEdit[]>,
  isMeant: (before: CaseNode, after: CaseNode) => boolean,
  read: (text: string) => ReadResult,
): ChangedText | undefined {
  const before = read(text);
  const one = before.cases.find(({ id }) => id === place.case);
  const at = one?.nodes.findIndex(({ key }) => key === place.node) ?? -1;
  const node = one?.nodes[at];
  if (!one || !node) return undefined;
  let tried = 0;
  for (const edits of ways(one, node)) {
    if (tried++ >= MOST_TRIED) return undefined;
    const after = read(applyEdits(text, edits));
    if (
      isJustThat(before, after, one, at) &&
      isMeant(node, after.cases[before.cases.indexOf(one)]!.nodes[at]!)
    )
      return { edits, after };
  }
  return undefined;
}

function isJustThat(before: ReadResult, after: ReadResult, one: Case, at: number): boolean {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return false;
  return before.cases.every((each, i) => {
    const other = after.cases[i]!;
    if (each !== one) return essenceOf(each) === essenceOf(other);
    return essenceOfRest(each) === essenceOfRest(other) && shape(each, at) === shape(other, at);
  });
}

/** All that a case says, nodes by their places, but for what one node says. */
function shape({ nodes, evidence }: Case, at: number): string {
  const places = new Map(nodes.map(({ key }, i) => [key, i]));
  const placeOf = (key: NodeKey | undefined): number => (key === undefined ? -1 : (places.get(key) ?? -2));
  const shapeOfNode = ({ key: _key, parents, ...rest }: CaseNode, i: number): unknown[] => [
    parents.map(placeOf),
    i === at ? rest.kind : essenceOf(rest),
  ];
  const shapeOfLink = ({ key: _key, parent, node, ...rest }: EvidenceLink): unknown[] => [
    essenceOf(rest),
    placeOf(parent),
    placeOf(node),
  ];
  return JSON.stringify([nodes.map(shapeOfNode), evidence.map(shapeOfLink)]);
}

/** Whether a node says what it said before. */
export function saysTheSame(
  {
    key: _key,
    id: _id,
    derived: _derived,
    undeveloped: _undeveloped,
    parents: _parents,
    ...before
  }: CaseNode,
  { key: _k, id: _i, derived: _d, undeveloped: _u, parents: _p, ...after }: CaseNode,
): boolean {
  return essenceOf(before) === essenceOf(after);
}
