import type { ReadResult } from '../../formats/format.ts';
import { readReviews } from '../../formats/reviews/read-reviews.ts';
import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import { linesToAppend } from '../../formats/reviews/write-reviews.ts';
import type { Case, EvidenceLink } from '../../model/case.ts';
import { newestReviews, reviewKey } from '../../model/newest-reviews.ts';
import type { ReviewRecord } from '../../model/review.ts';
import type { Digest } from '../../ports/digest.ts';
import { claimFingerprint } from '../reviews/claim-fingerprint.ts';
import type { FileEdits, Texts } from './file-edits.ts';

/** What the link of a record is called once a claim file is edited; undefined where it is called what it was. */
export type Carry = (record: ReviewRecord) => CarriedTo | undefined;

export interface CarriedTo extends Pick<ReviewRecord, 'case' | 'node' | 'locator'> {
  /** What its claim said and says, where an edit of ids changed that. */
  readonly said?: readonly [before: string, after: string];
}

/**
 * The records that a review file needs for its reviews to count for links that an edit of ids or paths calls otherwise. Records are only ever appended: of
 * each review that counts a copy, by the same person at the same time; what is there stays.
 *
 * @param claimFile absolute; the review file lies beside it
 */
export async function carryReviews(claimFile: string, carry: Carry, texts: Texts): Promise<FileEdits[]> {
  const file = reviewFileOf(claimFile);
  const text = await texts.text(file);
  if (text === undefined) return [];
  const newest = newestReviews(readReviews(text, file).records, texts.now);
  const copies = [...newest.values()].flatMap((record) => {
    const to = carry(record);
    return to ? copyOf(record, to, texts.digest) : [];
  });
  const missing = copies.filter((copy) => isNewer(copy, newest.get(reviewKey(copy))));
  if (missing.length === 0) return [];
  const end = text.length;
  return [{ file, text, edits: [{ start: end, end, newText: linesToAppend(text, missing) }] }];
}

function copyOf(record: ReviewRecord, { said, ...names }: CarriedTo, digest: Digest): ReviewRecord[] {
  const claim =
    said && record.claim === claimFingerprint(said[0], digest)
      ? claimFingerprint(said[1], digest)
      : record.claim;
  const copy = { ...record, ...names, claim };
  return reviewKey(copy) === reviewKey(record) && claim === record.claim ? [] : [copy];
}

function isNewer(copy: ReviewRecord, other: ReviewRecord | undefined): boolean {
  return !other || Date.parse(copy.at) > Date.parse(other.at) || copy.claim !== other.claim;
}

/** What an edit calls the links of a file, from how it read before and how it reads now, where both have the same nodes and links in the same order. */
export function carryBetween(before: ReadResult, after: ReadResult): Carry {
  const links = new Map<string, CarriedTo>();
  const nodes = new Map<string, CarriedTo>();
  before.cases.forEach((one, i) => {
    const other = after.cases[i];
    if (!other) return;
    const texts = textsOf(one);
    const textsNow = textsOf(other);
    const said = (node: string, now: string): readonly [string, string] => [
      texts.get(node) ?? '',
      textsNow.get(now) ?? '',
    ];
    one.nodes.forEach(({ key }, k) => {
      const now = other.nodes[k]?.key;
      if (now !== undefined)
        nodes.set(nodeKey(one.id, key), { case: other.id, node: now, locator: '', said: said(key, now) });
    });
    one.evidence.forEach((link, k) => {
      const now: EvidenceLink | undefined = other.evidence[k];
      const key = reviewKey({ case: one.id, node: link.parent, locator: link.locator });
      if (now && !links.has(key))
        links.set(key, {
          case: other.id,
          node: now.parent,
          locator: now.locator,
          said: said(link.parent, now.parent),
        });
    });
  });
  return (record) => {
    const found = links.get(reviewKey(record));
    if (found) return found;
    // Links that are made later, such as names of code in prose, hang under a node all the same.
    const node = nodes.get(nodeKey(record.case, record.node));
    return node && { ...node, locator: record.locator };
  };
}

function textsOf({ nodes }: Case): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ key, text }) => [key, text]));
}

function nodeKey(one: string, node: string): string {
  return JSON.stringify([one, node]);
}
