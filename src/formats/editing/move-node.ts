import type { Case, CaseFormat, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import type { ReadResult } from '../format.ts';
import { essenceOf, essenceOfLink, essenceOfRest, hasNewFindings } from './essence.ts';
import { movesInMarkdown } from './move-markdown.ts';
import { movesInYaml } from './move-yaml.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** A part of a case that is to hang under another node of it, in the same file. */
export interface Move {
  /** The id of the case. */
  readonly case: string;
  /** A node, with all that is below it, or a link that belongs to no node of its own. */
  readonly what: { readonly node: NodeKey } | { readonly link: EvidenceLink['key'] };
  /** The node it is to hang under; undefined for the top of the case. */
  readonly to: NodeKey | undefined;
}

/** What is moved, as it was read. */
export interface Moving {
  readonly one: Case;
  readonly node: CaseNode | undefined;
  readonly link: EvidenceLink | undefined;
  readonly target: CaseNode | undefined;
}

/** Ways to write a move, the best first. Whether one is read as it is meant is found by reading. */
export type ProposeMoves = (text: string, moving: Moving) => Iterable<readonly TextEdit[]>;

const WRITERS: Readonly<Partial<Record<CaseFormat, ProposeMoves>>> = {
  yaml: movesInYaml,
  markdown: movesInMarkdown,
};

/** How many ways to write it are tried: each is read. */
const MOST_TRIED = 12;

/**
 * The edits that hang a part of an argument under another node of the same file, with all that is below it. What it gives was read back: that part has
 * its new parent, and nothing else says anything else. Undefined where no way to write it does that.
 *
 * @param read reads the text of this file
 */
export function moveNode(
  text: string,
  before: ReadResult,
  move: Move,
  read: (text: string) => ReadResult,
): readonly TextEdit[] | undefined {
  const moving = find(before, move);
  if (!moving) return undefined;
  let tried = 0;
  for (const edits of WRITERS[moving.one.format]?.(text, moving) ?? []) {
    if (tried++ >= MOST_TRIED) return undefined;
    if (isJustThat(before, read(applyEdits(text, edits)), moving)) return edits;
  }
  return undefined;
}

/** Whether moves are written in a notation at all. */
export function canMoveIn(format: CaseFormat): boolean {
  return WRITERS[format] !== undefined;
}

function find({ cases }: ReadResult, { case: id, what, to }: Move): Moving | undefined {
  const one = cases.find((each) => each.id === id);
  if (!one) return undefined;
  const nodeOf = (key: NodeKey | undefined): CaseNode | undefined =>
    one.nodes.find((node) => node.key === key);
  const node = 'node' in what ? nodeOf(what.node) : undefined;
  const link = 'link' in what ? one.evidence.find(({ key }) => key === what.link) : undefined;
  const target = nodeOf(to);
  if ((!node && !link) || (to !== undefined && !target)) return undefined;
  return { one, node, link, target };
}

function isJustThat(before: ReadResult, after: ReadResult, moving: Moving): boolean {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return false;
  return before.cases.every((one, i) => {
    const other = after.cases[i]!;
    return one === moving.one ? isMoved(one, other, moving) : essenceOf(one) === essenceOf(other);
  });
}

/** Order is where something stands, which a move changes. */
function isMoved(one: Case, other: Case, { node, link, target }: Moving): boolean {
  const to = target?.key;
  const parents = to === undefined ? [] : [to];
  const expected = one.nodes.map((each) => (each === node ? { ...each, parents } : each));
  const links = one.evidence.map((each) => {
    const goesAlong = each === link || (node !== undefined && each.node === node.key);
    return goesAlong && to !== undefined ? { ...each, parent: to } : each;
  });
  return (
    essenceOfRest({ ...one, references: [] }) === essenceOfRest({ ...other, references: [] }) &&
    sameParts(expected.map(essenceOf), other.nodes.map(essenceOf)) &&
    sameParts(links.map(essenceOfLink), other.evidence.map(essenceOfLink)) &&
    sameParts(one.references.map(essenceOf), other.references.map(essenceOf))
  );
}

function sameParts(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  const sorted = [...others].sort();
  return [...some].sort().every((part, i) => part === sorted[i]);
}
