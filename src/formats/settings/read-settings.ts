import { isMap } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { NO_REVIEW_POLICY } from '../../model/review.ts';
import type { RuleLevel, Settings, SettingsPath } from '../../model/settings.ts';
import { LineIndex } from '../../model/text.ts';
import { collectFindings } from '../finding-list.ts';
import { followAliases } from '../yaml/aliases.ts';
import { parseDocuments } from '../yaml/documents.ts';
import { fieldNamed, fieldsOf } from '../yaml/pairs.ts';
import type { Field } from '../yaml/pairs.ts';
import type { Report } from '../yaml/problem.ts';
import type { Reading } from '../yaml/reading.ts';
import { isBlank } from '../yaml/scalars.ts';
import { restOfLine } from '../yaml/span.ts';
import { someStrings } from '../yaml/strings.ts';
import { readKinds } from './kinds.ts';
import { readReviewPolicy } from './reviews.ts';
import { readRules } from './rules.ts';
import type { KnownRules } from './rules.ts';

const KEYS = ['rules', 'cases', 'kinds', 'standards', 'reviews'] as const;

/** What is set in a file, as far as it can be read, and what is wrong with the rest. */
export interface SettingsRead {
  readonly settings: Settings;
  /** All of them errors of the rule `settings`: what a person sets and is not followed must not pass unnoticed. */
  readonly findings: readonly Finding[];
}

/**
 * Reads `warrant.yaml`. Pure and total, as the readers of cases are.
 *
 * @param file absolute path, with `/`
 * @param known the rules that there are
 */
export function readSettings(text: string, file: string, known: KnownRules): SettingsRead {
  const lines = new LineIndex(text);
  const { report: add, sorted } = collectFindings(file, lines);
  const report: Report = (problem) => {
    add({ ...problem, rule: 'settings', severity: 'error' });
  };
  const { contents, hiddenTexts } = parseDocuments(text, report);
  const [document, second] = contents.filter((one) => one !== null).filter((one) => !isBlank(one, text));
  if (second) reportSecond(second, text, report);
  const reading: Reading = {
    text,
    follow: followAliases(document ?? null, text, report),
    hiddenTexts,
    report,
  };
  const fields = document ? topFields(reading, document) : [];
  const field = (name: (typeof KEYS)[number]): Field | undefined => fieldNamed(fields, name);
  const paths = (name: 'cases' | 'standards', example: string): SettingsPath[] => {
    const found = field(name);
    if (!found) return [];
    const message = say('`{0}` must be a list of paths or globs, such as `{1}`.', name, example);
    return someStrings(reading, found.value, found.key.span, { message }).map(({ text: path, span }) => ({
      path,
      range: lines.range(span.start, span.end),
    }));
  };
  const kinds = readKinds(reading, field('kinds'));
  const rules: ReadonlyMap<string, RuleLevel> = readRules(reading, field('rules'), known);
  const settings = {
    file,
    rules,
    cases: paths('cases', '[docs/threat-model.md]'),
    standards: paths('standards', '[docs/our-standard.yaml]'),
    ...kinds,
    reviews: readReviewPolicy(reading, field('reviews'), lines),
  };
  return { settings, findings: sorted() };
}

/** The settings where there is no file. */
export function noSettings(file: string): Settings {
  return {
    file,
    rules: new Map(),
    cases: [],
    standards: [],
    prefixes: new Map(),
    prefixesOf: [],
    reviews: NO_REVIEW_POLICY,
  };
}

function topFields(reading: Reading, document: ParsedNode): Field[] {
  const map = reading.follow(document);
  if (isMap(map)) return fieldsOf(reading, map as YAMLMap.Parsed, KEYS, say('these settings'));
  reading.report({
    rule: 'wrong-type',
    severity: 'error',
    message: `${say('Settings are keys with values, such as `rules:` and below it, indented, `weasel-words: warning`.')} ${say('Allowed are: {0}.', KEYS.join(', '))}`,
    span: restOfLine(reading.text, document.range[0]),
  });
  return [];
}

function reportSecond(second: ParsedNode, text: string, report: Report): void {
  report({
    rule: 'wrong-type',
    severity: 'error',
    message: say(
      'Only what stands before the first `---` is read as settings. Put all of them into one document.',
    ),
    span: restOfLine(text, second.range[0]),
  });
}
