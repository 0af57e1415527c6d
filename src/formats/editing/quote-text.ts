import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { cutBehind } from '../yaml/cut-text.ts';
import { type ChangedText, type NodePlace, changeNode, saysTheSame } from './change-node.ts';
import { blockText, flowText } from './yaml-text.ts';

/** Puts quotes around the text of a node that YAML cuts off at a ` #`, and around what it cuts off. What it gives was read back. Undefined for other texts. */
export function quoteText(
  text: string,
  place: NodePlace,
  read: (text: string) => ReadResult,
): ChangedText | undefined {
  const index = new LineIndex(text);
  let words = '';
  return changeNode(
    text,
    place,
    function* ({ format }, { textRange }) {
      const [start, end] = [index.offset(textRange.start), index.offset(textRange.end)];
      const cut = format === 'yaml' ? cutBehind(text, { start, end }) : undefined;
      if (!cut) return;
      words = text.slice(start, cut.end);
      for (const newText of new Set([blockText(words), flowText(words)]))
        yield [{ start, end: cut.end, newText }];
    },
    (before, after) => after.text === words && saysTheSame({ ...before, text: words }, after),
    read,
  );
}
