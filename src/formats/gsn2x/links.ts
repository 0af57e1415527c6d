import type { Span } from '../span.ts';
import { isCertain, placesIn, placesOfUrl } from './places.ts';
import type { NamedPlace } from './places.ts';
import { locatorsOf } from '../locators.ts';
import { statementOf } from './argument.ts';
import type { Argument } from './argument.ts';
import type { Element } from './element.ts';

/** A link of an element before its places have become ranges. */
export interface DraftLink {
  readonly element: Element;
  readonly locator: string;
  readonly span: Span;
  readonly hyperlink: boolean;
  readonly cited: boolean;
  readonly madeBy: readonly Span[];
}

/**
 * The places that an element names: solutions cite their `url` and what their text marks as a link or code; everything else mentions. What
 * supports a counter argument is never cited, as evidence at a defeater would answer it.
 */
export function linksOf(element: Element, { parentOf, attacking }: Argument, source: string): DraftLink[] {
  const cites = element.kind === 'evidence' && !attacking.has(element);
  const parent = parentOf.get(element);
  const statement = [...statementOf(element), ...(parent ? statementOf(parent) : [])];
  const links: DraftLink[] = [];
  const add = (place: NamedPlace, isUrl: boolean): void => {
    if (place.likeness === 'url' && !cites) return;
    const cited = cites && (isUrl || (isCertain(place) && (place.marked || place.likeness === 'url')));
    const madeBy = [place.span, ...statement];
    for (const locator of locatorsOf(place))
      links.push({ element, locator, span: place.span, hyperlink: place.hyperlink, cited, madeBy });
  };
  if (element.url) for (const place of placesOfUrl(element.url)) add(place, place.path.endsWith('/'));
  const texts = element.text ? [element.text, ...element.layers] : element.layers;
  for (const { span } of texts) for (const place of placesIn(source, span)) add(place, false);
  return eachOnce(links).sort((a, b) => a.span.start - b.span.start);
}

/** What is named by `url` and by the text as well is one link, and cited if it is in one of them. */
function eachOnce(links: readonly DraftLink[]): DraftLink[] {
  const byLocator = new Map<string, DraftLink>();
  for (const link of links) {
    const before = byLocator.get(link.locator);
    if (!before || (link.cited && !before.cited)) byLocator.set(link.locator, link);
  }
  return [...byLocator.values()];
}
