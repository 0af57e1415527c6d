import { withUsualMarker } from './line-changes.ts';

/** A word of a line, and what stood in its place before. */
export interface ChangedWord {
  readonly then: string;
  readonly now: string;
}

/** What ends a locator, wherever it is written; and where white space belongs to one, too. */
const WORDS = /[^\s"'`()[\]{},|<>]+/g;
const PHRASES = /[^"'`()[\]{}|<>]+/g;
/** Longer lines are not taken apart. */
const MOST_LENGTH = 10_000;

/**
 * The ways to read a line as the line before with other words in it, all else being the same: white space and quotes do not count and, in Markdown, neither
 * does the marker of a list. Empty where there is none. One word may have become several that begin with it and `#`: a link that was split.
 */
export function readAsChangedWords(before: string, after: string, isMarkdown: boolean): ChangedWord[][] {
  if (before.length > MOST_LENGTH || after.length > MOST_LENGTH) return [];
  const [old, now] = [before, after].map((line) => (isMarkdown ? withUsualMarker(line) : line));
  const strip = isMarkdown ? plain : bare;
  const readings = [
    inPlace(old!, now!, WORDS, strip),
    split(old!, now!),
    inPlace(old!, now!, PHRASES, strip),
  ];
  return readings.filter((reading) => reading !== undefined);
}

type Strip = (before: string, after: string) => ChangedWord;

function inPlace(before: string, after: string, pattern: RegExp, strip: Strip): ChangedWord[] | undefined {
  if (frameOf(before, pattern) !== frameOf(after, pattern)) return undefined;
  const [old, now] = [before, after].map((line) => line.match(pattern) ?? []);
  return now!.flatMap((word, i) => (word.trim() === old![i]!.trim() ? [] : [strip(old![i]!, word)]));
}

/** A line without its words: each is a NUL, which no line of text holds. */
function frameOf(line: string, pattern: RegExp): string {
  return unquoted(line.replace(pattern, '\0'));
}

function unquoted(line: string): string {
  return line.replace(/[\s"']+/g, '');
}

const KEYS = /^(?:(?:-|[^\s:#/]+:)\s+)*/;
const STOPS: ReadonlySet<string> = new Set(['.', ',', ';', ':']);

/** Two words without what belongs to the sentence or the YAML around them, as far as that is the same. */
function bare(before: string, after: string): ChangedWord {
  let [then, now] = [before.trim(), after.trim()];
  const keys = KEYS.exec(then)![0];
  if (now.startsWith(keys)) [then, now] = [then.slice(keys.length), now.slice(keys.length)];
  const stop = then.slice(-1);
  if (STOPS.has(stop) && now.endsWith(stop)) [then, now] = [then.slice(0, -1), now.slice(0, -1)];
  return { then, now };
}

/** The same in Markdown, where marks of emphasis may stand around a word, too: `**C1:**`. */
function plain(before: string, after: string): ChangedWord {
  let { then, now } = bare(before, after);
  while (then.startsWith('*') && now.startsWith('*')) [then, now] = [then.slice(1), now.slice(1)];
  for (;;) {
    const end = then.slice(-1);
    if (!(end === '*' || STOPS.has(end)) || !now.endsWith(end)) return { then, now };
    [then, now] = [then.slice(0, -1), now.slice(0, -1)];
  }
}

/** The line as one in which a word became several. */
function split(before: string, after: string): ChangedWord[] | undefined {
  const [old, now] = [[...before.matchAll(WORDS)], [...after.matchAll(WORDS)]];
  if (now.length <= old.length) return undefined;
  let start = 0;
  while (start < old.length && old[start]![0] === now[start]![0]) start++;
  const word = old[start];
  if (word === undefined) return undefined;
  const then = word[0].replace(/[.,;:]$/, '');
  const parts = now.slice(start, start + 1 + now.length - old.length);
  if (!parts.every(([part]) => part.startsWith(`${then}#`))) return undefined;
  const last = parts.at(-1)!;
  const end = last.index + last[0].replace(/[.,;:]$/, '').length;
  if (unquoted(before.slice(0, word.index)) !== unquoted(after.slice(0, parts[0]!.index))) return undefined;
  if (unquoted(before.slice(word.index + then.length)) !== unquoted(after.slice(end))) return undefined;
  return parts.map(([part]) => ({ then, now: part.replace(/[.,;:]$/, '') }));
}
