import type { InlineLine, PlacedLink } from './inline.ts';
import { baseName } from '../../model/paths.ts';
import { readPlaces, readUnusualPlace } from './locators.ts';
import { isKnownFile, mayBeCommand } from './path-like.ts';
import type { Span } from '../span.ts';

const NOTHING =
  /^(?:n\/?a|none|nil|not applicable|tbd|todo|see above|same|yes|no|[-–—.…✓✔✅❌✗x?\s]*)[.:]?$/i;

/** Whether code spans or links among these are places, so that they are evidence by themselves. */
export function holdPlace(links: readonly PlacedLink[]): boolean {
  return links.some((link) => {
    const places = readPlaces(link);
    if (places.length > 0)
      return places.some(({ likeness, path }) => likeness !== 'perhaps' || isKnownFile(baseName(path)));
    const unusual = readUnusualPlace(link);
    return unusual !== undefined && !mayBeCommand(unusual.path);
  });
}

/** Whether a stretch of a line has words of its own, besides code spans and links, and more than `n/a`. */
export function hasWords(line: InlineLine, stretch: Span = { start: 0, end: line.text.length }): boolean {
  let words = '';
  let at = stretch.start;
  for (const { at: link } of line.links) {
    if (link.end <= stretch.start || link.start >= stretch.end) continue;
    words += line.text.slice(at, Math.max(at, link.start));
    at = Math.max(at, link.end);
  }
  words += line.text.slice(at, Math.max(at, stretch.end));
  return /\p{L}{2}/u.test(words) && !NOTHING.test(line.text.slice(stretch.start, stretch.end).trim());
}

/** Whether a cell or what a label says is empty or says that there is nothing. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}
