import type { Case, CaseNode } from '../../model/case.ts';
import { KIND_LABELS } from '../../model/kinds.ts';
import { LineIndex } from '../../model/text.ts';
import type { Challenge, ProposeChallenges } from './challenge.ts';
import { type Head, headOf, styleOf, withRow } from './markdown-heads.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/**
 * As the document writes its defeaters, else as it writes the node, else as a list item; behind the defeaters that the node has, else behind
 * what it says of itself, else at its end.
 */
export const challengesInMarkdown: ProposeChallenges = function* (text, one, node, challenge) {
  const index = new LineIndex(text);
  const head = headOf(text, index, node);
  const known = one.nodes.filter(({ kind, derived }) => kind === challenge.kind && !derived);
  const siblings = known.filter(({ parents }) => parents.includes(node.key));
  const models = [siblings.at(-1), known.at(-1)].filter((model) => model !== undefined);
  const heads = [...new Set(models)].map((model) => headOf(text, index, model));
  for (const model of heads) if (model.form === 'row') yield* rowBehind(text, model, node, challenge);
  const places = placesFor(text, index, one, node, siblings.at(-1));
  const shapes = shapesFor(one, head, heads, challenge);
  for (const at of places) for (const shape of shapes) yield [insertBlock(text, at, shape)];
  if (head.form === 'row') {
    const end = endOfTable(text, head.start);
    const rows = [
      '| ID | Attacks | Rebuttal |',
      '| --- | --- | --- |',
      `| ${challenge.id} | ${node.id} | ${cell(challenge.words)} |`,
    ];
    if (challenge.kind === 'rebuttal')
      yield [insertBlock(text, end, { lines: rows, indent: '', isItem: false })];
  }
};

/** Lines to insert, all with the same indentation. */
interface Shape {
  readonly lines: readonly string[];
  readonly indent: string;
  /** It is an item of a list, which may stand close to other items. */
  readonly isItem: boolean;
}

/** As the document writes what attacks; in one whose nodes have no ids, without one. */
function shapesFor(one: Case, head: Head, models: readonly Head[], challenge: Challenge): Shape[] {
  const { id, words, kind } = challenge;
  const label = KIND_LABELS[kind];
  const unnamed = item(head, head.bullet, [`**${label}:** ${words}`]);
  const named = item(head, head.bullet, [`**${label} ${id}:** ${words}`]);
  const modelled = models.flatMap((model) => likeModel(head, model, challenge));
  return one.nodes.some(({ derived }) => !derived) ? [...modelled, named, unnamed] : [unnamed, named];
}

function likeModel(head: Head, model: Head, { id, words }: Challenge): Shape[] {
  if (model.form === 'row') return [];
  const { before, behindId, after } = styleOf(model);
  const lines = `${before}${id}${behindId}${words}${after}`.split(/\r?\n/);
  const asItem = item(head, model.bullet, lines);
  if (model.form === 'heading' && head.form === 'heading') {
    const hashes = '#'.repeat(Math.min(6, Math.max(head.depth + 1, model.depth)));
    return [{ lines: [`${hashes} ${lines[0]}`, ...lines.slice(1)], indent: '', isItem: false }, asItem];
  }
  if (model.form === 'paragraph' && head.form !== 'item')
    return [{ lines, indent: head.indent, isItem: false }, asItem];
  return [asItem];
}

function item(head: Head, bullet: string, lines: readonly string[]): Shape {
  const hanging = ' '.repeat(bullet.length);
  return {
    lines: lines
      .filter((line) => line.trim() !== '')
      .map((line, i) => (i === 0 ? bullet : hanging) + line.trimStart()),
    indent: head.form === 'item' ? head.indentOfChildren : head.indent,
    isItem: true,
  };
}

/** Offsets behind which a challenge may stand: line ends. */
function placesFor(
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

/** Blocks stand apart by a blank line; an item stands close to the item before it, unless the list is a loose one. */
function insertBlock(text: string, at: number, { lines, indent, isItem }: Shape): TextEdit {
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

function* rowBehind(
  text: string,
  model: Head,
  node: CaseNode,
  challenge: Challenge,
): Iterable<readonly TextEdit[]> {
  const row = withRow(model, node.id, challenge.id, cell(challenge.words));
  const end = lineStop(text, model.start);
  if (row !== undefined) yield [{ start: end, end, newText: `${lineEndOf(text)}${row}` }];
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|');
}

/** Where the last row of the table that holds a line ends. */
function endOfTable(text: string, at: number): number {
  let end = lineStop(text, at);
  for (;;) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0 || next >= text.length) return end;
    const stop = lineStop(text, next);
    if (!text.slice(next, stop).includes('|')) return end;
    end = stop;
  }
}
