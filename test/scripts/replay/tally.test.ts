import assert from 'node:assert/strict';
import { differencesOf, sampleOf } from '../../../scripts/replay/differences.ts';
import type { JudgedAt } from '../../../scripts/replay/judge-at.ts';
import type { CommitJudged } from '../../../scripts/replay/replay.ts';
import { leftOut, tally } from '../../../scripts/replay/tally.ts';

const SAME: JudgedAt = {
  case: 'transit',
  node: 'C1',
  locator: 'src/server.go',
  occurrence: 1,
  cited: true,
  state: 'current',
  reason: 'unchanged',
  bytesDiffer: false,
  baseline: 'b0',
};
const REFORMATTED: JudgedAt = { ...SAME, reason: 'cosmetic', bytesDiffer: true, now: 'n1' };
const CHANGED: JudgedAt = { ...SAME, state: 'stale', reason: 'changed', bytesDiffer: true, now: 'n2' };

function commits(...each: (readonly JudgedAt[])[]): CommitJudged[] {
  return each.map((compared, i) => ({ commit: `c${i}`, compared, leftOut: {} }));
}

describe('the tally of a replay', () => {
  it('counts an alarm where a link turns stale, and none while it stays so', () => {
    const counts = tally(commits([SAME], [REFORMATTED], [REFORMATTED], [CHANGED], [CHANGED]), 'all');
    assert.deepEqual(
      [counts.judgements, counts.wholeFileStale, counts.stale, counts.wholeFileAlarms, counts.alarms],
      [5, 4, 2, 1, 1],
    );
    assert.deepEqual(counts.spared, { cosmetic: 2 });
  });

  it('counts no alarm for what was stale before the first commit, but the link as one that ever was', () => {
    const counts = tally(commits([CHANGED], [CHANGED]), 'all');
    assert.deepEqual([counts.alarms, counts.everStale, counts.everWholeFileStale], [0, 1, 1]);
  });

  it('keeps links apart that a document writes twice in one node', () => {
    const second = { ...SAME, occurrence: 2 };
    const counts = tally(commits([SAME, second], [CHANGED, second]), 'all');
    assert.deepEqual([counts.links, counts.alarms], [2, 1]);
  });

  it('leaves mentions out where only cited links are asked for, and commits that then have none', () => {
    const mention = { ...CHANGED, cited: false };
    const judged = commits([mention], [SAME, mention]);
    assert.deepEqual([tally(judged, 'cited').commits, tally(judged, 'cited').stale], [1, 0]);
    assert.deepEqual([tally(judged, 'all').commits, tally(judged, 'all').stale], [2, 2]);
  });

  it('says if ever Warrant calls stale what has the same bytes', () => {
    assert.equal(tally(commits([{ ...CHANGED, bytesDiffer: false }]), 'all').onlyWarrant, 1);
  });

  it('sums what was left out', () => {
    const judged: CommitJudged[] = [
      { commit: 'c0', compared: [], leftOut: { 'broken/missing': 1 } },
      { commit: 'c1', compared: [], leftOut: { 'broken/missing': 2, 'unknown/external': 1 } },
    ];
    assert.deepEqual(leftOut(judged), { 'broken/missing': 3, 'unknown/external': 1 });
  });
});

describe('the differences of a replay', () => {
  const of = (...each: (readonly JudgedAt[])[]) =>
    differencesOf({ name: 'x', repository: '/x', commits: commits(...each) });

  it('are each link and baseline once, at the last commit', () => {
    const found = of([REFORMATTED], [{ ...REFORMATTED, now: 'n3' }], [CHANGED]);
    assert.deepEqual(
      found.map(({ commit, now }) => [commit, now]),
      [['c1', 'n3']],
    );
    assert.equal(of([REFORMATTED], [{ ...REFORMATTED, baseline: 'b1' }]).length, 2);
  });

  it('are not where both say the same', () => {
    assert.deepEqual(of([SAME], [CHANGED]), []);
  });

  it('are drawn alike with the same seed, none twice', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const drawn = sampleOf(items, 20, 1);
    assert.deepEqual(sampleOf(items, 20, 1), drawn);
    assert.notDeepEqual(sampleOf(items, 20, 2), drawn);
    assert.equal(new Set(drawn).size, 20);
    assert.equal(sampleOf(items.slice(0, 3), 20, 1).length, 3);
  });
});
