import { type Hunk, hunksBy } from './line-changes.ts';

/** Lines of a text, 1-based, both included; of lines that are not there any more, the one before them and the one behind. */
export interface OwnLines {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a merge differs from all its parents, as `git log --cc` has it: what somebody wrote while merging. What one parent has as well was only
 * brought together, and so was what stands between the changes of both. The order is that of the text.
 *
 * @param parents at least one
 */
export function ownLines(merged: string, parents: readonly string[]): OwnLines[] {
  const [first = [], ...others] = parents.map((parent) => hunksBy((line) => line.trimEnd(), parent, merged));
  let own = first.map(spanOf);
  for (const hunks of others) own = common(own, hunks.map(spanOf));
  return own.map(({ from, to }) => ({
    start: from === to ? from : from + 1,
    end: from === to ? to + 1 : to,
  }));
}

/** Lines of the merged text (0-based, the last excluded); between two lines where both are the same. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf({ afterAt, after }: Hunk): Span {
  return { from: afterAt, to: afterAt + after.length };
}

/** What two lists of spans, each in order and without overlaps, have in common. */
function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i]!.from, b[j]!.from);
    const to = Math.min(a[i]!.to, b[j]!.to);
    // Where one ends and the other begins nothing is common, but for a place at which both lost lines.
    const isPlace = from === to && (isEmpty(a[i]!) || isEmpty(b[j]!)) && !touches(a[i]!, b[j]!);
    if (from < to || isPlace) shared.push({ from, to });
    if (a[i]!.to < b[j]!.to) i++;
    else j++;
  }
  return shared;
}

function isEmpty({ from, to }: Span): boolean {
  return from === to;
}

/** Of two spans one of which holds no line: that lies at the edge of the other, which does. */
function touches(a: Span, b: Span): boolean {
  if (isEmpty(a) && isEmpty(b)) return false;
  const [place, lines] = isEmpty(a) ? [a, b] : [b, a];
  return place.from === lines.from || place.from === lines.to;
}
