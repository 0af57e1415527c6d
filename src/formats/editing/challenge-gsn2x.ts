import { isMap, isPair, isScalar } from 'yaml';
import { LineIndex } from '../../model/text.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { spanOf } from '../yaml/scalars.ts';
import type { ProposeChallenges } from './challenge.ts';
import type { Letters } from './free-id.ts';
import { lineEndOf, lineStart, lineStop } from './text-edit.ts';
import { blockText } from './yaml-text.ts';

/** What ids of counter goals begin with; gsn2x knows them by that. */
export const GSN_LETTERS: Letters = { rebuttal: ['CG'], undermine: ['CG'], needed: true };

/** A counter goal of its own, behind those that challenge the same element, else behind the element. */
export const challengesInGsn2x: ProposeChallenges = function* (text, one, node, { id, words }) {
  const index = new LineIndex(text);
  const eol = lineEndOf(text);
  const unit = indentationOf(text);
  const entry = [`${id}:`, `${unit}text: ${blockText(words)}`, `${unit}challenges: ${node.id}`].join(eol);
  const others = one.nodes.filter(({ kind, parents }) => kind === 'rebuttal' && parents.includes(node.key));
  for (const beside of [others.at(-1), node]) {
    const end = beside && endOfEntry(text, index.offset(beside.idRange.start));
    if (end === undefined) continue;
    yield [{ start: end, end, newText: `${eol}${gap(text, end, eol)}${entry}` }];
  }
};

/** Where the last line of the top-level entry whose key stands at an offset ends. */
function endOfEntry(text: string, key: number): number | undefined {
  for (const contents of parseDocuments(text, () => {}).contents) {
    if (!isMap(contents)) continue;
    const pair = contents.items.find(
      (item) => isPair(item) && isScalar(item.key) && item.key.range[0] <= key && key < item.key.range[1],
    );
    if (pair && lineStart(text, key) === key)
      return lineStop(text, pair.value ? spanOf(pair.value, text).end : key);
  }
  return undefined;
}

/** Elements stand apart by a blank line where the file has them so. */
function gap(text: string, at: number, eol: string): string {
  const rest = text.slice(at);
  if (rest.trim() !== '') return /^\r?\n[ \t]*\r?\n/.test(rest) ? eol : '';
  return /\n[ \t]*\r?\n\S/.test(text.trim()) ? eol : '';
}

function indentationOf(text: string): string {
  const [, first] = /^( +)\S/m.exec(text) ?? [];
  return first ?? '  ';
}
