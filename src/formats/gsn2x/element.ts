import { say } from '../../l10n/say.ts';
import type { NodeKind } from '../../model/kinds.ts';
import type { Span } from '../span.ts';
import { readFlag } from '../yaml/node-body.ts';
import { fieldNamed } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import { reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Written } from '../yaml/scalars.ts';
import { oneString } from '../yaml/strings.ts';
import { elementFields } from './fields.ts';
import { ELEMENT_KEYS } from './keys.ts';
import { readType } from './node-type.ts';
import type { GsnReading } from './reading.ts';
import { readClaimPoints, readDefeatedRelations, readRelations } from './relations.ts';
import type { ClaimPoint, Relation } from './relations.ts';

/** One element of a gsn2x file, as written. */
export interface Element {
  readonly id: Written;
  readonly kind: NodeKind;
  readonly text?: Written;
  readonly url?: Written;
  /** The texts of additional layers. */
  readonly layers: readonly Written[];
  readonly undeveloped: boolean;
  readonly defeated: boolean;
  readonly relations: readonly Relation[];
  /** The elements to which this one's relation was found not to hold. */
  readonly defeatedRelations: readonly Written[];
  readonly claimPoints: readonly ClaimPoint[];
  /** From the id to the end of the value. */
  readonly span: Span;
}

/** Reads one top-level entry as an element. What is of the wrong type is reported, and the rest is read. */
export function readElement(reading: GsnReading, entry: Field): Element {
  const id = entry.key;
  const shape = shapeOf(reading, entry.value);
  switch (shape.is) {
    case 'nothing':
      return fromFields(reading, entry, []);
    case 'scalar': {
      const message = say('`{0}` must hold keys. Write its text on a line of its own: `text: …`.', id.text);
      reportWrongType(reading, shape.written.span, message, { node: id.text, severity: 'warning' });
      return fromFields(reading, entry, [], shape.written);
    }
    case 'list': {
      const message = say('`{0}` must hold keys such as `text`; a list is not read here.', id.text);
      reportWrongType(reading, entry.valueSpan, message, { node: id.text });
      return fromFields(reading, entry, []);
    }
    case 'map':
      return fromFields(reading, entry, elementFields(reading, shape.map, id.text), shape.hidden);
  }
}

function fromFields(
  reading: GsnReading,
  entry: Field,
  fields: readonly Field[],
  textInPlace?: Written,
): Element {
  const id = entry.key;
  const string = (field: Field | undefined): Written | undefined => {
    const expected = { message: say('`{0}` must be one text.', field?.key.text ?? ''), node: id.text };
    const written = field && oneString(reading, field.value, field.key.span, expected);
    return written?.text ? written : undefined;
  };
  const flag = (name: string): boolean => readFlag(reading, fieldNamed(fields, name), id.text);
  const text = string(fieldNamed(fields, 'text')) ?? textInPlace;
  if (!text && !entry.halfTyped) reportMissingText(reading, id);
  const relations = readRelations(reading, fields, id.text);
  return {
    id,
    kind: readType(reading, id, string(fieldNamed(fields, 'nodeType')), relations),
    text,
    url: string(fieldNamed(fields, 'url')),
    layers: fields.filter(({ key }) => !ELEMENT_KEYS.includes(key.text)).flatMap(layerTexts(reading)),
    undeveloped: flag('undeveloped'),
    defeated: flag('defeated'),
    relations,
    defeatedRelations: readDefeatedRelations(reading, fieldNamed(fields, 'defeatedRelation'), id.text),
    claimPoints: readClaimPoints(reading, fieldNamed(fields, 'acp'), id.text),
    span: entry.span,
  };
}

/** Layers may hold anything; what is no text says nothing of a place. */
function layerTexts(reading: GsnReading): (field: Field) => Written[] {
  return ({ value }) => {
    const shape = shapeOf(reading, value);
    const items = shape.is === 'list' ? shape.items.map((item) => shapeOf(reading, item)) : [shape];
    return items.flatMap((item) => (item.is === 'scalar' ? [item.written] : []));
  };
}

/** gsn2x allows it while a case is drafted. */
function reportMissingText(reading: GsnReading, id: Written): void {
  reading.report({
    rule: 'missing-text',
    severity: 'hint',
    message: say('`{0}` does not say anything yet. Write it as `text: …` below it.', id.text),
    span: id.span,
    node: id.text,
  });
}
