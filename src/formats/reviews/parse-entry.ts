import { parse } from 'yaml';
import { say } from '../../l10n/say.ts';

/** Longer than this, in characters, is no record. */
const MOST_CHARACTERS = 64 * 1024;
/** What a person writes by hand is shorter, and nests nothing; the parser of YAML is slow where much is nested. */
const MOST_BY_HAND = 8 * 1024;
const MOST_BRACKETS = 32;
/** In one file. */
const MOST_OF_THEM = 1000;

/** What the text of a record says, or why it cannot be read; `why` continues a sentence. */
export type ParsedEntry = { readonly value: unknown } | { readonly why: string };

/** Reads the texts of records: JSON, as it is written, or YAML, as people write it. Never throws. */
export function entryParser(): (text: string) => ParsedEntry {
  let byHand = 0;
  return (text) => {
    if (text.length > MOST_CHARACTERS)
      return { why: say('it is longer than {0} characters', MOST_CHARACTERS) };
    try {
      return { value: JSON.parse(withoutLastComma(text)) };
    } catch {
      return byHand++ < MOST_OF_THEM ? parseYaml(text) : { why: say('it is no JSON') };
    }
  };
}

/** Programs that format YAML end the last of several lines in a comma, too. */
function withoutLastComma(text: string): string {
  const whole = text.trimEnd();
  if (!whole.endsWith('}')) return text;
  const inner = whole.slice(0, -1).trimEnd();
  return inner.endsWith(',') ? `${inner.slice(0, -1)}}` : text;
}

function parseYaml(text: string): ParsedEntry {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  if (text.length > MOST_BY_HAND || brackets > MOST_BRACKETS) return { why: say('it is no JSON') };
  try {
    return { value: parse(text, { maxAliasCount: 0, logLevel: 'error' }) };
  } catch {
    return { why: say('it is neither JSON nor YAML') };
  }
}
