import assert from 'node:assert/strict';
import { createTimeline } from '../../src/client/timeline.ts';

describe('client: timeline', () => {
  it('keeps the first time of each step, in order', () => {
    let now = 10;
    const timeline = createTimeline(() => now++);
    timeline.mark('activate called');
    timeline.mark('server starting');
    timeline.mark('activate called');
    assert.deepEqual(timeline.entries, [
      { step: 'activate called', at: 10 },
      { step: 'server starting', at: 11 },
    ]);
  });
});
