import type { LinkName, ReviewOutcome } from '../project/reviews/review-request.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import { linkFacts } from './link-facts.ts';
import { type Report, shown } from './report.ts';
import { type CaseLink, nameOfLink } from './review-links.ts';

/**
 * What became of a review as one JSON document; lines are 1-based.
 *
 * @param diffs what changed in the evidence of each link, where that was asked for
 */
export function reviewJson(
  { by, recorded, refused, files, notes, unwritten }: ReviewOutcome,
  links: readonly CaseLink[],
  diffs: ReadonlyMap<JudgedLink, string>,
  report: Report,
): string {
  const named = new Map(links.map((link) => [nameOf(nameOfLink(link)), link]));
  const factsOf = (name: LinkName) => {
    const { one, judged } = named.get(nameOf(name))!;
    return {
      ...linkFacts(one, judged, report),
      ...(diffs.size > 0 && { diff: diffs.get(judged) ?? null }),
    };
  };
  const document = {
    schema: 1,
    by: by === '' ? null : by,
    recorded: recorded.map(({ file, record, ...name }) => ({
      ...factsOf(name),
      reviews: shown(report, file),
      at: record.at,
      note: record.note ?? null,
      fingerprint: record.fingerprint,
    })),
    refused: refused.map(({ why, ...name }) => ({ ...factsOf(name), why })),
    files: files.map((file) => shown(report, file)),
    notes,
    unwritten,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function nameOf({ case: key, link }: LinkName): string {
  return JSON.stringify([key, link]);
}
