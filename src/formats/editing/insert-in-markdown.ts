import type { Case, CaseNode } from '../../model/case.ts';
import type { LineIndex } from '../../model/text.ts';
import { headOf } from './markdown-heads.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/** Lines to insert, all with the same indentation. */
export interface Shape {
  readonly lines: readonly string[];
  readonly indent: string;
  /** It is an item of a list, which may stand close to other items. */
  readonly isItem: boolean;
}

/** Offsets behind which something of a node may stand: line ends. @param sibling one of its kind that is there already */
export function placesFor(
  text: string,
  index: LineIndex,
  one: Case,
  node: CaseNode,
  sibling: CaseNode | undefined,
): number[] {
  const places: number[] = [];
  const end = (at: number): number => lineStop(text, at);
  if (sibling && !isRow(text, index, sibling))
    places.push(end(lastCharacter(text, index.offset(sibling.range.end))));
  const start = index.offset(node.idRange.start);
  const limit = index.offset(node.range.end);
  const below = one.nodes
    .filter(({ key, parents, kind }) => key !== node.key && parents.includes(node.key) && kind !== 'evidence')
    .map(({ range }) => index.offset(range.start))
    .filter((at) => at > start && at <= limit);
  if (below.length > 0) {
    const first = lineStart(text, Math.min(...below));
    if (first > start) places.push(end(lastCharacter(text, first)));
  }
  places.push(end(lastCharacter(text, limit)));
  places.push(end(Math.max(start, index.offset(node.textRange.end))));
  return [...new Set(places)];
}

/** The offset behind the last character before `end` that is no white space. */
function lastCharacter(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function isRow(text: string, index: LineIndex, node: CaseNode): boolean {
  return headOf(text, index, node).form === 'row';
}

/** Inserts lines behind a line. Blocks stand apart by a blank line; an item stands close to the item before it, unless the list is a loose one. */
export function insertBlock(text: string, at: number, { lines, indent, isItem }: Shape): TextEdit {
  const eol = lineEndOf(text);
  const line = text.slice(lineStart(text, at), at);
  const close = isItem && isTight(text, at, line, indent);
  const body = lines.map((each) => (each === '' ? '' : indent + each)).join(eol);
  const rest = text.slice(at);
  const [, nextLine = ''] = /^\r?\n([^\r\n]*)/.exec(rest) ?? [];
  const apart = nextLine.trim() === '' || (isItem && ITEM.test(nextLine)) ? '' : eol;
  return { start: at, end: at, newText: `${eol}${close ? '' : eol}${body}${apart}` };
}

const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Whether an item may follow a line without a blank one: an item of the same list, or its parent, does. */
function isTight(text: string, at: number, line: string, indent: string): boolean {
  const own = /^[ \t]*/.exec(line)![0].length;
  if (!ITEM.test(line)) {
    const above = text.slice(0, lineStart(text, at));
    return own > 0 && indent.length > 0 && !/\n[ \t]*\r?\n$/.test(above.slice(-200));
  }
  const [, below] = /^\r?\n[ \t]*\r?\n([ \t]*)\S/.exec(text.slice(at, at + 2_000)) ?? [];
  const opensLoose = below !== undefined && indent.length > own && below.length >= indent.length;
  return own <= indent.length && indent.length > 0 ? !opensLoose : indent.length > 0 || !isLoose(text, at);
}

/** Whether the item at the end of whose line an offset is has a blank line and another item before it. */
function isLoose(text: string, at: number): boolean {
  const before = text.slice(0, lineStart(text, at));
  return /(?:^|\n)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t][^\n]*\n[ \t]*\r?\n$/.test(before.slice(-2_000));
}
