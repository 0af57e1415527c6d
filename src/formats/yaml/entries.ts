import { isScalar } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { NodeKind } from '../../model/kinds.ts';
import { NEVER_IDS } from './keys.ts';
import { pairsOf } from './pairs.ts';
import type { Field } from './pairs.ts';
import { placeOf, reportWrongType, shapeOf } from './reading.ts';
import type { Reading, Shape } from './reading.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';

/** One node as it is written below a key such as `claims`: with its id as key, or in a list, where the id may be missing. */
export interface Entry {
  /** Undefined in a list; an object there may still hold `id`. */
  readonly id?: Written;
  readonly shape: Shape;
  /** From the id to the end of the value. */
  readonly span: Span;
  readonly valueSpan: Span;
  /** The colon behind the id is not written yet, which is reported elsewhere. */
  readonly halfTyped: boolean;
}

/** The entries of a child key's value: a map by ids, or a list. A single text is reported, and read. */
export function entriesOf(reading: Reading, field: Field, kind: NodeKind): Entry[] {
  const shape = shapeOf(reading, field.value);
  switch (shape.is) {
    case 'nothing':
      return [];
    case 'map':
      if (!shape.hidden && beginsLikeObject(shape.map)) return [objectInPlace(reading, field, shape)];
      return [
        ...(shape.hidden ? [singleEntry(reading, field.key.text, shape.hidden, kind)] : []),
        ...entriesOfMap(reading, shape.map),
      ];
    case 'list':
      return shape.items.flatMap((item) => entriesOfItem(reading, item));
    case 'scalar':
      return [singleEntry(reading, field.key.text, shape.written, kind)];
  }
}

function entriesOfMap(reading: Reading, map: YAMLMap.Parsed): Entry[] {
  return pairsOf(reading, map).flatMap(({ key, value, span, valueSpan, halfTyped }) => {
    if (NEVER_IDS.includes(key.text)) {
      const message = say(
        '`{0}` stands where an id is expected, and is not read. Indent it further if it belongs to the node above.',
        key.text,
      );
      reading.report({ rule: 'misplaced-key', severity: 'error', message, span: key.span });
      return [];
    }
    return [{ id: key, shape: shapeOf(reading, value), span, valueSpan, halfTyped }];
  });
}

/** `evidence: {at: …}` is one object where a list or ids should be. */
function objectInPlace(reading: Reading, field: Field, shape: Shape): Entry {
  const message = say(
    '`{0}` needs a list of objects, or ids with objects below them. Write `- ` before the first key and indent the others.',
    field.key.text,
  );
  reportWrongType(reading, field.key.span, message);
  return { shape, span: field.valueSpan, valueSpan: field.valueSpan, halfTyped: false };
}

function beginsLikeObject(map: YAMLMap.Parsed): boolean {
  const key = map.items[0]?.key;
  return isScalar(key) && NEVER_IDS.includes(String(key.value));
}

/** `- locator`, `- {at: locator}`, or `- E2: locator`, which stands for an entry by its id. */
function entriesOfItem(reading: Reading, item: ParsedNode): Entry[] {
  const shape = shapeOf(reading, item);
  const span = placeOf(reading, item, { start: item.range[0], end: item.range[0] });
  switch (shape.is) {
    case 'nothing':
    case 'scalar':
      return [{ shape, span, valueSpan: span, halfTyped: false }];
    case 'map':
      if (shape.hidden || isObject(shape.map)) {
        return [{ shape, span, valueSpan: span, halfTyped: false }];
      }
      return entriesOfMap(reading, shape.map);
    case 'list':
      reportWrongType(
        reading,
        span,
        say('A list within this list is not read. Put its items into the outer list.'),
      );
      return [];
  }
}

/** Whether a map in a list is an object, by one of its keys; else its keys are ids. */
function isObject(map: YAMLMap.Parsed): boolean {
  return map.items.some(
    ({ key }) => isScalar(key) && (key.value === 'id' || NEVER_IDS.includes(String(key.value))),
  );
}

/** `claims: C1` is the beginning of `claims: {C1: …}`; `context: Some text` forgot the list. */
function singleEntry(reading: Reading, key: string, written: Written, kind: NodeKind): Entry {
  const isId = kind !== 'evidence' && /^[A-Za-z]{1,3}[\d.]+$/.test(written.text);
  reportWrongType(reading, written.span, singleMessage(key, written.text, kind, isId));
  return {
    ...(isId && { id: written }),
    shape: isId ? { is: 'nothing' } : { is: 'scalar', written },
    span: written.span,
    valueSpan: written.span,
    halfTyped: isId,
  };
}

function singleMessage(key: string, written: string, kind: NodeKind, isId: boolean): string {
  if (isId) return say('`{0}` has no text. Write `{0}: ` and what it says.', written);
  if (kind === 'evidence') {
    return say(
      '`{0}` needs a list. Write `- ` and the locator on a line of its own, or put the locator in brackets.',
      key,
    );
  }
  return say(
    '`{0}` needs ids with texts below it, such as `{1}: …`, or a list of texts.',
    key,
    exampleId(kind),
  );
}

const EXAMPLE_IDS: Readonly<Partial<Record<NodeKind, string>>> = {
  claim: 'C1',
  strategy: 'S1',
  context: 'CT1',
  inference: 'IR1',
  rebuttal: 'R1',
  undercut: 'UC1',
  undermine: 'UM1',
};

function exampleId(kind: NodeKind): string {
  return EXAMPLE_IDS[kind] ?? `${kind.charAt(0).toUpperCase()}1`;
}
