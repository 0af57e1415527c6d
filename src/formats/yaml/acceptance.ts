import { message, say } from '../../l10n/say.ts';
import type { WrittenAcceptance } from './case-builder.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { reportWrongType, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { oneString } from './strings.ts';

const PARTS = ['by', 'why', 'until'] as const;

const HOW = message(
  'Write who accepts it, why, and until when: `accepted: {by: NAME, why: REASON, until: 2030-12-31}`.',
);

/** Reads `accepted: {by, why, until}`. Parts that lack are left out; a rule says so. */
export function readAcceptance(
  reading: Reading,
  field: Field,
  node: string | undefined,
): WrittenAcceptance | undefined {
  const { span } = field.key;
  const shape = shapeOf(reading, field.value);
  if (shape.is === 'nothing') return { span };
  if (shape.is !== 'map') {
    reportWrongType(reading, field.valueSpan, `${say('`accepted` must be an object.')} ${say(HOW)}`, {
      node,
    });
    return undefined;
  }
  const fields = fieldsOf(reading, shape.map, PARTS, '`accepted`', node);
  const part = (name: (typeof PARTS)[number]): string | undefined => {
    const found = fieldNamed(fields, name);
    if (!found) return undefined;
    const expected = { message: say('`{0}` of `accepted` must be one text.', name), node };
    return oneString(reading, found.value, found.key.span, expected)?.text || undefined;
  };
  return { by: part('by'), why: part('why'), until: part('until'), span };
}
