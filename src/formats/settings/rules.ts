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
    const message = '`rules` must hold names with levels, such as `weasel-words: warning`.';
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
    return `There is no rule \`${shown(rule)}\`.${similar ? ` Did you mean \`${similar}\`?` : ' `warrant rules` lists them.'}`;
  }
  return info.fixed
    ? `\`${rule}\` cannot be set: it says that something was not read, and silence would look like "nothing wrong".`
    : undefined;
}

function levelOf(reading: Reading, value: Field['value'], key: Field['key']): RuleLevel | undefined {
  const allowed = `one of ${RULE_LEVELS.map((level) => `\`${level}\``).join(', ')}`;
  const expected = { message: `\`${key.text}\` must be ${allowed}.` };
  const written = oneString(reading, value, key.span, expected);
  const level = RULE_LEVELS.find((one) => one === written?.text);
  if (level || !written) {
    if (!written && shapeOf(reading, value).is === 'nothing') {
      reportWrongType(reading, key.span, `\`${key.text}\` has no level. Write ${allowed}.`);
    }
    return level;
  }
  const similar = SYNONYMS.get(written.text.toLowerCase()) ?? closest(written.text.slice(0, 30), RULE_LEVELS);
  const hint = similar ? `Did you mean \`${similar}\`?` : `Write ${allowed}.`;
  reportWrongType(
    reading,
    placeOf(reading, value, key.span),
    `\`${shown(written.text)}\` is no level. ${hint}`,
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
