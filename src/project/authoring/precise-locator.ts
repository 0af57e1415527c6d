import { parseLocator } from '../../evidence/locator.ts';
import type { NamedPlace } from '../../evidence/named-places.ts';
import { splitLines } from '../../evidence/lines.ts';

/** What a person selected in a file: lines, 1-based and inclusive. */
export interface SelectedLines {
  readonly startLine: number;
  readonly endLine: number;
  /** Nothing is selected; the cursor stands there. */
  readonly empty: boolean;
}

/**
 * The most precise locator for what is selected: the symbol, section or key that it lies in, the region that is marked around it, else its lines; the whole file where
 * everything is selected. A cursor means the innermost of what can be named around it, and else the whole file. Undefined for a path that no locator can name.
 *
 * @param path relative to the subject's root
 * @param places all that can be named in the file, and its text, if there are any
 */
export function preciseLocator(
  path: string,
  selected: SelectedLines | undefined,
  file: { readonly text: string; readonly places: readonly NamedPlace[] } | undefined,
): string | undefined {
  const read = parseLocator(path);
  if (read.kind !== 'path' || read.path !== path || read.fragment || /[*?]/.test(path)) return undefined;
  if (!selected || !file) return path;
  const wanted = selected.empty ? selected : withoutBlank(file.text, selected);
  const place = wanted && around(file.places, wanted);
  if (place) {
    const locator = `${path}#${place.name}`;
    const parsed = parseLocator(locator);
    if (parsed.kind === 'path' && parsed.fragment) return locator;
  }
  if (!wanted || selected.empty || isAll(file.text, wanted)) return path;
  const { startLine, endLine } = wanted;
  return `${path}#L${startLine}${endLine > startLine ? `-L${endLine}` : ''}`;
}

type Lines = Pick<SelectedLines, 'startLine' | 'endLine'>;

/** The smallest place that holds all that is selected; none where a part of that is a place of its own, as then the one around it would be too much. */
function around(places: readonly NamedPlace[], wanted: Lines): NamedPlace | undefined {
  const place = smallest(places.filter((each) => holds(each, wanted)));
  if (!place || place.kind === 'region' || holds(wanted, place)) return place;
  const cuts = places.some(
    (each) =>
      each.kind !== 'region' &&
      each !== place &&
      holds(place, each) &&
      each.startLine <= wanted.endLine &&
      wanted.startLine <= each.endLine &&
      // One line can hold several.
      !holds(each, place),
  );
  return cuts ? undefined : place;
}

function holds(outer: Lines, inner: Lines): boolean {
  return outer.startLine <= inner.startLine && inner.endLine <= outer.endLine;
}

/** The one of the fewest lines; of several of these the last, which lies furthest in. */
function smallest(places: readonly NamedPlace[]): NamedPlace | undefined {
  let best: NamedPlace | undefined;
  for (const place of places)
    if (!best || place.endLine - place.startLine <= best.endLine - best.startLine) best = place;
  return best;
}

/** Without blank lines at its ends; undefined where there is nothing else. */
function withoutBlank(text: string, { startLine, endLine }: Lines): Lines | undefined {
  const lines = splitLines(text);
  const isBlank = (line: number): boolean => (lines[line - 1] ?? '').trim() === '';
  let [start, end] = [startLine, Math.min(endLine, lines.length)];
  while (start <= end && isBlank(start)) start++;
  while (end > start && isBlank(end)) end--;
  return start <= end ? { startLine: start, endLine: end } : undefined;
}

function isAll(text: string, wanted: Lines): boolean {
  const all = withoutBlank(text, { startLine: 1, endLine: Number.MAX_SAFE_INTEGER });
  return all !== undefined && holds(wanted, all);
}
