import { fileOf } from '../../model/file-of.ts';
import { type Range, comparePositions } from '../../model/text.ts';
import type { JudgedCase, JudgedLink } from '../../project/snapshot.ts';
import type { Lookup } from '../lookup.ts';

/** How many links of a selection are looked at. */
const MOST_LINKS = 10;

/** The first links whose locators touch a range of a claim file. */
export function linksIn(lookup: Lookup, file: string, range: Range): [JudgedCase, JudgedLink][] {
  return lookup
    .casesIn(file)
    .flatMap((one) =>
      [...one.links.values()]
        .filter(({ link }) => fileOf(one, link) === file && touches(link.range, range))
        .map((judged): [JudgedCase, JudgedLink] => [one, judged]),
    )
    .slice(0, MOST_LINKS);
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
