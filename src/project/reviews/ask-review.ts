import type { Case, EvidenceLink } from '../../model/case.ts';
import { type NewestReviews, reviewKey } from '../../model/newest-reviews.ts';
import type { ReviewPolicy } from '../../model/review.ts';
import { lazy } from '../../evidence/lazy.ts';
import type { Digest } from '../../ports/digest.ts';
import { demandsOn } from '../judging/reviewed/review-demands.ts';
import type { ReviewQuestion } from '../judging/reviewed/with-review.ts';
import { claimFingerprint, saysSomethingElse } from './claim-fingerprint.ts';

/** Gives for each link of a case what there is to know of its review. */
export function reviewAsker(
  one: Case,
  reviews: NewestReviews,
  policy: ReviewPolicy,
  digest: Digest,
): (link: EvidenceLink) => ReviewQuestion {
  const nodes = new Map(one.nodes.map((node) => [node.key, node]));
  const idOf = (key: string): string => nodes.get(key)?.id ?? key;
  // Mostly nothing is reviewed and nothing demanded of single nodes, and what is the same for thousands of links is found once.
  const ofAll = policy.required === 'all' || policy.required.length === 0;
  const demandsOnAll = ofAll ? demandsOn(one.id, [], policy) : undefined;
  // Only where a review has no link any more can a link have had another name when it was reviewed.
  const hasLost = lazy(() => {
    const keys = new Set(
      one.evidence.map(({ parent, locator }) => reviewKey({ case: one.id, node: parent, locator })),
    );
    return [...reviews].some(([key, record]) => record.case === one.id && !keys.has(key));
  });
  const before = ({ parent }: EvidenceLink): NonNullable<ReviewQuestion['reviewedBefore']> => ({
    reviews: reviews.size,
    find: ({ claim: id, locator }) => {
      const found = reviews.get(reviewKey({ case: one.id, node: id ?? parent, locator }));
      const says = claimFingerprint(nodes.get(parent)?.text ?? '', digest);
      return found && !saysSomethingElse(found.claim, says) ? found : undefined;
    },
  });
  return (link) => {
    const { parent, node, locator } = link;
    const review =
      reviews.size > 0 && canBeReviewed(link)
        ? reviews.get(reviewKey({ case: one.id, node: parent, locator }))
        : undefined;
    const named = node === undefined ? [idOf(parent)] : [idOf(parent), idOf(node)];
    const demands = demandsOnAll ?? demandsOn(one.id, named, policy);
    const isRequired = demands.required && canBeReviewed(link) && link.role === 'evidence';
    const asked = {
      claimId: idOf(parent),
      ...(node !== undefined && { evidenceId: idOf(node) }),
      demands: demands.required === isRequired ? demands : { ...demands, required: isRequired },
    };
    if (!review) {
      const isAsked = reviews.size > 0 && canBeReviewed(link) && hasLost();
      return { claim: '', ...asked, ...(isAsked && { reviewedBefore: before(link) }) };
    }
    return { review, claim: claimFingerprint(nodes.get(parent)?.text ?? '', digest), ...asked };
  };
}

/** Whether a person can say of a link that its evidence supports its claim: what is only mentioned supports nothing, and a report says it by itself. */
export function canBeReviewed({ cited, expect }: EvidenceLink): boolean {
  return cited && expect === undefined;
}
