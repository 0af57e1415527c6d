import { isScalar } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import { suggestKey } from './keys.ts';
import { placeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { spanOf, writtenScalar } from './scalars.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';
import { shown } from './wording.ts';

/** One `key: value` of a map. */
export interface Field {
  readonly key: Written;
  /** As written: an alias is not followed. */
  readonly value: ParsedNode | null;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Where the value is; behind the key if there is none. */
  readonly valueSpan: Span;
  /** The colon is not written yet, which is reported elsewhere. */
  readonly halfTyped: boolean;
}

/** The pairs of a map whose keys are words. Merge keys and keys that are maps or lists are reported and left out. */
export function pairsOf(reading: Reading, map: YAMLMap.Parsed): Field[] {
  const fields: Field[] = [];
  for (const { key, value } of map.items) {
    const node = reading.follow(key);
    if (!isScalar(node)) {
      if (node) reportKey(reading, spanOf(node, reading.text));
      continue;
    }
    const written = writtenScalar(node, reading.text);
    if (written.text === '<<') {
      reportMergeKey(reading, written.span);
      continue;
    }
    const start = (key ?? node).range[0];
    const valueSpan = placeOf(reading, value, written.span);
    fields.push({
      key: written,
      value,
      span: { start, end: Math.max(start, written.span.end, valueSpan.end) },
      valueSpan,
      halfTyped: value === null && map.flow !== true,
    });
  }
  return fields;
}

/**
 * The fields of an object: keys that are not allowed are reported and left out, keys that are written twice are reported.
 * @param what names the object in messages: "a case", "`C2`" …
 */
export function fieldsOf(
  reading: Reading,
  map: YAMLMap.Parsed,
  allowed: readonly string[],
  what: string,
  node?: string,
): Field[] {
  const first = new Map<string, Field>();
  return pairsOf(reading, map).filter((field) => {
    const { text, span } = field.key;
    if (!allowed.includes(text)) {
      const suggestion = suggestKey(text, allowed);
      if (field.halfTyped && suggestion === undefined) return false;
      const message = unknownKeyMessage(text, suggestion, allowed, what);
      reading.report({ rule: 'unknown-key', severity: 'warning', message, span, node });
      return false;
    }
    const before = first.get(text);
    if (before) {
      reading.report({
        rule: 'duplicate-key',
        severity: 'error',
        message: say('`{0}` is written twice in {1}. Put both into one.', text, what),
        span,
        node,
        related: { message: say('The first `{0}`', text), span: before.key.span },
      });
    }
    first.set(text, before ?? field);
    return true;
  });
}

/** The first field of a name. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.key.text === name);
}

function unknownKeyMessage(
  key: string,
  suggestion: string | undefined,
  allowed: readonly string[],
  what: string,
): string {
  const problem = say('`{0}` is not a key of {1} and is not read.', shown(key), what);
  if (suggestion !== undefined) return `${problem} ${say('Did you mean `{0}`?', suggestion)}`;
  if (/^[A-Za-z]{1,3}\d+$/.test(key)) {
    return `${problem} ${say('If it is a node, write it below a key that says what it is, such as `claims:`.')}`;
  }
  return `${problem} ${say('Allowed are: {0}.', allowed.join(', '))}`;
}

function reportKey(reading: Reading, span: Span): void {
  reading.report({
    rule: 'wrong-type',
    severity: 'error',
    message: say(
      'A key must be a word, not a list or a map. A text that begins with `[` or `{` needs quotes.',
    ),
    span,
  });
}

function reportMergeKey(reading: Reading, span: Span): void {
  reading.report({
    rule: 'merge-key',
    severity: 'error',
    message: say(
      'Merge keys (`<<`) are not read. Write the keys out, or give a whole value by its alias (`evidence: *shared`).',
    ),
    span,
  });
}
