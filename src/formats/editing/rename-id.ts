import type { Case, CaseNode, EvidenceLink, NodeReference } from '../../model/case.ts';
import { LineIndex, type Range } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import type { Span } from '../span.ts';
import { replaceId } from './id-words.ts';
import { essenceOf } from './essence.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** Another id for a node, in one of the files that name it. */
export interface IdRenaming {
  readonly from: string;
  readonly to: string;
  /** Where the reader found the id: the node's own place, and references to it. Each holds the id as a word. */
  readonly known: readonly Range[];
  /** Where it may stand besides. */
  readonly mentions: readonly Span[];
}

/** The edits of a file, and how it reads with them. */
export interface RenamedText {
  readonly edits: readonly TextEdit[];
  readonly after: ReadResult;
}

/**
 * Writes another id in the places that name a node. What it gives was read back: the node and what refers to it have the new id, and nothing else says
 * anything else. Undefined where it could not be done so, such as in notations whose ids say what kind of node they are of.
 */
export function renameId(
  text: string,
  before: ReadResult,
  renaming: IdRenaming,
  read: (text: string) => ReadResult,
): RenamedText | undefined {
  const { from, to, known, mentions } = renaming;
  const index = new LineIndex(text);
  const sure = known.flatMap((range) => idIn(text, index, range, from) ?? []);
  if (sure.length < known.length) return undefined;
  for (const spans of [distinct([...sure, ...mentions]), distinct(sure)]) {
    if (spans.length === 0) continue;
    const edits = spans.map(({ start, end }): TextEdit => ({ start, end, newText: to }));
    const after = read(applyEdits(text, edits));
    if (isJustRenamed(before, after, renaming, index, sure)) return { edits, after };
  }
  return undefined;
}

/** The id within what a reader took for it: in quotes, behind `case-id/` or `^`. */
function idIn(text: string, index: LineIndex, range: Range, id: string): Span | undefined {
  const start = index.offset(range.start);
  const written = text.slice(start, index.offset(range.end));
  if (written === id) return { start, end: start + id.length };
  const at = written.lastIndexOf(id);
  return at < 0 ? undefined : { start: start + at, end: start + at + id.length };
}

function distinct(spans: readonly Span[]): Span[] {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function isJustRenamed(
  before: ReadResult,
  after: ReadResult,
  renaming: IdRenaming,
  index: LineIndex,
  sure: readonly Span[],
): boolean {
  const { from, to } = renaming;
  const norm = (part: unknown): string => replaceId(JSON.stringify(part), from, to);
  const starts = sure.map(({ start }) => start).sort((one, other) => one - other);
  const isNamed = (range: Range): boolean => {
    const [start, end] = [index.offset(range.start), index.offset(range.end)];
    const next = starts[firstFrom(starts, start)];
    return next !== undefined && next < end;
  };
  const messages = ({ findings }: ReadResult): string =>
    JSON.stringify(findings.map(({ rule, message }) => norm([rule, message])).sort());
  if (before.cases.length !== after.cases.length || messages(before) !== messages(after)) return false;
  return before.cases.every((one, i) => {
    const other = after.cases[i]!;
    if (one.nodes.length !== other.nodes.length || one.evidence.length !== other.evidence.length)
      return false;
    const id = (node: { readonly idRange: Range; readonly id: string }): string =>
      isNamed(node.idRange) ? to : node.id;
    return (
      sameRest(one, other, norm) &&
      one.nodes.every((node, k) => {
        const now = other.nodes[k]!;
        return (
          (node.derived || now.id === id(node)) &&
          shapeOfNode(one, node, norm) === shapeOfNode(other, now, norm)
        );
      }) &&
      one.evidence.every((link, k) => shapeOfLink(one, link) === shapeOfLink(other, other.evidence[k]!)) &&
      sameReferences(one, other, (reference) =>
        isNamed(reference.range) ? renamedTarget(reference.target, from, to) : reference.target,
      )
    );
  });
}

/** Where the first of some numbers in order stands that is not below one. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameRest(one: Case, other: Case, norm: (part: unknown) => string): boolean {
  const rest = ({ nodes: _n, evidence: _e, references: _r, symbols: _s, ...kept }: Case): string =>
    norm(JSON.parse(essenceOf(kept)));
  return one.id === other.id && rest(one) === rest(other);
}

function shapeOfNode(
  one: Case,
  { key: _key, id: _id, parents, ...rest }: CaseNode,
  norm: (part: unknown) => string,
): string {
  return norm([JSON.parse(essenceOf(rest)), parents.map((parent) => placeOf(one, parent))]);
}

function shapeOfLink(one: Case, { key: _key, parent, node, ...rest }: EvidenceLink): string {
  return JSON.stringify([
    essenceOf(rest),
    placeOf(one, parent),
    node === undefined ? -1 : placeOf(one, node),
  ]);
}

function sameReferences(one: Case, other: Case, target: (reference: NodeReference) => string): boolean {
  if (one.references.length !== other.references.length) return false;
  return one.references.every((reference, i) => {
    const now = other.references[i]!;
    // Where one text names a node twice, the reader tells once where: what is renamed is compared by the whole.
    return (
      placeOf(one, reference.from) === placeOf(other, now.from) &&
      reference.upward === now.upward &&
      target(reference) === now.target
    );
  });
}

/** What a reference to a node says once that is called otherwise: `C2` or `case-id/C2`. */
function renamedTarget(target: string, from: string, to: string): string {
  return target.endsWith(from) ? target.slice(0, target.length - from.length) + to : target;
}

const places = new WeakMap<Case, ReadonlyMap<string, number>>();

function placeOf(one: Case, key: string): number {
  let known = places.get(one);
  if (!known) {
    known = new Map(one.nodes.map((node, i) => [node.key, i]));
    places.set(one, known);
  }
  return known.get(key) ?? -1;
}
