import type { YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import { pairsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { shown } from '../yaml/wording.ts';
import { ELEMENT_KEYS, suggestKey } from './keys.ts';
import type { GsnReading } from './reading.ts';

/** The fields of an element. Any key is allowed, as a layer; one that looks misspelt, or is written twice, is reported. */
export function elementFields(reading: GsnReading, map: YAMLMap.Parsed, node: string): Field[] {
  const fields = pairsOf(reading, map);
  const first = new Map<string, Field>();
  for (const field of fields) {
    const { text, span } = field.key;
    const before = first.get(text);
    if (!before) first.set(text, field);
    else {
      reading.report({
        rule: 'duplicate-key',
        severity: 'error',
        message: say('`{0}` is written twice in `{1}`. Put both into one.', shown(text), node),
        span,
        node,
        related: { message: say('The first `{0}`', shown(text)), span: before.key.span },
      });
    }
  }
  for (const field of first.values()) {
    const name = field.key.text;
    const suggestion = ELEMENT_KEYS.includes(name) ? undefined : suggestKey(name);
    if (suggestion === undefined || first.has(suggestion)) continue;
    reading.report({
      rule: 'unknown-key',
      severity: 'information',
      message: say(
        'gsn2x takes `{0}` for an additional layer of `{1}`. Did you mean `{2}`?',
        shown(name),
        node,
        suggestion,
      ),
      span: field.key.span,
      node,
    });
  }
  return fields;
}
