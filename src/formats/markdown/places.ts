import { bareWords } from './bare-places.ts';
import { partsBefore, partsBehind } from './bound-parts.ts';
import type { BoundPart, Words } from './bound-parts.ts';
import type { InlineLine } from './inline.ts';
import type { WrittenLink } from './links.ts';
import { readPlaces, readUnusualPlace } from './locators.ts';
import type { WrittenPlace } from './locators.ts';
import type { Span } from '../span.ts';

/** A place that a line names, ready to become links: one for each part of it, or one for the whole. */
export interface NamedPlace {
  readonly link: WrittenLink;
  readonly likeness: WrittenPlace['likeness'];
  readonly hyperlink: boolean;
  /** It has characters that few paths have, so that it is a path only where evidence is asked for. */
  readonly unusual: boolean;
  readonly locators: readonly NamedLocator[];
}

interface NamedLocator {
  readonly locator: string;
  /** What stands for it in the document. */
  readonly span: Span;
  /** Where the part is written, if that is elsewhere. */
  readonly part?: Span;
}

/**
 * The places that the code spans and links of some lines name. The lines are those of one paragraph, since a remark may go on with the next.
 *
 * @param withUnusual also those that are places only where evidence is asked for
 */
export function namedPlaces(
  lines: readonly InlineLine[],
  withUnusual = false,
): Map<InlineLine, NamedPlace[]> {
  const words = joined(lines);
  const found = new Map<InlineLine, NamedPlace[]>();
  let at = 0;
  for (const line of lines) {
    const places: NamedPlace[] = [];
    for (const link of line.links) {
      const behind = at++;
      const usual = readPlaces(link);
      const unusual = withUnusual && usual.length === 0 ? readUnusualPlace(link) : undefined;
      const read = unusual ? [unusual] : usual;
      const [only] = read;
      const bound =
        only && read.length === 1 && only.likeness !== 'url' && only.fragments.length === 0
          ? partsAround(words, behind, only.path)
          : [];
      for (const place of read) places.push(named(link, place, bound, unusual !== undefined));
    }
    found.set(line, places);
  }
  return found;
}

function partsAround(words: Words, at: number, path: string): readonly BoundPart[] {
  const behind = partsBehind(words, at, path);
  return behind.length > 0 ? behind : partsBefore(words, at, path);
}

/** The paths and addresses that a line names in plain words. A word with a slash is a path only where nothing else can be meant. */
export function bareNamedPlaces(line: InlineLine): NamedPlace[] {
  return bareWords(line).flatMap((word) =>
    readPlaces(word)
      .filter(({ likeness }) => likeness !== 'perhaps')
      .map((place) => named(word, place, [])),
  );
}

function named(
  link: WrittenLink,
  place: WrittenPlace,
  bound: readonly BoundPart[],
  unusual = false,
): NamedPlace {
  const { path, span, likeness, hyperlink } = place;
  const parts: readonly BoundPart[] =
    bound.length > 0 ? bound : place.fragments.map((fragment) => ({ fragment }));
  // The first part stands for the path, so that whoever replaces what is written replaces the path.
  const locators = parts.map((part, index) => ({
    locator: `${path}#${part.fragment}`,
    span: index === 0 ? span : (part.span ?? span),
    ...(index === 0 && part.span && { part: part.span }),
  }));
  return {
    link,
    likeness,
    hyperlink,
    unusual,
    locators: locators.length > 0 ? locators : [{ locator: path, span }],
  };
}

/** Some lines as one; what the author ended with a line break is not continued. */
function joined(lines: readonly InlineLine[]): Words {
  if (lines.length === 1) return lines[0]!;
  let text = '';
  const links: Words['links'][number][] = [];
  for (const line of lines) {
    const shift = text.length;
    text += line.text + (line.hardEnd ? '\n' : ' ');
    for (const link of line.links)
      links.push({ ...link, at: { start: link.at.start + shift, end: link.at.end + shift } });
  }
  return { text, links };
}
