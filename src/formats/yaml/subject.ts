import { say } from '../../l10n/say.ts';
import type { SubjectSpec } from '../../model/case.ts';
import type { LineIndex } from '../../model/text.ts';
import { fieldNamed, fieldsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { reportWrongType, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { oneString } from './strings.ts';

const SUBJECT_KEYS = ['repo', 'rev', 'path'] as const;

/** Reads `subject`: a path, a repository's URL, or an object of both. Undefined where it is the case's own repository. */
export function readSubject(
  reading: Reading,
  field: Field | undefined,
  lines: LineIndex,
): SubjectSpec | undefined {
  if (!field) return undefined;
  const shape = shapeOf(reading, field.value);
  const range = lines.range(field.valueSpan.start, field.valueSpan.end);
  switch (shape.is) {
    case 'nothing':
      return undefined;
    case 'scalar': {
      const { text } = shape.written;
      if (text === '.' || text === '') return undefined;
      return isUrl(text) ? { repo: text, range } : { path: text, range };
    }
    case 'map': {
      const fields = fieldsOf(reading, shape.map, SUBJECT_KEYS, '`subject`');
      const parts = SUBJECT_KEYS.flatMap((name) => {
        const part = fieldNamed(fields, name);
        const expected = { message: say('`{0}` of `subject` must be one text.', name) };
        const text = part && oneString(reading, part.value, part.key.span, expected)?.text;
        return text ? [[name, text] as const] : [];
      });
      return parts.length === 0 ? undefined : { ...Object.fromEntries(parts), range };
    }
    case 'list':
      reportWrongType(
        reading,
        field.valueSpan,
        say(
          '`subject` must be a path such as `../checkout`, or an object: `subject: {repo: URL, rev: REVISION, path: ../checkout}`.',
        ),
      );
      return undefined;
  }
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:/i.test(text);
}
