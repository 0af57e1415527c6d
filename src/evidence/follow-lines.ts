import { diffArrays } from 'diff';
import { type LineRange, splitLines } from './lines.ts';

/** Where lines of an older text are now. */
export interface FollowedLines extends LineRange {
  /** All of them are there unchanged (but for white space at their ends), and nothing stands between them. */
  readonly intact: boolean;
}

/** How many lines may differ between two texts before only an exact copy of the lines is looked for. */
const MAX_EDITS = 1000;

/**
 * Follows lines from an older text to a newer one. Where they were edited, the answer is what stands in their place. Undefined where they were
 * deleted, or cannot be told in a text with thousands of changed lines.
 *
 * @param lines of the older text, 1-based and inclusive
 */
export function followLines(before: string, after: string, lines: LineRange): FollowedLines | undefined {
  const old = splitLines(before).map((line) => line.trimEnd());
  const now = splitLines(after).map((line) => line.trimEnd());
  if (lines.start < 1 || lines.end < lines.start || lines.end > old.length) return undefined;
  const wanted = old.slice(lines.start - 1, lines.end);

  const inPlace = followEdits(old, now, lines);
  if (
    inPlace &&
    inPlace.end - inPlace.start + 1 === wanted.length &&
    standsAt(wanted, now, inPlace.start - 1)
  )
    return { ...inPlace, intact: true };
  const copy = onlyCopy(wanted, old) === lines.start - 1 ? onlyCopy(wanted, now) : undefined;
  if (copy !== undefined) return { start: copy + 1, end: copy + wanted.length, intact: true };
  return inPlace && { ...inPlace, intact: false };
}

/** The extent between the nearest neighbours that are still there. */
function followEdits(
  old: readonly string[],
  now: readonly string[],
  lines: LineRange,
): LineRange | undefined {
  const places = align(old, now);
  if (!places) return undefined;
  let start = places[lines.start - 1];
  for (let i = lines.start - 2; start === undefined; i--) start = i < 0 ? 0 : plus(places[i], 1);
  let end = places[lines.end - 1];
  for (let i = lines.end; end === undefined; i++)
    end = i >= old.length ? now.length - 1 : plus(places[i], -1);
  return start <= end ? { start: start + 1, end: end + 1 } : undefined;
}

function plus(place: number | undefined, offset: number): number | undefined {
  return place === undefined ? undefined : place + offset;
}

/**
 * For each old line, the index of the new line it is or became. Lines are the same here whatever their indentation, so that a block put into another
 * one is followed. Undefined if too much differs.
 */
function align(old: readonly string[], now: readonly string[]): (number | undefined)[] | undefined {
  const left = old.map((line) => line.trim());
  const right = now.map((line) => line.trim());
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  const most = Math.min(left.length, right.length) - head;
  while (tail < most && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const changes = diffArrays(left.slice(head, left.length - tail), right.slice(head, right.length - tail), {
    maxEditLength: MAX_EDITS,
  });
  if (!changes) return undefined;

  const places = new Array<number | undefined>(left.length);
  for (let i = 0; i < head; i++) places[i] = i;
  for (let i = 1; i <= tail; i++) places[left.length - i] = right.length - i;
  let from = head;
  let to = head;
  changes.forEach(({ count, added, removed }, i) => {
    const next = changes[i + 1];
    // As many lines out as in: each became the one in its place.
    const replaced = removed && next?.added && next.count === count;
    if (replaced || (!added && !removed)) {
      for (let k = 0; k < count; k++) places[from + k] = to + k;
    }
    if (!added) from += count;
    if (!removed) to += count;
  });
  return places;
}

/** The index at which some lines stand, if they do so exactly once and are more than brackets and blanks. */
function onlyCopy(wanted: readonly string[], lines: readonly string[]): number | undefined {
  if (!wanted.some((line) => /[\p{L}\p{N}]/u.test(line))) return undefined;
  let found: number | undefined;
  for (let i = lines.indexOf(wanted[0]!); i >= 0; i = lines.indexOf(wanted[0]!, i + 1)) {
    if (!standsAt(wanted, lines, i)) continue;
    if (found !== undefined) return undefined;
    found = i;
  }
  return found;
}

function standsAt(wanted: readonly string[], lines: readonly string[], index: number): boolean {
  return wanted.every((line, i) => line === lines[index + i]);
}
