import { say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import { RULE_LEVELS, type RuleLevel } from '../../model/settings.ts';
import type { Field } from '../yaml/pairs.ts';
import { pairsOf } from '../yaml/pairs.ts';
import { placeOf, reportWrongType, shapeOf } from '../yaml/reading.ts';
import type { Reading } from '../yaml/reading.ts';
import { oneString } from '../yaml/strings.ts';
import { shown } from '../yaml/wording.ts';

/** What has to be known of the rules to set them. */
export type KnownRules = ReadonlyMap<string, { readonly fixed?: boolean }>;

/** Reads `rules: {weasel-words: warning, evidence-changed: off}`. */
export function readRules(
  reading: Reading,
  field: Field | undefined,
  known: KnownRules,
): Map<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  const shape = field ? shapeOf(reading, field.value) : undefined;
  if (!field || !shape || shape.is === 'nothing') return levels;
  if (shape.is !== 'map') {
    const message = say('`rules` must hold names with levels, such as `weasel-words: warning`.');
    reportWrongType(reading, field.valueSpan, message);
    return levels;
  }
  for (const { key, value, halfTyped } of pairsOf(reading, shape.map)) {
    const problem = problemWith(key.text, known);
    if (problem !== undefined) {
      reportWrongType(reading, key.span, problem);
      continue;
    }
    if (halfTyped) continue;
    const level = levelOf(reading, value, key);
    if (level) levels.set(key.text, level);
  }
  return levels;
}

function problemWith(rule: string, known: KnownRules): string | undefined {
  const info = known.get(rule);
  if (!info) {
    const similar = closest(rule.slice(0, 60), known.keys());
    return `${say('There is no rule `{0}`.', shown(rule))} ${similar ? say('Did you mean `{0}`?', similar) : say('`warrant rules` lists them.')}`;
  }
  return info.fixed
    ? say(
        '`{0}` cannot be set: it says that something was not read, and silence would look like "nothing wrong".',
        rule,
      )
    : undefined;
}

function levelOf(reading: Reading, value: Field['value'], key: Field['key']): RuleLevel | undefined {
  const allowed = RULE_LEVELS.map((level) => `\`${level}\``).join(', ');
  const expected = { message: say('`{0}` must be one of {1}.', key.text, allowed) };
  const written = oneString(reading, value, key.span, expected);
  const level = RULE_LEVELS.find((one) => one === written?.text);
  if (level || !written) {
    if (!written && shapeOf(reading, value).is === 'nothing') {
      reportWrongType(
        reading,
        key.span,
        `${say('`{0}` has no level.', key.text)} ${say('Write one of {0}.', allowed)}`,
      );
    }
    return level;
  }
  const similar = SYNONYMS.get(written.text.toLowerCase()) ?? closest(written.text.slice(0, 30), RULE_LEVELS);
  const hint = similar ? say('Did you mean `{0}`?', similar) : say('Write one of {0}.', allowed);
  reportWrongType(
    reading,
    placeOf(reading, value, key.span),
    `${say('`{0}` is no level.', shown(written.text))} ${hint}`,
  );
  return undefined;
}

/** What other tools call the levels. */
const SYNONYMS: ReadonlyMap<string, RuleLevel> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
  ['note', 'information'],
  ['none', 'off'],
  ['ignore', 'off'],
  ['false', 'off'],
  ['no', 'off'],
  ['disabled', 'off'],
  ['true', 'warning'],
  ['on', 'warning'],
]);
