import { readPlaces } from '../markdown/locators.ts';
import type { WrittenPlace } from '../markdown/locators.ts';
import type { Span } from '../span.ts';
import type { Written } from '../yaml/scalars.ts';

/** A place that a text names. */
export interface NamedPlace extends WrittenPlace {
  /** It is written as a link or as code, and not only a word that looks like a path. */
  readonly marked: boolean;
}

/** A link, a code span, or a word. No part of it can be long and fail over and over. */
const TOKEN = /\[[^[\]\n]{0,200}\]\(([^()\s]{1,1000})\)|`([^`\n]{1,500})`|\S+/g;
const AROUND = /^[([{<"'*_]+|[)\]}>"'*_.,;:!?]+$/g;
const LONGEST_WORD = 300;

/** The places that a stretch of a text names, as gsn2x writes them: Markdown links, bare URLs and, for paths, code spans and words. */
export function placesIn(source: string, { start, end }: Span): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const match of source.slice(start, end).matchAll(TOKEN)) {
    const [whole, destination, code] = match;
    const form = destination === undefined ? 'code' : 'link';
    const written = destination ?? code ?? (whole.length > LONGEST_WORD ? '' : whole.replace(AROUND, ''));
    if (written === '') continue;
    const from = start + match.index + whole.indexOf(written, form === 'link' ? whole.indexOf('](') : 0);
    const span = { start: from, end: from + written.length };
    const marked = destination !== undefined || code !== undefined;
    for (const place of readPlaces({ form, written, span, verbatim: true })) {
      if (marked || isCertain(place)) places.push({ ...place, marked });
    }
  }
  return places;
}

/** The places that a `url` names: none for what no one but a browser understands, such as `#top` or `file:///tmp`. */
export function placesOfUrl({ text, span }: Written): NamedPlace[] {
  const verbatim = span.end - span.start === text.length;
  return readPlaces({ form: 'link', written: text, span, verbatim }).map((place) => ({
    ...place,
    marked: true,
  }));
}

/** Whether it can hardly be anything else than a place. */
export function isCertain({ likeness }: WrittenPlace): boolean {
  return likeness !== 'perhaps';
}
