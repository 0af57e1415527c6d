import { NODE_KINDS } from '../../src/model/kinds.ts';
import { RULE_LEVELS } from '../../src/model/settings.ts';
import { CATALOGUE } from '../../src/rules/catalogue.ts';
import { FLAG, TEXTS, closed, closedOrNothing, described } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

const KINDS_BY_LETTERS: JsonSchema = {
  propertyNames: { pattern: '^[A-Za-z]{1,8}[-_.]?$' },
  additionalProperties: { enum: NODE_KINDS },
};

/** The schema of `warrant.yaml`. */
export function settingsSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Warrant',
    description: 'How loud the rules are, what is read as a case, and what is demanded of reviews.',
    ...closedOrNothing({
      rules: described('How loud each rule is. `off` silences it; an `error` fails `warrant check`.', {
        ...closed(Object.fromEntries([...CATALOGUE.values()].flatMap(ruleSchema))),
        type: ['object', 'null'],
      }),
      cases: described('Further files to read as cases: paths or globs, relative to this file.', TEXTS),
      standards: described('Files with standards of your own: paths or globs, relative to this file.', TEXTS),
      kinds: described(
        'What the letters of ids mean: in all documents, or in those that a path or glob names.',
        {
          type: ['object', 'null'],
          additionalProperties: {
            anyOf: [{ enum: NODE_KINDS }, { type: 'object', ...KINDS_BY_LETTERS }],
          },
        },
      ),
      reviews: described(
        'What is demanded of reviews.',
        closedOrNothing({
          required: described('`all`, or the ids of nodes whose evidence somebody has to review.', TEXTS),
          independent: described('`true` says that nobody reviews what they wrote.', FLAG),
          expireAfterDays: described('After how many days a review counts no longer.', {
            type: 'integer',
            minimum: 1,
            maximum: 36_525,
          }),
        }),
      ),
    }),
  };
}

/** What was not read cannot be silenced, so these rules have no key. */
function ruleSchema({
  id,
  about,
  fixed,
}: {
  id: string;
  about: string;
  fixed?: boolean;
}): [string, JsonSchema][] {
  return fixed ? [] : [[id, { description: `About ${about}.`, enum: RULE_LEVELS }]];
}
