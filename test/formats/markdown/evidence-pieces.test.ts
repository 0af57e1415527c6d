import assert from 'node:assert/strict';
import { linksOf, nodesOf, readOne } from './support.ts';

const below = (evidence: string): string[] =>
  nodesOf(readOne(`## C1: Mail is safe\n\n**Evidence:** ${evidence}\n`)).slice(1);

describe('evidence behind one label', () => {
  it('is several where semicolons part it', () => {
    assert.deepEqual(below('the nightly job; a review of all keys.'), [
      'the-nightly-job evidence < C1',
      'a-review-of-all-keys evidence < C1',
    ]);
  });

  it('is several where commas part short items with a code span', () => {
    assert.deepEqual(below('`lint`, `audit` (0 errors, all\nfiles), the nightly job'), [
      'lint evidence < C1',
      'audit-0-errors-all-files evidence < C1',
      'the-nightly-job evidence < C1',
    ]);
    assert.deepEqual(below('unit tests, fuzzing and a review'), [
      'unit-tests-fuzzing-and-a-review evidence < C1',
    ]);
  });

  it('is a link where an item is a place', () => {
    const one = readOne('## C1: Mail is safe\n\n**Evidence:** `src/mail.ts`; the nightly job\n');
    assert.deepEqual(nodesOf(one), ['C1 claim', 'the-nightly-job evidence < C1']);
    assert.deepEqual(linksOf(one), ['C1 src/mail.ts']);
  });

  it('is one where a clause goes on', () => {
    assert.deepEqual(below('no backdoor; confirmed by two people'), [
      'no-backdoor-confirmed-by-two-people evidence < C1',
    ]);
  });
});
