/** A JSON Schema, draft-07, as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** One text, or nothing yet. What YAML's usual types make of a text without quotes counts: `C1: 5` is a number to them. */
export const TEXT_OR_NOTHING: JsonSchema = { type: ['string', 'number', 'boolean', 'null'] };

/** One text, a list of texts, or nothing yet. */
export const TEXTS: JsonSchema = {
  type: ['string', 'number', 'boolean', 'array', 'null'],
  items: TEXT_OR_NOTHING,
};

export const FLAG: JsonSchema = { enum: [true, false, 'true', 'false'] };

/** One of some words, in any letter case; the words as they are come up while one types. */
export function oneOf(words: readonly string[]): JsonSchema {
  const anyCase = words.map((word) =>
    word.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  );
  return { anyOf: [{ enum: words }, { type: 'string', pattern: `^(?:${anyCase.join('|')})$` }] };
}

/** An object with these keys and no others. */
export function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, additionalProperties: false };
}

/** The same, where it may be left empty. */
export function closedOrNothing(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { ...closed(properties), type: ['object', 'null'] };
}

/** A schema with what its value means. `allOf`, because draft-07 reads nothing beside a `$ref`. */
export function described(description: string, schema: JsonSchema): JsonSchema {
  if (description === '') return schema;
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}

export function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}
