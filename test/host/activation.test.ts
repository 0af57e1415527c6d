import assert from 'node:assert/strict';
import { extension, judged } from './support.ts';

describe('the extension', () => {
  it('is found and activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('returns from activate before the server starts', async () => {
    const { timeline } = await judged();
    assert.deepEqual(
      timeline.map(({ step }) => step),
      ['activate called', 'activate returned', 'server starting', 'server running', 'first judgement'],
    );
  });
});
