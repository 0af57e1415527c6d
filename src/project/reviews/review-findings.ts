import type { Finding } from '../../model/finding.ts';
import type { Host } from '../../ports/host.ts';
import { CATALOGUE } from '../../rules/catalogue.ts';
import type { ClaimFile } from '../claim-files/claim-file.ts';
import { aheadReviews } from './ahead-reviews.ts';
import { lostFinding } from './lost-findings.ts';
import { type CaseAt, lostReviews } from './lost-reviews.ts';
import type { ReviewFile } from './review-store.ts';

/**
 * All that is wrong with review files: lines that cannot be read, dates in the future, and reviews of no link. Pure.
 *
 * @param claimFiles those that were read; of one that could be read in part only, nobody can say what it does not hold
 */
export function reviewFindings(
  files: readonly ReviewFile[],
  cases: readonly CaseAt[],
  claimFiles: readonly ClaimFile[],
  { digest, clock }: Pick<Host, 'digest' | 'clock'>,
): Finding[] {
  const now = clock.now();
  const partial = new Set(
    claimFiles
      .filter(({ read }) => read.findings.some(({ rule }) => CATALOGUE.get(rule)?.fixed))
      .map(({ file }) => file),
  );
  const lost = lostReviews(files, cases, digest, (file) => partial.has(file));
  return [
    ...files.flatMap((one) => [...one.findings, ...aheadReviews(one, now)]),
    ...lost.map((one) => lostFinding(one, now)),
  ];
}
