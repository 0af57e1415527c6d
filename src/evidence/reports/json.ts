import { type ParseErrorCode, visit } from 'jsonc-parser';
import { say } from '../../l10n/say.ts';
import { sayJsonMistake } from '../json-mistakes.ts';
import { MalformedReport } from './report.ts';

/** Any value, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What is nested more deeply is no report; walking through it could run out of stack. */
const MAX_DEPTH = 200;

/** Reads JSON. @throws MalformedReport with the place of the first mistake */
export function parseJson(text: string): Json {
  const depth = deepest(text);
  if (depth.depth > MAX_DEPTH) {
    throw malformedAt(text, depth.at, say('it is nested in more than {0} levels', MAX_DEPTH));
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    const { offset, why } = firstMistake(text);
    throw malformedAt(text, offset, why);
  }
}

/** The error for an offset of a text. */
export function malformedAt(text: string, offset: number, why: string): MalformedReport {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return new MalformedReport(countLineEnds(before) + 1, offset - lineStart + 1, why);
}

/** Where the brackets that are open at once are the most, up to the limit. */
function deepest(text: string): { depth: number; at: number } {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) i = endOfString(text, i);
    else if (c === 0x5b || c === 0x7b) {
      if (++depth > MAX_DEPTH) return { depth, at: i };
    } else if (c === 0x5d || c === 0x7d) depth--;
  }
  return { depth: 0, at: 0 };
}

/** The offset of the quote that ends a string; the text's end where none does. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5c) i++;
    else if (c === 0x22) return i;
  }
  return text.length;
}

function firstMistake(text: string): { offset: number; why: string } {
  const found: { offset: number; code: ParseErrorCode }[] = [];
  const onError = (code: ParseErrorCode, offset: number): void => {
    if (found.length === 0) found.push({ offset, code });
  };
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = found;
  if (!first) return { offset: 0, why: say('it is not valid JSON') };
  if (text.slice(first.offset).trim() === '') return { offset: first.offset, why: say('it breaks off here') };
  return { offset: first.offset, why: say('it is not valid JSON here ({0})', sayJsonMistake(first.code)) };
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The value as an object; an empty one where it is something else. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The value as a list; an empty one where it is something else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The value as a text; undefined where it is something else, or empty. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value as a place in a list; undefined where it is none. */
export function indexOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** A value below a path of keys. */
export function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let found = value;
  for (const key of keys) {
    const object = objectOf(found);
    found = Object.hasOwn(object, key) ? object[key] : undefined;
  }
  return found;
}
