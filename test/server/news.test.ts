import assert from 'node:assert/strict';
import { createNews } from '../../src/server/news.ts';

describe('news of documents', () => {
  const settledNow = async (settled: Promise<void>): Promise<boolean> => {
    let done = false;
    void settled.then(() => (done = true));
    await new Promise((resolve) => setImmediate(resolve));
    return done;
  };

  it('are settled where nothing was heard', async () =>
    assert.ok(await settledNow(createNews().settled(9000))));

  it('are settled by a look that began after them, and not by one before', async () => {
    const news = createNews();
    const early = news.begin();
    news.add();
    const waiting = news.settled(9000);
    early();
    assert.equal(await settledNow(waiting), false);
    const late = news.begin();
    late();
    assert.equal(await settledNow(waiting), true);
    assert.equal(await settledNow(news.settled(9000)), true);
  });

  it('are not waited for without end', async () => {
    const news = createNews();
    news.add();
    await news.settled(1);
  });
});
