import { splitFragment } from '../markdown/fragments.ts';
import { isKnownFile, pathLikeness } from '../markdown/path-like.ts';
import { locatorsOf } from '../locators.ts';
import { part } from './written.ts';
import type { SourceLine, Written } from './written.ts';

/** A place that the parentheses behind a text name. */
export interface Place extends Written {
  readonly locators: readonly string[];
  /** A path; it starts at the folder of the file. */
  readonly isPath: boolean;
  /** It could also be words; it counts only if it leads somewhere. */
  readonly dubious: boolean;
}

const URL = /^[a-z][a-z\d+.-]*:\/\/\S+$|^(?:doi|urn|mailto):\S+$/i;
const FILE_URL = /^file:/i;
const LONGEST = 1_000;
/** More places than this behind one text are none that a person wrote. */
const MOST_PLACES = 1_000;

/** The places that stand between two parentheses of a line, `,` or `;` between them. Empty where words stand there. */
export function placesBetween(line: SourceLine, from: number, to: number): Place[] {
  const whole = part(line, from, to);
  if (URL.test(whole.text)) return placeOf(whole);
  const places: Place[] = [];
  let start = from;
  for (let at = from; at <= to && places.length < MOST_PLACES; at++) {
    if (at < to && !/[,;]/.test(line.text.charAt(at))) continue;
    const word = part(line, start, at);
    start = at + 1;
    if (word.text !== '') places.push(...placeOf(word));
  }
  return places;
}

/** Whether a locator between parentheses is read as one. */
export function isPlaceInParentheses(locator: string): boolean {
  const parts = /[(),;]/.test(locator) ? undefined : splitFragment(locator);
  return parts !== undefined && mayBePath(parts.path);
}

function placeOf(written: Written): Place[] {
  const { text } = written;
  if (text.length > LONGEST || FILE_URL.test(text) || text.startsWith('#')) return [];
  if (URL.test(text)) return [{ ...written, locators: [text], isPath: false, dubious: false }];
  const parts = splitFragment(text);
  if (!parts || !mayBePath(parts.path)) return [];
  return [{ ...written, locators: locatorsOf(parts), isPath: true, dubious: isDubious(parts.path) }];
}

/** LTAC allows spaces in the names of files, and prose has them everywhere. */
function mayBePath(path: string): boolean {
  if (/^[/~]/.test(path)) return false;
  if (!/\s/.test(path)) return pathLikeness(path) !== 'no' || isRelative(path);
  return isKnownFile(baseName(path)) && pathLikeness(path.replaceAll(/\s/g, '_')) !== 'no';
}

/** Nobody writes `../` or the ending of a file by chance; `and/or` stands in many a remark. */
function isDubious(path: string): boolean {
  if (/\s/.test(path)) return true;
  return !isRelative(path) && !path.endsWith('/') && !isKnownFile(baseName(path));
}

function isRelative(path: string): boolean {
  return /^\.{1,2}\/[^\s<>|"]*$/.test(path);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
