import assert from 'node:assert/strict';
import { parseTarget, parseTargets } from '../../../src/client/show/difference.ts';
import { sayAnswer, sayQuestion } from '../../../src/client/review/review-words.ts';
import type { Difference, ReviewItem } from '../../../src/server/protocol.ts';

const DIFFERENCE: Difference = {
  before: { root: '/r', commit: 'c', path: 'a.py' },
  after: 'file:///r/a.py',
  title: 'a.py',
};

function itemOf(label: string, difference?: Difference): ReviewItem {
  const target = { case: 'access', link: label };
  return {
    target,
    label,
    claim: 'C2 B',
    summary: 'stale: changed',
    files: [],
    ...(difference && { difference }),
  };
}

describe('what is said about a review', () => {
  it('asks about one link by its claim, and about evidence nobody judged without “still”', () => {
    assert.deepEqual(sayQuestion({ subject: 'C2 B', items: [itemOf('a.py', DIFFERENCE)] }), {
      message: 'Does a.py still support “C2 B”? (stale: changed)',
      holds: 'Still Holds',
    });
    assert.deepEqual(sayQuestion({ subject: 'C2 B', items: [itemOf('a.py')] }), {
      message: 'Does a.py support “C2 B”? (stale: changed)',
      holds: 'Holds',
    });
  });

  it('names three of several links at most', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((name) => itemOf(name, DIFFERENCE));
    const { message } = sayQuestion({ subject: 'C1 A', items });
    assert.equal(message, 'Do all 5 links still support “C1 A”? (a, b, c and 2 more)');
  });

  it('says what was recorded, by whom, and what was not', () => {
    const by = 'Ada Author <ada@example.org>';
    assert.deepEqual(sayAnswer({ by, recorded: 1, refused: [], notes: [] }, 'C2 B'), {
      message: 'Warrant: recorded the review of “C2 B” by Ada Author.',
      isWarning: false,
    });
    assert.deepEqual(sayAnswer({ by, recorded: 2, refused: ['a.py changed.'], notes: [] }, 'C2 B'), {
      message: 'Warrant: recorded 2 reviews of “C2 B” by Ada Author. a.py changed.',
      isWarning: true,
    });
    assert.deepEqual(
      sayAnswer({ by: '', recorded: 0, refused: [], notes: ['Nothing says who you are.'] }, 'C2 B'),
      {
        message: 'Warrant: nothing was recorded. Nothing says who you are.',
        isWarning: true,
      },
    );
  });
});

describe('the target of a review', () => {
  it('is read from what a command is given, and nothing else is let through', () => {
    assert.deepEqual(parseTarget({ case: 'a', link: 'l', node: 'n', more: 1 }), { case: 'a', link: 'l' });
    assert.deepEqual(parseTarget({ case: 'a', node: 'n' }), { case: 'a', node: 'n' });
    for (const value of [undefined, null, 'a', {}, { case: 'a' }, { case: 1, link: 'l' }, { link: 'l' }])
      assert.equal(parseTarget(value), undefined);
  });

  it('is one of several only if all are', () => {
    const target = { case: 'a', link: 'l' };
    assert.deepEqual(parseTargets([target, target]), [target, target]);
    for (const value of [[], [target, 1], target, undefined]) assert.equal(parseTargets(value), undefined);
  });
});
