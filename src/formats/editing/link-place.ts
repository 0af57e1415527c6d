import type { Case, EvidenceLink } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';

/** A link of a case in the file that is edited. */
export interface LinkPlace {
  /** The id of its case. */
  readonly case: string;
  readonly key: EvidenceLink['key'];
}

/** Where a link stands: in its case, as the index among the links, and in the text, as offsets (UTF-16). */
export interface FoundLink {
  readonly one: Case;
  readonly at: number;
  readonly link: EvidenceLink;
  readonly start: number;
  readonly end: number;
}

/** Finds a link in a text that was read; undefined where there is none. */
export function findLink(
  text: string,
  read: ReadResult,
  place: LinkPlace,
  index = new LineIndex(text),
): FoundLink | undefined {
  const one = read.cases.find(({ id }) => id === place.case);
  const at = one?.evidence.findIndex(({ key }) => key === place.key) ?? -1;
  const link = one?.evidence[at];
  if (!one || !link) return undefined;
  return { one, at, link, start: index.offset(link.range.start), end: index.offset(link.range.end) };
}
