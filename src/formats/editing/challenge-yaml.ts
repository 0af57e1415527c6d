import { LineIndex } from '../../model/text.ts';
import type { ProposeChallenges } from './challenge.ts';
import { insertInYaml } from './insert-in-yaml.ts';
import { blockText, flowText } from './yaml-text.ts';

/** Keys below which the argument goes on; what attacks a claim stands before them, near its text. */
const GOES_ON: ReadonlySet<string> = new Set(['claims', 'strategies', 'evidence', 'controls']);

/** An entry below the node's key for what attacks it, which is made where there is none. */
export const challengesInYaml: ProposeChallenges = (text, _one, node, { id, kind, words }) =>
  insertInYaml(text, new LineIndex(text).offset(node.idRange.start), {
    key: kind === 'undermine' ? 'undermines' : 'rebuttals',
    form: 'map',
    entry: (form, style) => {
      const entry = `${id}: ${style === 'flow' ? flowText(words) : blockText(words)}`;
      return form === 'list' && style === 'flow' ? `{${entry}}` : entry;
    },
    before: GOES_ON,
    textKey: node.kind === 'evidence' ? 'at' : 'text',
  });
