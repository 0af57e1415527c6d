import type { CaseNode } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import { type Shape, insertBlock, placesFor } from './insert-in-markdown.ts';
import { headOf } from './markdown-heads.ts';
import type { Moving, ProposeMoves } from './move-node.ts';
import { type TextEdit, lineStart, lineStop } from './text-edit.ts';

const HEADING = /^ {0,3}(#{1,6})(?=[ \t])/;
const ITEM = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;
const FENCE = /^ {0,3}(?:`{3}|~{3})/;

/** Lines that stand together: an item of a list with what is indented below it, or a heading with its section. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** Of a heading; 0 for an item. */
  readonly depth: number;
  readonly indent: string;
}

/** An item goes below another item, or into a section; a section below another heading, its own headings so much deeper or less deep. */
export const movesInMarkdown: ProposeMoves = function* (text, moving) {
  const { one, node, link, target } = moving;
  if (!target) return;
  const index = new LineIndex(text);
  const at = index.offset((node?.idRange ?? link!.range).start);
  const block = blockAt(text, at);
  const removal = block && removalOf(text, block);
  if (!block || !removal) return;
  const head = headOf(text, index, target);
  if (head.form === 'row' || (block.depth > 0 && head.form !== 'heading')) return;
  const shapes = shapesOf(block, head.form === 'item' ? head.indentOfChildren : head.indent, head.depth);
  const siblings = siblingOf(moving);
  const places = link
    ? placesOfLinks(text, index, moving)
    : placesFor(text, index, one, target, siblings).map((place) => ({ place, indent: undefined }));
  for (const { place, indent } of places) {
    if (place > removal.start && place < removal.end) continue;
    for (const shape of shapes)
      yield [removal, insertBlock(text, place, indent === undefined ? shape : { ...shape, indent })];
  }
};

/** The last one of the same kind that hangs there already. */
function siblingOf({ one, node, target }: Moving): CaseNode | undefined {
  return one.nodes.findLast(
    (each) => each !== node && each.kind === node?.kind && each.parents[0] === target?.key && !each.file,
  );
}

/** Behind the last link that the target has, among whose items this one then is. */
function placesOfLinks(
  text: string,
  index: LineIndex,
  { one, target, link }: Moving,
): { place: number; indent: string }[] {
  const last = one.evidence.findLast(
    (each) => each !== link && each.parent === target?.key && each.cited && each.node === undefined,
  );
  if (!last) return [];
  const at = index.offset(last.range.start);
  const [, indent] = ITEM.exec(text.slice(lineStart(text, at), lineStop(text, at))) ?? [];
  return indent === undefined ? [] : [{ place: lineStop(text, at), indent }];
}

function blockAt(text: string, at: number): Block | undefined {
  const start = lineStart(text, at);
  const first = text.slice(start, lineStop(text, start));
  const depth = HEADING.exec(first)?.[1]?.length ?? 0;
  const [, indent] = ITEM.exec(first) ?? [];
  if (depth === 0 && indent === undefined) return undefined;
  let end = lineStop(text, start);
  let isCode = false;
  for (let next = text.indexOf('\n', start) + 1; next > 0 && next < text.length;) {
    const stop = lineStop(text, next);
    const line = text.slice(next, stop);
    if (FENCE.test(line)) isCode = !isCode;
    if (!isCode && !belongs(line, depth, indent ?? '')) break;
    if (line.trim() !== '') end = stop;
    next = text.indexOf('\n', next) + 1;
  }
  const lines = text.slice(start, end).split(/\r?\n/);
  const own = indent ?? '';
  return {
    start,
    end,
    depth,
    indent: own,
    lines: lines.map((line) => (line.startsWith(own) ? line.slice(own.length) : line.trimStart())),
  };
}

function belongs(line: string, depth: number, indent: string): boolean {
  if (depth > 0) return (HEADING.exec(line)?.[1]?.length ?? 7) > depth;
  return line.trim() === '' || /^[ \t>]*/.exec(line)![0].length > indent.length;
}

/** From the end of the line before; of blank lines around it one stays. */
function removalOf(text: string, { start, end }: Block): TextEdit | undefined {
  if (start === 0) return undefined;
  const lineEnd = (at: number): number => (text[at - 2] === '\r' ? at - 2 : at - 1);
  const isBlankBelow =
    /^\r?\n[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200)) || text.slice(end).trim() === '';
  const above = lineStart(text, start - 1);
  const isBlankAbove = above > 0 && text.slice(above, start).trim() === '';
  return { start: lineEnd(isBlankAbove && isBlankBelow ? above : start), end, newText: '' };
}

function shapesOf({ lines, depth }: Block, indent: string, under: number): Shape[] {
  if (depth === 0) return [{ lines, indent, isItem: true }];
  const shift = under + 1 - depth;
  let isCode = false;
  let isTooDeep = false;
  const shifted = lines.map((line) => {
    if (FENCE.test(line)) isCode = !isCode;
    const hashes = isCode ? undefined : HEADING.exec(line)?.[1];
    if (hashes === undefined) return line;
    isTooDeep ||= hashes.length + shift > 6;
    return line.replace(hashes, '#'.repeat(Math.max(1, hashes.length + shift)));
  });
  return isTooDeep ? [] : [{ lines: shifted, indent: '', isItem: false }];
}
