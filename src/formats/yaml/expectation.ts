import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, Pair } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { ExpectationProblem } from '../../model/expectation.ts';
import { readExpectation } from '../../model/read-expectation.ts';
import type { Span } from '../span.ts';
import type { Field } from './pairs.ts';
import { pairsOf } from './pairs.ts';
import { plainValue } from './plain-value.ts';
import { placeOf, shapeOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { spanOf } from './scalars.ts';

/** Reports what is wrong with the value of `expect`, each mistake where it stands. */
export function reportExpectation(reading: Reading, field: Field, node: string | undefined): void {
  const { problems } = readExpectation(plainValue(reading, field.value));
  for (const { path, what, message } of problems) {
    const severity = what === 'unknown-key' ? 'warning' : 'error';
    const span = path.length === 0 ? field.valueSpan : spanAt(reading, field, path, what);
    reading.report({ rule: what, severity, message, span, node });
  }
  reportRepeated(reading, field, node);
}

/** Where a path from the value of `expect` leads: to the key, where that is what is wrong, else to the value. */
function spanAt(
  reading: Reading,
  field: Field,
  path: ExpectationProblem['path'],
  what: ExpectationProblem['what'],
): Span {
  let value: ParsedNode | null = field.value;
  let span = field.valueSpan;
  for (const [i, step] of path.entries()) {
    const found = stepInto(reading, value, step);
    if (!found) return span;
    const isKey = what !== 'wrong-type' && i === path.length - 1;
    span = isKey && found.key ? found.key : placeOf(reading, found.value, found.key ?? span);
    value = found.value;
  }
  return span;
}

function stepInto(
  reading: Reading,
  value: ParsedNode | null,
  step: string | number,
): { readonly key?: Span; readonly value: ParsedNode | null } | undefined {
  const node = reading.follow(value);
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as ParsedNode | undefined;
    return item && { value: item };
  }
  if (!isMap(node) || typeof step !== 'string') return undefined;
  // Of a key that is written twice the last counts, as everywhere in YAML.
  const pair = node.items.findLast((one) => isScalar(one.key) && String(one.key.value) === step) as
    Pair<ParsedNode, ParsedNode | null> | undefined;
  return pair && { key: spanOf(pair.key, reading.text), value: pair.value };
}

/** Keys that are written twice: one of the two would be left out in silence. */
function reportRepeated(reading: Reading, field: Field, node: string | undefined): void {
  const shape = shapeOf(reading, field.value);
  if (shape.is !== 'map') return;
  const first = new Map<string, Span>();
  for (const inner of pairsOf(reading, shape.map)) {
    const { text, span } = inner.key;
    const before = first.get(text);
    if (before) {
      reading.report({
        rule: 'duplicate-key',
        severity: 'error',
        message: say('`{0}` is written twice in `{1}`. Put both into one.', text, field.key.text),
        span,
        node,
        related: { message: say('The first `{0}`', text), span: before },
      });
    }
    first.set(text, before ?? span);
    if (field.key.text === 'expect' && (text === 'max' || text === 'min'))
      reportRepeated(reading, inner, node);
  }
}
