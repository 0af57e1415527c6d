import { LineIndex } from '../../model/text.ts';
import type { ProposeChallenges } from './challenge.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/** A line below the claim, behind the defeaters that it has already. */
export const challengesInLtac: ProposeChallenges = function* (text, one, node, { id, kind, words }) {
  const index = new LineIndex(text);
  const head = index.offset(node.idRange.start);
  const indentation = /^[ \t]*/.exec(text.slice(lineStart(text, head)))![0];
  const siblings = one.nodes.filter((other) => other.kind === kind && other.parents.includes(node.key));
  const unit = indentationOf(text);
  // Brackets at the end of the words would be read as options or places without brackets of their own behind them.
  const places = /[})]$/.test(words) ? ' ()' : '';
  const line = `${indentation}${unit}- Claim ${id}: ${words} {defeater}${places}`;
  const behind = (at: number): TextEdit[] => {
    const end = lineStop(text, at);
    return [{ start: end, end, newText: `${lineEndOf(text)}${line}` }];
  };
  const last = siblings.at(-1);
  if (last) yield behind(index.offset(last.range.end));
  yield behind(head);
  yield behind(index.offset(node.range.end));
};

/** One level of indentation, as the file has it. */
function indentationOf(text: string): string {
  const [, first] = /^([ \t]+)-/m.exec(text) ?? [];
  return first === undefined || first.length > 4 ? '  ' : first;
}
