import { placesBetween } from './references.ts';
import type { Place } from './references.ts';
import { isSpace, part } from './written.ts';
import type { SourceLine, Written } from './written.ts';

/** What stands behind the id of a line: `text {options} (references)`. */
export interface Tail {
  readonly text: Written;
  readonly options: readonly Written[];
  readonly places: readonly Place[];
  /** Parentheses at the end that LTAC takes for a reference, and that hold words. They stay part of the text. */
  readonly remark?: Written;
}

interface Bracket {
  /** Where the bracket opens. */
  readonly open: number;
  /** Behind the closing bracket. */
  readonly end: number;
}

/** Reads a line from `from` to its end. `()` and `{}` at the end only say that what stands before them is text. */
export function readTail(line: SourceLine, from: number): Tail {
  let end = line.text.length;
  let places: readonly Place[] = [];
  let remark: Written | undefined;
  const reference = bracketAtEnd(line.text, from, end, '(', ')');
  if (reference) {
    places = placesIn(line, reference);
    if (places.length > 0 || isEmpty(line, reference)) end = reference.open;
    else remark = part(line, reference.open, reference.end);
  }
  const { options, open } = readBraces(line, from, remark ? reference!.open : end);
  end = open ?? end;
  const before = options.length > 0 && !reference ? bracketAtEnd(line.text, from, end, '(', ')') : undefined;
  const swapped = before ? placesIn(line, before).filter(({ dubious }) => !dubious) : [];
  if (before && swapped.length > 0) [places, end] = [swapped, before.open];
  return { text: part(line, from, end), options, places, ...(remark && { remark }) };
}

const NO_OPTIONS: { readonly options: readonly Written[]; readonly open?: number } = { options: [] };

/** Options are words with commas between; braces with anything else in them are text. */
function readBraces(line: SourceLine, from: number, to: number): typeof NO_OPTIONS {
  const braces = bracketAtEnd(line.text, from, to, '{', '}');
  if (!braces) return NO_OPTIONS;
  const options: Written[] = [];
  let start = braces.open + 1;
  for (let at = start; at < braces.end; at++) {
    if (at < braces.end - 1 && line.text.charAt(at) !== ',') continue;
    const option = part(line, start, at);
    start = at + 1;
    if (option.text !== '') options.push(option);
  }
  const areWords = options.every(({ text }) => /^[a-z][\w-]*$/i.test(text));
  return areWords ? { options, open: braces.open } : NO_OPTIONS;
}

function placesIn(line: SourceLine, { open, end }: Bracket): Place[] {
  return placesBetween(line, open + 1, end - 1);
}

function isEmpty(line: SourceLine, { open, end }: Bracket): boolean {
  return line.text.slice(open + 1, end - 1).trim() === '';
}

/** The bracket that closes at the end of a stretch of a line, with white space before it; brackets within it must match. */
function bracketAtEnd(
  text: string,
  from: number,
  to: number,
  opening: string,
  closing: string,
): Bracket | undefined {
  let end = to;
  while (end > from && isSpace(text, end - 1)) end--;
  if (end === from || text.charAt(end - 1) !== closing) return undefined;
  let depth = 0;
  for (let at = end - 1; at >= from; at--) {
    const character = text.charAt(at);
    if (character === closing) depth++;
    else if (character === opening) depth--;
    if (depth > 0) continue;
    const stands = at === from || isSpace(text, at - 1) || /[)}]/.test(text.charAt(at - 1));
    return stands ? { open: at, end } : undefined;
  }
  return undefined;
}
