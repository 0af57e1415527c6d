import assert from 'node:assert/strict';
import { sayCases } from '../../../src/client/tree/standing-words.ts';
import type { CaseStanding } from '../../../src/server/protocol.ts';

const one = (parts: Partial<CaseStanding>): CaseStanding => ({
  title: 'Access',
  state: 'current',
  files: [],
  links: {},
  unanswered: 0,
  ...parts,
});

describe('client: what the status bar says', () => {
  it('is nothing without cases', () => assert.equal(sayCases([]), undefined));

  it('is how many links are current where all is well', () => {
    const said = sayCases([one({ links: { current: 12 } })]);
    assert.deepEqual([said?.state, said?.text], ['current', '12 current']);
    assert.equal(said?.accessibilityLabel, 'Access: current; of 12 links 12 current');
  });

  it('is what is in no good state, worst first, over all cases', () => {
    const said = sayCases([
      one({ state: 'stale', links: { stale: 2, current: 3 } }),
      one({ title: 'Mail', state: 'broken', links: { broken: 1, stale: 1, unknown: 1 }, unanswered: 2 }),
    ]);
    assert.deepEqual([said?.state, said?.text], ['broken', '1 broken, 3 stale, 2 unanswered']);
    assert.equal(
      said?.accessibilityLabel,
      '2 assurance cases: broken; of 8 links 1 broken, 3 stale, 1 unknown, 3 current; 2 defeaters unanswered',
    );
    assert.equal(
      said?.details,
      'Access: stale; of 5 links 2 stale, 3 current\nMail: broken; of 3 links 1 broken, 1 stale, 1 unknown; 2 defeaters unanswered',
    );
  });

  it('is the state where there is nothing to count', () => {
    const said = sayCases([one({ state: 'undeveloped' })]);
    assert.deepEqual(
      [said?.text, said?.accessibilityLabel],
      ['undeveloped', 'Access: undeveloped; no links to evidence'],
    );
  });

  it('says that a part of a case could not be read, whatever its state', () => {
    const said = sayCases([one({ title: 'Mail' }), one({ state: 'undeveloped', unread: true })]);
    assert.deepEqual([said?.unread, said?.text], [true, 'undeveloped, part unread']);
    assert.equal(
      said?.details.split('\n')[1],
      'Access: undeveloped; no links to evidence; a part cannot be read',
    );
    assert.equal(sayCases([one({})])?.unread, false);
  });

  it('names ten cases at most', () => {
    const details = sayCases(Array.from({ length: 12 }, () => one({})))!.details.split('\n');
    assert.deepEqual([details.length, details.at(-1)], [11, 'and 2 more cases']);
  });
});
