import type { SelectionRange } from 'vscode-languageserver-protocol';
import { type Position, type Range, comparePositions, contains } from '../model/text.ts';
import type { Lookup } from './lookup.ts';

/**
 * What to select as a selection grows at each position: the part behind `#`, the locator or id, the text, the node, the nodes around it, the case.
 *
 * @param file absolute, with `/`
 */
export function selectionRanges(
  lookup: Lookup,
  file: string,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => nest(rangesAt(lookup, file, position), position));
}

function rangesAt(lookup: Lookup, file: string, position: Position): Range[] {
  const parts = lookup.partsIn(file);
  const written = parts.onLine(position.line).filter(({ range }) => contains(range, position));
  const ranges: Range[] = [];
  for (const one of written) {
    if (one.is === 'link') ranges.push(...fragmentRange(one.judged.link.locator, one.range));
    ranges.push(one.range);
  }
  for (const { node } of parts.around(position)) {
    if (contains(node.node.textRange, position)) ranges.push(node.node.textRange);
    ranges.push(node.node.range);
  }
  for (const one of lookup.casesIn(file)) if (one.file === file) ranges.push(one.case.range);
  return ranges.filter((range) => contains(range, position));
}

/** Where the part stands in a locator that is written as it is read. */
function fragmentRange(locator: string, { start, end }: Range): Range[] {
  const hash = locator.indexOf('#');
  if (hash < 0 || start.line !== end.line || end.character - start.character !== locator.length) return [];
  return [{ start: { line: start.line, character: start.character + hash + 1 }, end }];
}

/** Ranges from the inside out, without those that do not lie around the one before. */
function nest(ranges: readonly Range[], position: Position): SelectionRange {
  const chain: Range[] = [];
  for (const range of ranges) {
    const inner = chain.at(-1);
    if (!inner || (holds(range, inner) && !holds(inner, range))) chain.push(range);
  }
  let result: SelectionRange | undefined;
  for (const range of chain.reverse()) result = { range, ...(result && { parent: result }) };
  return result ?? { range: { start: position, end: position } };
}

function holds(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}
