import assert from 'node:assert/strict';
import { readReviews } from '../../../src/formats/reviews/read-reviews.ts';
import { formatRecord } from '../../../src/formats/reviews/write-reviews.ts';
import { newestReviews } from '../../../src/model/newest-reviews.ts';
import type { ReviewRecord } from '../../../src/model/review.ts';
import { aheadReviews } from '../../../src/project/reviews/ahead-reviews.ts';
import { ADA, BEN } from './support.ts';

const NOW = new Date('2026-06-15T12:00:00Z');

/** What is said of a file with reviews of one link each, at these moments. */
function said(...records: readonly (readonly [node: string, moment: string, by: string])[]): string[] {
  const lines = records.map(([node, at, by]) => {
    const record: ReviewRecord = {
      case: 'access',
      node,
      locator: 'src/a.py',
      commit: null,
      fingerprint: `tokens-1:python:${'c'.repeat(64)}`,
      claim: `claim-1:${'d'.repeat(64)}`,
      by,
      at,
    };
    return `${formatRecord(record)}\n`;
  });
  const text = lines.join('');
  const file = '/w/access.reviews.yaml';
  const read = readReviews(text, file);
  const newest = newestReviews(read.records, NOW);
  return aheadReviews({ file, text, ...read, newest, anyAhead: true }, NOW).map(
    ({ range, message }) => `${range.start.line + 1}: ${message}`,
  );
}

describe('reviews that are dated in the future', () => {
  it('are those of more than a day from now', () => {
    assert.deepEqual(said(['C1', '2026-06-16T12:00:00Z', ADA]), []);
    assert.deepEqual(said(['C1', '2026-06-16T12:00:01Z', ADA]), [
      '1: A review in access.reviews.yaml is dated in the future: by Ada Author on 16 Jun. Any other review of the same link goes before it, and where reviews expire it counts for nothing. Set the clock, and review the evidence again.',
    ]);
  });

  it('are one finding a file', () => {
    const found = said(
      ['C1', '2026-06-01T12:00:00Z', ADA],
      ['C2', '2031-06-16T12:00:00Z', BEN],
      ['C3', '2032-06-16T12:00:00Z', ADA],
    );
    assert.equal(found.length, 1);
    assert.match(
      found[0]!,
      /^2: 2 reviews in .* in the future, the first of them by Ben Builder on 16 Jun 2031\./,
    );
  });

  it('are mended by a later review of the same link', () => {
    assert.deepEqual(said(['C1', '2031-06-16T12:00:00Z', ADA], ['C1', '2026-06-15T12:00:00Z', BEN]), []);
    assert.equal(said(['C1', '2026-06-15T12:00:00Z', BEN], ['C1', '2031-06-16T12:00:00Z', ADA]).length, 1);
  });
});
