import { say } from '../../l10n/say.ts';
import { NO_REVIEW_POLICY, type ReviewPolicy } from '../../model/review.ts';
import type { LineIndex } from '../../model/text.ts';
import type { Field } from '../yaml/pairs.ts';
import { fieldNamed, fieldsOf } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Reading } from '../yaml/reading.ts';
import { someStrings } from '../yaml/strings.ts';
import { shown } from '../yaml/wording.ts';

const KEYS = ['required', 'independent', 'expireAfterDays'] as const;

/** A hundred years. */
const MOST_DAYS = 36_525;
/** Ids are shorter. */
const LONGEST_PATTERN = 200;
/** Each is compared with each node. */
const MOST_PATTERNS = 500;

/** Reads `reviews: {required: [C1, transit/C2], independent: true, expireAfterDays: 180}`. */
export function readReviewPolicy(reading: Reading, field: Field | undefined, lines: LineIndex): ReviewPolicy {
  const shape = field ? shapeOf(reading, field.value) : undefined;
  if (!field || !shape || shape.is === 'nothing') return NO_REVIEW_POLICY;
  if (shape.is !== 'map') {
    const message = `${say('`reviews` must hold what is demanded of reviews, such as `required: [C1]`.')} ${say('Allowed are: {0}.', KEYS.join(', '))}`;
    reportWrongType(reading, field.valueSpan, message);
    return NO_REVIEW_POLICY;
  }
  const fields = fieldsOf(reading, shape.map, KEYS, '`reviews`');
  const named = (name: (typeof KEYS)[number]): Field | undefined => fieldNamed(fields, name);
  const days = readDays(reading, named('expireAfterDays'));
  return {
    required: readRequired(reading, named('required'), lines),
    independent: readIndependent(reading, named('independent')),
    ...(days !== undefined && { expireAfterDays: days }),
  };
}

function readRequired(
  reading: Reading,
  field: Field | undefined,
  lines: LineIndex,
): ReviewPolicy['required'] {
  if (!field) return [];
  const message = say(
    '`required` must be `all` or a list of nodes, such as `[C1, transit/C2, "S*"]`: ids, or the id of a case, `/` and an id. `*` is any characters.',
  );
  const patterns = someStrings(reading, field.value, field.key.span, { message });
  const isAll = patterns.some(({ text }) => text === 'all');
  const good = patterns.filter(({ text, span }) => {
    if (text.length <= LONGEST_PATTERN && !/\s/.test(text)) return true;
    const start = shown(text.slice(0, LONGEST_PATTERN));
    reportWrongType(
      reading,
      span,
      say('`{0}` names no node. Write an id, such as `C1` or `transit/C2`.', start),
    );
    return false;
  });
  if (isAll) return 'all';
  const next = good[MOST_PATTERNS];
  if (next) {
    const left = say(
      'Only the first {0} of `required` are read. Write patterns, such as `S*` or `transit/*`, or `all`.',
      MOST_PATTERNS,
    );
    reportWrongType(reading, next.span, left);
  }
  return good.slice(0, MOST_PATTERNS).map(({ text: pattern, span }) => ({
    pattern,
    range: lines.range(span.start, span.end),
  }));
}

function readIndependent(reading: Reading, field: Field | undefined): boolean {
  if (!field) return false;
  const shape = shapeOf(reading, field.value);
  const text = shape.is === 'scalar' ? shape.written.text.toLowerCase() : '';
  if (text !== 'true' && text !== 'false') {
    const message = say(
      '`independent` must be `true` (whoever changed evidence is not its reviewer) or `false`.',
    );
    reportWrongType(reading, field.valueSpan, message);
  }
  return text === 'true';
}

function readDays(reading: Reading, field: Field | undefined): number | undefined {
  if (!field) return undefined;
  const shape = shapeOf(reading, field.value);
  const text = shape.is === 'scalar' ? shape.written.text : '';
  const days = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  const message = say(
    '`expireAfterDays` must be a whole number of days from 1 to {0}, such as 180.',
    MOST_DAYS,
  );
  reportWrongType(reading, field.valueSpan, message);
  return undefined;
}
