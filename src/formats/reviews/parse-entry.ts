import { parse } from 'yaml';

/** Longer than this, in characters, is no record. */
const MOST_CHARACTERS = 64 * 1024;
/** What a person writes by hand is shorter, and nests nothing; the parser of YAML is slow where much is nested. */
const MOST_BY_HAND = 8 * 1024;
const MOST_BRACKETS = 32;

/** What the text of a record says, or why it cannot be read; `why` continues a sentence. */
export type ParsedEntry = { readonly value: unknown } | { readonly why: string };

/** Reads the text of a record: JSON, as it is written, or YAML, as it may have become. Never throws. */
export function parseEntry(text: string): ParsedEntry {
  if (text.length > MOST_CHARACTERS) return { why: `it is longer than ${MOST_CHARACTERS} characters` };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return parseYaml(text);
  }
}

function parseYaml(text: string): ParsedEntry {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  if (text.length > MOST_BY_HAND || brackets > MOST_BRACKETS) return { why: 'it is no JSON' };
  try {
    return { value: parse(text, { maxAliasCount: 0, logLevel: 'error' }) };
  } catch {
    return { why: 'it is neither JSON nor YAML' };
  }
}
