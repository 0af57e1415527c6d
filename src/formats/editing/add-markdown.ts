import type { Case, CaseNode } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ProposeAdditions } from './add.ts';
import { challengesInMarkdown } from './challenge-markdown.ts';
import { type Shape, insertBlock, placesFor } from './insert-in-markdown.ts';
import { type Head, headOf } from './markdown-heads.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/** Behind the evidence that a node has, else in a cell of its row, else as a line with a label, as the document writes them; claims as it writes claims. */
export const addInMarkdown: ProposeAdditions = function* (text, one, node, addition) {
  if (!node) return;
  if (addition.is === 'claim') {
    yield* challengesInMarkdown(text, one, node, { id: addition.id, kind: 'claim', words: addition.words });
    return;
  }
  const span = `\`${addition.locator}\``;
  const index = new LineIndex(text);
  yield* behindOthers(text, index, one, node, span);
  const head = headOf(text, index, node);
  if (head.form === 'row') {
    yield* inCells(text, head, span);
    return;
  }
  for (const at of [endOfText(text, index, node), ...placesFor(text, index, one, node, undefined)])
    for (const shape of shapesOf(text, head, span)) yield [insertBlock(text, at, shape)];
};

function endOfText(text: string, index: LineIndex, { textRange, idRange }: CaseNode): number {
  return lineStop(text, Math.max(index.offset(textRange.end), index.offset(idRange.end)));
}

/** As the next item, where the last place stands in a line of its own; else behind a comma. */
function* behindOthers(
  text: string,
  index: LineIndex,
  one: Case,
  { key }: CaseNode,
  span: string,
): Iterable<readonly TextEdit[]> {
  const last = one.evidence.findLast(({ parent, cited }) => parent === key && cited);
  if (!last) return;
  const [start, end] = [index.offset(last.range.start), index.offset(last.range.end)];
  const head = text.slice(lineStart(text, start), start);
  const own = /^(?:[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?=[`[(\]\w]|$)/.exec(head)?.[0];
  if (own !== undefined && /^(?:`+|\[[^\]]*\]\(<?)?$/.test(head.slice(own.length))) {
    const at = lineStop(text, end);
    yield [{ start: at, end: at, newText: `${lineEndOf(text)}${own}${span}` }];
  }
  // Behind what closes the place, and behind the names that belong to it.
  const rest = text.slice(end, lineStop(text, end));
  const closing = /^(?:`+|[^\s()]*(?:\s+"[^"]*")?\))/.exec(rest)?.[0] ?? '';
  const names = /^ ?\([^()]*\)/.exec(rest.slice(closing.length))?.[0] ?? '';
  for (const behind of new Set([closing + names, closing])) {
    const at = end + behind.length;
    yield [{ start: at, end: at, newText: `, ${span}` }];
  }
}

/** In each empty cell of the row: which of them holds evidence, its column says. */
function* inCells(text: string, { start }: Head, span: string): Iterable<readonly TextEdit[]> {
  const line = text.slice(start, lineStop(text, start));
  for (const { index: at, 0: cell } of line.matchAll(/(?<=\|)[ \t]*(?:[-–—][ \t]*)?(?=\|)/g))
    yield [{ start: start + at, end: start + at + cell.length, newText: ` ${span} ` }];
}

/** With the label that the document has before evidence, else with a plain one. */
function shapesOf(text: string, head: Head, span: string): Shape[] {
  const [, before = '', label = 'Evidence:'] =
    /^[ \t>]*((?:[-*+]|\d{1,9}[.)])[ \t]+)?((?:\*\*|__|[*_])?Evidence(?:\*\*|__|[*_])?:(?:\*\*|__|[*_])?)(?=[ \t\r\n])/m.exec(
      text,
    ) ?? [];
  const line = `${label} ${span}`;
  const item: Shape = {
    lines: [`${head.bullet}${line}`],
    indent: head.form === 'item' ? head.indentOfChildren : head.indent,
    isItem: true,
  };
  const paragraph: Shape = {
    lines: [line],
    indent: head.form === 'item' ? head.indentOfChildren : head.indent,
    isItem: false,
  };
  return before !== '' || head.form === 'item' ? [item, paragraph] : [paragraph, item];
}
