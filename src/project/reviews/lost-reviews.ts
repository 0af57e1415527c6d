import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import type { Case, EvidenceLink } from '../../model/case.ts';
import { push } from '../../model/multimap.ts';
import { reviewKey } from '../../model/newest-reviews.ts';
import type { ReviewRecord } from '../../model/review.ts';
import type { Digest } from '../../ports/digest.ts';
import { canBeReviewed } from './ask-review.ts';
import { claimFingerprint } from './claim-fingerprint.ts';
import type { ReviewFile } from './review-store.ts';

/** A case, and the file that it begins in. */
export interface CaseAt {
  readonly file: string;
  readonly case: Case;
}

/** The one link that is cited for the same claim by another name, and has no review. */
export interface NewName {
  readonly home: CaseAt;
  readonly link: EvidenceLink;
}

/** A review of no link: its claim was renamed, or its link changed or removed. */
export interface LostReview {
  readonly record: ReviewRecord;
  readonly newName?: NewName;
}

/** What a review file holds of no link. */
export interface LostReviews {
  readonly file: ReviewFile;
  /** No claim file has these reviews. */
  readonly stray: boolean;
  /** Of each link the newest, in the order of the file. */
  readonly lost: readonly LostReview[];
}

/**
 * The reviews that count for nothing, as no case has their link. What was reviewed anew by another name is left out. Pure, and linear in links and
 * records.
 *
 * @param isPartial whether a claim file could be read in part only, so that what it does not hold may be there
 */
export function lostReviews(
  files: readonly ReviewFile[],
  cases: readonly CaseAt[],
  digest: Digest,
  isPartial: (claimFile: string) => boolean,
): LostReviews[] {
  const homes = new Map<string, CaseAt[]>();
  for (const one of cases) push(homes, reviewFileOf(one.file), one);
  const found = files.flatMap((file): LostReviews[] => {
    const own = homes.get(file.file) ?? [];
    if (own.some((one) => isPartial(one.file))) return [];
    const there = new Set(own.flatMap(({ case: one }) => one.evidence.map((link) => keyOf(one, link))));
    const lost = [...file.newest].filter(([key]) => !there.has(key)).map(([, record]) => ({ record }));
    return lost.length > 0 ? [{ file, stray: own.length === 0, lost }] : [];
  });
  if (found.length === 0) return [];
  const wanted = new Set(found.flatMap(({ lost }) => lost.map(({ record }) => record.locator)));
  const reviews = new Map(files.map(({ file, newest }) => [file, newest]));
  const waiting = new Map<string, NewName[]>();
  const reviewed = new Set<string>();
  for (const home of cases) {
    for (const name of linksTo(wanted, home, digest)) {
      const isReviewed = reviews.get(reviewFileOf(home.file))?.has(keyOf(home.case, name.link));
      if (isReviewed) reviewed.add(name.meaning);
      else push(waiting, name.meaning, { home, link: name.link });
    }
  }
  const claimants = new Map<string, number>();
  for (const { lost } of found)
    for (const { record } of lost)
      claimants.set(meaningOf(record), (claimants.get(meaningOf(record)) ?? 0) + 1);
  return found.flatMap((one) => {
    const lost = one.lost.flatMap(({ record }): LostReview[] => {
      const meaning = meaningOf(record);
      const links = waiting.get(meaning) ?? [];
      if (links.length === 0 && reviewed.has(meaning)) return [];
      const isSure = links.length === 1 && claimants.get(meaning) === 1;
      return [{ record, ...(isSure && { newName: links[0]! }) }];
    });
    return lost.length > 0 ? [{ ...one, lost }] : [];
  });
}

/** The links of a case to some evidence that a person can review, each with what it means by whatever name: evidence, and what its claim says. */
function* linksTo(
  locators: ReadonlySet<string>,
  { case: one }: CaseAt,
  digest: Digest,
): Generator<{ readonly link: EvidenceLink; readonly meaning: string }> {
  const links = one.evidence.filter((link) => locators.has(link.locator) && canBeReviewed(link));
  if (links.length === 0) return;
  const texts = new Map(one.nodes.map(({ key, text }) => [key, text]));
  for (const link of links) {
    const claim = claimFingerprint(texts.get(link.parent) ?? '', digest);
    yield { link, meaning: meaningOf({ locator: link.locator, claim }) };
  }
}

function meaningOf({ locator, claim }: Pick<ReviewRecord, 'locator' | 'claim'>): string {
  return JSON.stringify([locator, claim]);
}

function keyOf({ id }: Case, { parent, locator }: EvidenceLink): string {
  return reviewKey({ case: id, node: parent, locator });
}
