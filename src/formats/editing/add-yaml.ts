import { LineIndex } from '../../model/text.ts';
import type { ProposeAdditions } from './add.ts';
import { type YamlInsertion, insertInCase, insertInYaml } from './insert-in-yaml.ts';
import { blockText, flowText } from './yaml-text.ts';

const NOTHING: ReadonlySet<string> = new Set();
/** A claim's evidence stands before what else the argument goes on with. */
const GOES_ON: ReadonlySet<string> = new Set(['claims', 'strategies', 'controls']);

/** An item of `evidence`, or an entry of `claims`, below the node's key or at the top. */
export const addInYaml: ProposeAdditions = (text, one, node, addition) => {
  const index = new LineIndex(text);
  const insertion: YamlInsertion =
    addition.is === 'evidence'
      ? {
          key: 'evidence',
          form: 'list',
          before: GOES_ON,
          textKey: 'text',
          entry: (form, style) => {
            const locator = scalar(addition.locator, style);
            return form === 'list' ? locator : `${addition.id}: ${locator}`;
          },
        }
      : {
          key: 'claims',
          form: 'map',
          before: NOTHING,
          textKey: 'text',
          entry: (form, style) => {
            const words = scalar(addition.words, style);
            return form === 'list' ? words : `${addition.id}: ${words}`;
          },
        };
  return node
    ? insertInYaml(text, index.offset(node.idRange.start), insertion)
    : insertInCase(text, index.offset(one.range.start), insertion);
};

function scalar(text: string, style: 'block' | 'flow'): string {
  return style === 'flow' ? flowText(text) : blockText(text);
}
