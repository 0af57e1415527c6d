import assert from 'node:assert/strict';
import { REST, createKeeper, newerState } from '../../src/panel/keep-state.ts';
import type { SavedState } from '../../src/panel/saved-state.ts';

const STATE: SavedState = { case: 'case', notation: 'gsn', outline: false };

function clock() {
  let time = 0;
  let jobs: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => time,
    later(work: () => void, delay: number) {
      const job = { at: time + delay, work };
      jobs.push(job);
      return () => {
        jobs = jobs.filter((each) => each !== job);
      };
    },
    pass(by: number) {
      time += by;
      const due = jobs.filter(({ at }) => at <= time);
      jobs = jobs.filter(({ at }) => at > time);
      for (const { work } of due) work();
    },
  };
}

describe('keeping what was chosen in a diagram', () => {
  it('waits for a moment of rest, and keeps the last with its time', () => {
    const saved: SavedState[] = [];
    const { now, later, pass } = clock();
    const keeper = createKeeper({ save: (state) => saved.push(state), later, now });
    for (let step = 0; step < 10; step++) {
      keeper.keep({ ...STATE, selected: `C${step}` });
      pass(REST - 1);
    }
    assert.deepEqual(saved, []);
    pass(1);
    assert.deepEqual(saved, [{ ...STATE, selected: 'C9', at: 10 * (REST - 1) + 1 }]);
    pass(10 * REST);
    assert.equal(saved.length, 1);
  });

  it('keeps what waits at once when the page may end, and once only', () => {
    const saved: SavedState[] = [];
    const { now, later, pass } = clock();
    const keeper = createKeeper({ save: (state) => saved.push(state), later, now });
    keeper.flush();
    keeper.keep({ ...STATE, outline: true });
    keeper.flush();
    pass(2 * REST);
    assert.deepEqual(saved, [{ ...STATE, outline: true, at: 0 }]);
  });

  it('takes the newer of what was kept in two places', () => {
    const [old, young] = [
      { ...STATE, at: 1 },
      { ...STATE, at: 2 },
    ];
    assert.equal(newerState(old, young), young);
    assert.equal(newerState(young, old), young);
    assert.equal(newerState(undefined, old), old);
    assert.equal(newerState(old, undefined), old);
    assert.equal(newerState(STATE, old), old);
    assert.equal(newerState(undefined, undefined), undefined);
  });
});
