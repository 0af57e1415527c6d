import type { ParsedNode } from 'yaml';
import { placeOf, reportWrongType, shapeOf } from './reading.ts';
import type { Reading, Shape } from './reading.ts';
import type { Written } from './scalars.ts';
import type { Span } from '../span.ts';

/** What a value should be, for the message where it is something else. */
export interface Expected {
  /** "`text` must be one text: …" */
  readonly message: string;
  /** The id of the node it is a part of. */
  readonly node?: string;
}

/** A value that must be one text; anything else is reported, and undefined. */
export function oneString(
  reading: Reading,
  value: ParsedNode | null,
  key: Span,
  expected: Expected,
): Written | undefined {
  return stringOf(reading, shapeOf(reading, value), placeOf(reading, value, key), expected);
}

/** A value that is one text or a list of texts; whatever is neither is reported and left out. */
export function someStrings(
  reading: Reading,
  value: ParsedNode | null,
  key: Span,
  expected: Expected,
): Written[] {
  const shape = shapeOf(reading, value);
  const strings =
    shape.is === 'list'
      ? shape.items.map((item) => oneString(reading, item, key, expected))
      : [stringOf(reading, shape, placeOf(reading, value, key), expected)];
  return strings.filter((written) => written !== undefined && written.text !== '') as Written[];
}

function stringOf(reading: Reading, shape: Shape, span: Span, expected: Expected): Written | undefined {
  switch (shape.is) {
    case 'scalar':
      return shape.written;
    case 'nothing':
      return undefined;
    case 'map':
    case 'list':
      reportWrongType(reading, span, expected.message, { node: expected.node });
      return shape.is === 'map' ? shape.hidden : undefined;
  }
}
