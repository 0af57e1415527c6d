import { parseRepositoryUrl } from '../../model/repository-url.ts';
import type { InlineLine } from '../markdown/inline.ts';
import { readPlaces } from '../markdown/locators.ts';
import { isKnownFile } from '../markdown/path-like.ts';
import { bareNamedPlaces, namedPlaces } from '../markdown/places.ts';
import type { Span } from '../span.ts';
import type { LabelText } from './label-text.ts';
import type { NodeShape } from './shapes.ts';
import type { SourceText } from './source-text.ts';

/** A place that a shape names. */
export interface DrawnLink {
  readonly locator: string;
  /** In the claim file. */
  readonly span: Span;
  /** As in `EvidenceLink`. */
  readonly doubtful: boolean;
  readonly hyperlink: boolean;
}

/** Nobody can read more of them on one shape. */
const MAX_LINKS = 50;
const WORD = /[^\s()[\]{}<>"'`,;|/“”‘’]+(?![^\s,;])/g;

/**
 * The places a shape names: in words, if it is evidence, and in any case what is set as code, the links in its label, and its own link. Each once. Web
 * addresses are evidence only on shapes that are evidence.
 */
export function linksOf({ kind, cell, label, body }: NodeShape): DrawnLink[] {
  const isEvidence = kind === 'evidence';
  const links = [label, ...(body ? [body.label] : [])].flatMap((one) => linksOfLabel(one, isEvidence));
  const carriers = [cell.link, body?.cell.link].flatMap((link) => (link ? linksOfDestination(link) : []));
  const byLocator = new Map<string, DrawnLink>();
  for (const link of [...links, ...carriers]) {
    const leadsElsewhere = /^https?:/i.test(link.locator) && !parseRepositoryUrl(link.locator);
    if (leadsElsewhere && !isEvidence) continue;
    if (byLocator.size < MAX_LINKS && !byLocator.has(link.locator)) byLocator.set(link.locator, link);
  }
  return [...byLocator.values()];
}

function linksOfLabel(label: LabelText, isEvidence: boolean): DrawnLink[] {
  const line = lineOf(label);
  const named = [...(namedPlaces([line]).get(line) ?? []), ...(isEvidence ? bareNamedPlaces(line) : [])];
  const inWords = named
    .flatMap(({ locators, likeness, hyperlink }) =>
      locators.map(({ locator, span }) => ({ locator, span, doubtful: likeness === 'perhaps', hyperlink })),
    )
    .concat(isEvidence ? fileNames(line) : [])
    .sort((a, b) => a.span.start - b.span.start)
    .map((link) => ({ ...link, span: label.source.span(link.span.start, link.span.end) }));
  return [...inWords, ...label.links.flatMap(linksOfDestination)];
}

/** A label as a line whose document is the label itself. */
function lineOf({ source, codes }: LabelText): InlineLine {
  const text = source.text.replaceAll('\n', ' ');
  const links = codes.map((span) => {
    const written = text.slice(span.start, span.end);
    return { form: 'code' as const, written, span, verbatim: true, at: span };
  });
  const offsets = Array.from(text, (_, at) => at);
  return { text, offsets, span: { start: 0, end: text.length }, emphases: [], links, hardEnd: false };
}

/** Names of files without a folder, which are evidence if there are such files. */
function fileNames({ text, links }: InlineLine): DrawnLink[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const written = word.replace(/[.:!?]+$/, '');
    const span = { start: index, end: index + written.length };
    if (!isKnownFile(written) || text[index - 1] === '/') return [];
    if (links.some(({ at }) => at.start <= index && index < at.end)) return [];
    const places = readPlaces({ form: 'bare', written, span, verbatim: true });
    return places.flatMap(({ path, fragments, likeness }) => {
      const doubtful = likeness === 'perhaps';
      const parts = fragments.length > 0 ? fragments.map((fragment) => `${path}#${fragment}`) : [path];
      return parts.map((locator) => ({ locator, span, doubtful, hyperlink: false }));
    });
  });
}

function linksOfDestination(link: SourceText): DrawnLink[] {
  const span = link.span(0, link.text.length);
  const places = readPlaces({ form: 'link', written: decode(link.text.trim()), span, verbatim: false });
  return places.flatMap(({ path, fragments, likeness, hyperlink }) => {
    const doubtful = likeness === 'perhaps';
    const parts = fragments.length > 0 ? fragments.map((fragment) => `${path}#${fragment}`) : [path];
    return parts.map((locator) => ({ locator, span, doubtful, hyperlink }));
  });
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
