import { LineIndex } from '../../model/text.ts';
import type { ProposeAdditions } from './add.ts';
import { nameOf } from './add-ltac.ts';
import { insertInYaml } from './insert-in-yaml.ts';
import { lineEndOf } from './text-edit.ts';
import { blockText, flowText } from './yaml-text.ts';

/** A solution or goal of its own at the end of the file, which the node is supported by. */
export const addInGsn2x: ProposeAdditions = function* (text, _one, node, addition) {
  if (!node) return;
  const eol = lineEndOf(text);
  const [, unit = '  '] = /^( +)\S/m.exec(text) ?? [];
  const { id } = addition;
  const lines =
    addition.is === 'claim'
      ? [`${id}:`, `${unit}text: ${blockText(addition.words)}`, `${unit}undeveloped: true`]
      : [
          `${id}:`,
          `${unit}text: ${blockText(nameOf(addition.locator))}`,
          `${unit}url: ${blockText(addition.locator)}`,
        ];
  const end = text.trimEnd().length;
  const isApart = /\n[ \t]*\r?\n\S/.test(text.trim());
  const entry = { start: end, end, newText: `${eol}${isApart ? eol : ''}${lines.join(eol)}` };
  const supports = insertInYaml(text, new LineIndex(text).offset(node.idRange.start), {
    key: 'supportedBy',
    form: 'list',
    before: new Set(),
    textKey: 'text',
    entry: (form) => (form === 'list' ? flowText(id) : undefined),
  });
  for (const edits of supports) {
    // Two insertions in one place are made in their order.
    yield [...edits, entry];
  }
};
