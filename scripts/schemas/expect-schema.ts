import { choicesOf } from '../../src/formats/yaml/key-docs.ts';
import {
  COVERAGE_MEASURES,
  FINDING_LEVELS,
  SEVERITY_BANDS,
  TEST_COUNTS,
} from '../../src/model/expectation.ts';
import { EXPECT_KEYS } from '../../src/model/read-expectation.ts';
import { closed, described } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
const PERCENTAGE: JsonSchema = { type: 'number', minimum: 0, maximum: 100 };
const STRING: JsonSchema = { type: 'string', minLength: 1 };
const DIGEST: JsonSchema = {
  type: 'string',
  pattern: '^(?:sha1|sha256|sha384|sha512|gitCommit):[0-9A-Fa-f]+$',
};

/** `STRING` or several of them. */
const STRINGS: JsonSchema = { anyOf: [STRING, { type: 'array', items: STRING }] };

const VALUES: Readonly<Record<(typeof EXPECT_KEYS)[number], JsonSchema>> = {
  max: {
    type: 'object',
    minProperties: 1,
    // Ids of rules can be anything.
    properties: same([...FINDING_LEVELS, ...SEVERITY_BANDS, 'total', ...TEST_COUNTS], COUNT),
    additionalProperties: COUNT,
  },
  min: { ...closed({ tests: COUNT, ...same(COVERAGE_MEASURES, PERCENTAGE) }), minProperties: 1 },
  passed: {
    anyOf: [{ enum: ['all'] }, STRING, { type: 'array', minItems: 1, items: STRING }],
  },
  tool: STRING,
  of: STRING,
  subject: {
    anyOf: [DIGEST, { ...closed({ name: STRING, digest: DIGEST }), minProperties: 1 }],
  },
  commit: {
    anyOf: [{ enum: ['HEAD'] }, { type: 'string', pattern: '^(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$' }],
  },
  file: STRINGS,
  predicateType: STRING,
  equals: {},
  maxAgeDays: { type: 'number', exclusiveMinimum: 0 },
};

/** The schema of `expect`. What contradicts itself, or fits no single kind of report, is left to the checks. */
export function expectSchema(): JsonSchema {
  const properties = Object.fromEntries(
    EXPECT_KEYS.map((key) => [key, described(choicesOf([key], 'expect')[0]!.means, VALUES[key])]),
  );
  return { ...closed(properties), minProperties: 1 };
}

function same(keys: readonly string[], schema: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(keys.map((key) => [key, schema]));
}
