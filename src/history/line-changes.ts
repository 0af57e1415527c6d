import { diffArrays } from 'diff';

/** Lines that stand in place of others from one version of a text to the next; both may be none. Indices are 0-based. */
export interface Hunk {
  readonly beforeAt: number;
  readonly before: readonly string[];
  readonly afterAt: number;
  readonly after: readonly string[];
}

/** By how many lines two versions may differ for what stands between two differences still to be found. */
const MOST_EDITS = 1000;

/**
 * How a text differs from its version before. White space does not count and, in Markdown, neither does which marker begins an item of a list.
 */
export function hunksBetween(before: string, after: string, isMarkdown: boolean): Hunk[] {
  return hunksBy((line) => keyOf(line, isMarkdown), before, after);
}

/** The same, where lines are alike that have the same key. */
export function hunksBy(key: (line: string) => string, before: string, after: string): Hunk[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const [oldKeys, nowKeys] = [old, now].map((lines) => lines.map(key));
  let start = 0;
  while (start < old.length && start < now.length && oldKeys![start] === nowKeys![start]) start++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - start;
  while (tail < most && oldKeys!.at(-1 - tail) === nowKeys!.at(-1 - tail)) tail++;
  const hunk = (from: number, to: number, at: number, end: number): Hunk => ({
    beforeAt: from,
    before: old.slice(from, to),
    afterAt: at,
    after: now.slice(at, end),
  });
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  if (start === oldEnd && start === nowEnd) return [];
  const changes = diffArrays(oldKeys!.slice(start, oldEnd), nowKeys!.slice(start, nowEnd), {
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return [hunk(start, oldEnd, start, nowEnd)];
  const hunks: Hunk[] = [];
  let [from, at, to, end] = [start, start, start, start];
  const close = (): void => {
    if (to > from || end > at) hunks.push(hunk(from, to, at, end));
  };
  for (const { added, removed, count } of changes) {
    if (removed) to += count;
    else if (added) end += count;
    else {
      close();
      [from, at] = [to + count, end + count];
      [to, end] = [from, at];
    }
  }
  close();
  return hunks;
}

/** The line of the version before that a line is, or the hunk that made it. Both 0-based. */
export function lineBefore(line: number, hunks: readonly Hunk[]): number | Hunk {
  let shift = 0;
  for (const hunk of hunks) {
    if (line < hunk.afterAt) break;
    if (line < hunk.afterAt + hunk.after.length) return hunk;
    shift = hunk.beforeAt + hunk.before.length - (hunk.afterAt + hunk.after.length);
  }
  return line + shift;
}

const MARKER = /^((?:\s*>)*\s*)(?:([-*+])|\d{1,9}[.)])(?=\s)/;

/** A line of Markdown with the usual marker, if it begins an item of a list. */
export function withUsualMarker(line: string): string {
  return line.replace(MARKER, (_, quotes: string, bullet?: string) => quotes + (bullet ? '-' : '1.'));
}

function keyOf(line: string, isMarkdown: boolean): string {
  return (isMarkdown ? withUsualMarker(line) : line).replace(/\s+/g, '');
}
