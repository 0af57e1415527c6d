import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { type ChangedText, type NodePlace, changeNode, saysTheSame } from './change-node.ts';
import { headOf, styleOf } from './markdown-heads.ts';
import type { TextEdit } from './text-edit.ts';

/** Writes an id before the text of a node that has none. What it gives was read back. Undefined where there is no way to. */
export function giveId(
  text: string,
  place: NodePlace,
  id: string,
  read: (text: string) => ReadResult,
): ChangedText | undefined {
  const index = new LineIndex(text);
  const insert = (at: number, newText: string): TextEdit[] => [{ start: at, end: at, newText }];
  return changeNode(
    text,
    place,
    function* (one, node) {
      if (!node.derived) return;
      const start = index.offset(node.idRange.start);
      const end = index.offset(node.idRange.end);
      if (one.format !== 'markdown') {
        yield insert(start, `${id}: `);
        return;
      }
      const models = one.nodes.filter((other) => !other.derived && other.kind === node.kind);
      for (const model of models.slice(-1)) {
        const head = headOf(text, index, model);
        if (head.form === 'row' || head.text[0] < head.id[1]) continue;
        const { before, behindId } = styleOf(head);
        // What is emphasised before its id is closed behind it.
        yield insert(start, `${before}${id}${behindId}`);
      }
      yield insert(start, `${id}: `);
      yield insert(start, `**${id}:** `);
      yield insert(end, ` (${id})`);
    },
    (before, after) => after.id === id && !after.derived && saysTheSame(before, after),
    read,
  );
}
