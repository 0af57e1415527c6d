import { choicesOf } from '../../src/formats/yaml/key-docs.ts';
import { CASE_KEYS, CHILD_KINDS, ITEM_KEYS, NEVER_IDS, NODE_KEYS } from '../../src/formats/yaml/keys.ts';
import { WATCHES } from '../../src/model/watch.ts';
import { expectSchema } from './expect-schema.ts';
import {
  FLAG,
  TEXTS,
  TEXT_OR_NOTHING,
  closed,
  closedOrNothing,
  described,
  oneOf,
  ref,
} from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

/** What the values of keys are, where they are something else than a text. */
const VALUES: Readonly<Record<string, JsonSchema>> = {
  subject: ref('subject'),
  satisfies: TEXTS,
  supportedBy: TEXTS,
  answers: TEXTS,
  threatens: TEXTS,
  about: TEXTS,
  undeveloped: FLAG,
  defeated: FLAG,
  status: oneOf(['proposed', 'gap']),
  accepted: ref('accepted'),
  entryPoints: ref('entryPoints'),
  at: TEXTS,
  expect: ref('expect'),
  watch: oneOf(WATCHES),
};

/** The schema of `*.case.yaml`, made from the tables that the reader itself reads by. */
export function caseSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Assurance case',
    description: 'An assurance case of Warrant: claims, what attacks them, and the evidence for them.',
    ...closed(describedKeys(CASE_KEYS)),
    type: ['object', 'null'],
    if: { type: 'object' },
    then: { anyOf: ['case', 'id', ...CHILD_KINDS.keys()].map((key) => ({ required: [key] })) },
    definitions: {
      node: nodeSchema(['string', 'number', 'boolean', 'object']),
      evidence: { ...nodeSchema(['string', 'number', 'boolean', 'array', 'object']), items: TEXTS },
      nodes: entriesSchema('node'),
      evidences: entriesSchema('evidence'),
      entryPoints: {
        anyOf: [ref('entryPoint'), { type: 'array', items: ref('entryPoint') }],
      },
      entryPoint: {
        ...closed(describedKeys(['at', 'route'])),
        type: ['string', 'number', 'boolean', 'object', 'null'],
      },
      expect: expectSchema(),
      accepted: closedOrNothing(describedKeys(['by', 'why', 'until'])),
      subject: {
        ...closed(describedKeys(['path', 'repo', 'rev'])),
        type: ['string', 'number', 'boolean', 'object', 'null'],
      },
    },
  };
}

/** A node: its text, or an object. Nothing at all is a node without a text, which the checks say better than a schema. */
function nodeSchema(type: readonly string[]): JsonSchema {
  return { ...closed(describedKeys(NODE_KEYS)), type: [...type, 'null'] };
}

/** Ids with nodes below them, or a list of nodes. */
function entriesSchema(node: string): JsonSchema {
  return {
    type: ['object', 'array', 'null'],
    propertyNames: { not: { enum: NEVER_IDS } },
    additionalProperties: ref(node),
    items: {
      type: ['string', 'number', 'boolean', 'object', 'null'],
      if: { type: 'object', anyOf: ['id', ...NEVER_IDS].map((key) => ({ required: [key] })) },
      then: closedItem(),
      else: { additionalProperties: ref(node) },
    },
  };
}

function closedItem(): JsonSchema {
  const { properties, additionalProperties } = closed(describedKeys(ITEM_KEYS));
  return { properties, additionalProperties };
}

function describedKeys(keys: readonly string[]): Record<string, JsonSchema> {
  return Object.fromEntries(keys.map((key) => [key, described(meaning(key), valueSchema(key))]));
}

function valueSchema(key: string): JsonSchema {
  if (key === 'evidence') return ref('evidences');
  if (CHILD_KINDS.has(key)) return ref('nodes');
  return VALUES[key] ?? TEXT_OR_NOTHING;
}

function meaning(key: string): string {
  return choicesOf([key])[0]!.means;
}
