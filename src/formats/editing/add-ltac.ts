import { baseName } from '../../model/paths.ts';
import { LineIndex } from '../../model/text.ts';
import type { ProposeAdditions } from './add.ts';
import { type TextEdit, lineEndOf, lineStart, lineStop } from './text-edit.ts';

/** A line below the node, behind those of its kind that it has already. */
export const addInLtac: ProposeAdditions = function* (text, one, node, addition) {
  if (!node) return;
  const index = new LineIndex(text);
  const head = index.offset(node.idRange.start);
  const indentation = /^[ \t]*/.exec(text.slice(lineStart(text, head)))![0];
  const [, first] = /^([ \t]+)-/m.exec(text) ?? [];
  const unit = first === undefined || first.length > 4 ? '  ' : first;
  const { id } = addition;
  // Brackets at the end of the words would be read as options or places.
  const line =
    addition.is === 'claim'
      ? `- Claim ${id}: ${addition.words}${/[})]$/.test(addition.words) ? ' ()' : ''}`
      : `- Evidence ${id}: ${nameOf(addition.locator)} (${addition.locator})`;
  const behind = (at: number): TextEdit[] => {
    const end = lineStop(text, at);
    return [{ start: end, end, newText: `${lineEndOf(text)}${indentation}${unit}${line}` }];
  };
  const siblings = one.nodes.filter(
    ({ kind, parents }) => kind === addition.is && parents.includes(node.key),
  );
  const last = siblings.at(-1);
  if (last) yield behind(index.offset(last.range.end));
  yield behind(index.offset(node.range.end));
  yield behind(head);
};

/** A text for evidence that says no more than its place: `create_app in app.py`. */
export function nameOf(locator: string): string {
  const [path = '', ...parts] = locator.split('#');
  const name = baseName(path.replace(/\/$/, ''));
  const part = parts.join('#').replace(/^region:/, '');
  if (part === '') return name;
  const lines = /^L(\d+)(?:-L?(\d+))?$/.exec(part);
  if (!lines) return `${part} in ${name}`;
  return lines[2] === undefined
    ? `Line ${lines[1]} of ${name}`
    : `Lines ${lines[1]} to ${lines[2]} of ${name}`;
}
