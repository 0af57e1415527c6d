import type { Case, CaseNode } from '../../model/case.ts';
import { KIND_LABELS } from '../../model/kinds.ts';
import { LineIndex } from '../../model/text.ts';
import type { NewNode, ProposeChallenges } from './challenge.ts';
import { type Head, headOf, styleOf, withRow } from './markdown-heads.ts';
import { type Shape, insertBlock, placesFor } from './insert-in-markdown.ts';
import { type TextEdit, lineEndOf, lineStop } from './text-edit.ts';

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

/** As the document writes what attacks; in one whose nodes have no ids, without one. */
function shapesFor(one: Case, head: Head, models: readonly Head[], challenge: NewNode): Shape[] {
  const { id, words, kind } = challenge;
  const label = KIND_LABELS[kind];
  const unnamed = item(head, head.bullet, [`**${label}:** ${words}`]);
  const named = item(head, head.bullet, [`**${label} ${id}:** ${words}`]);
  const modelled = models.flatMap((model) => likeModel(head, model, challenge));
  return one.nodes.some(({ derived }) => !derived) ? [...modelled, named, unnamed] : [unnamed, named];
}

function likeModel(head: Head, model: Head, { id, words }: NewNode): Shape[] {
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

function* rowBehind(
  text: string,
  model: Head,
  node: CaseNode,
  challenge: NewNode,
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
