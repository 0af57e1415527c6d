import assert from 'node:assert/strict';
import { limitTo, shareInFlight } from '../../src/node/git-sharing.ts';

/** Work that ends when told to, and says whether it was aborted. */
function makeWork() {
  const started: AbortSignal[] = [];
  let finish: (result: string) => void = () => {};
  const start = (signal: AbortSignal): Promise<string> => {
    started.push(signal);
    return new Promise((resolve) => (finish = resolve));
  };
  return { start, started, finish: (result: string) => finish(result) };
}

const cancelled = (): Error => new Error('cancelled');

describe('sharing requests in flight', () => {
  it('does the work of equal requests once, and again when it is over', async () => {
    const share = shareInFlight();
    const work = makeWork();
    const request = { signal: undefined, cancelled, start: work.start };
    const both = Promise.all([share('a', request), share('a', request)]);
    work.finish('done');
    assert.deepEqual(await both, ['done', 'done']);
    const again = share('a', request);
    work.finish('anew');
    assert.equal(await again, 'anew');
    assert.equal(work.started.length, 2);
  });

  it('keeps different requests apart', async () => {
    const share = shareInFlight();
    const start = (text: string) => ({ signal: undefined, cancelled, start: () => Promise.resolve(text) });
    assert.deepEqual(await Promise.all([share('a', start('A')), share('b', start('B'))]), ['A', 'B']);
  });

  it('lets one caller go while another still waits', async () => {
    const share = shareInFlight();
    const work = makeWork();
    const controller = new AbortController();
    const leaving = share('a', { signal: controller.signal, cancelled, start: work.start });
    const staying = share('a', { signal: undefined, cancelled, start: work.start });
    controller.abort();
    await assert.rejects(leaving, /cancelled/);
    assert.equal(work.started[0]?.aborted, false);
    work.finish('done');
    assert.equal(await staying, 'done');
  });

  it('aborts the work when the last caller goes, and starts anew for the next', async () => {
    const share = shareInFlight();
    const work = makeWork();
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => share('a', { signal, cancelled, start: work.start }));
    for (const controller of controllers) controller.abort();
    for (const call of calls) await assert.rejects(call, /cancelled/);
    assert.equal(work.started[0]?.aborted, true);
    const next = share('a', { signal: undefined, cancelled, start: work.start });
    work.finish('done');
    assert.equal(await next, 'done');
    assert.equal(work.started.length, 2);
  });

  it('starts nothing for a caller that has already gone', async () => {
    const work = makeWork();
    const request = { signal: AbortSignal.abort(), cancelled, start: work.start };
    await assert.rejects(shareInFlight()('a', request), /cancelled/);
    assert.equal(work.started.length, 0);
  });

  it('passes a failure on to all', async () => {
    const share = shareInFlight();
    const request = { signal: undefined, cancelled, start: () => Promise.reject(new Error('broken')) };
    const results = await Promise.allSettled([share('a', request), share('a', request)]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });
});

describe('limiting', () => {
  it('runs so many at a time and the rest in order, also behind a failure', async () => {
    const limited = limitTo(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const task = (n: number) => async (): Promise<number> => {
      order.push(n);
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      if (n === 1) throw new Error('broken');
      return n;
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => limited(task(n))));
    assert.deepEqual(order, [0, 1, 2, 3, 4, 5]);
    assert.equal(most, 2);
    assert.deepEqual(
      results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed')),
      [0, 'failed', 2, 3, 4, 5],
    );
  });
});
