import type { Acceptance } from '../../model/case.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { reportWrongType, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { oneString } from './strings.ts';

const PARTS = ['by', 'why', 'until'] as const;

const HOW =
  'Write who accepts it, why, and until when: `accepted: {by: NAME, why: REASON, until: 2030-12-31}`.';

/** Reads `accepted: {by, why, until}`. An acceptance with a part missing is reported, and does not count. */
export function readAcceptance(
  reading: Reading,
  field: Field,
  node: string | undefined,
): Acceptance | undefined {
  const shape = shapeOf(reading, field.value);
  if (shape.is === 'nothing') {
    reportIncomplete(reading, field, HOW, node);
    return undefined;
  }
  if (shape.is !== 'map') {
    reportWrongType(reading, field.valueSpan, `\`accepted\` must be an object. ${HOW}`, { node });
    return undefined;
  }
  const fields = fieldsOf(reading, shape.map, PARTS, '`accepted`', node);
  const part = (name: (typeof PARTS)[number]): string => {
    const found = fieldNamed(fields, name);
    if (!found) return '';
    const expected = { message: `\`${name}\` of \`accepted\` must be one text.`, node };
    return oneString(reading, found.value, found.key.span, expected)?.text ?? '';
  };
  const accepted = { by: part('by'), why: part('why'), until: part('until') };
  const missing = PARTS.filter((name) => accepted[name] === '');
  if (missing.length > 0) {
    const names = missing.map((name) => `\`${name}\``).join(' and ');
    reportIncomplete(reading, field, `This acceptance lacks ${names}, so it does not count. ${HOW}`, node);
    return undefined;
  }
  if (!isDate(accepted.until)) {
    reportIncomplete(
      reading,
      field,
      `\`until\` is no date, so this acceptance does not count. Write the day as 2030-12-31.`,
      node,
    );
    return undefined;
  }
  return accepted;
}

/** A day that exists, in ISO 8601, with or without a time. */
function isDate(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function reportIncomplete(reading: Reading, field: Field, message: string, node: string | undefined): void {
  reading.report({ rule: 'acceptance-incomplete', severity: 'warning', message, span: field.key.span, node });
}
