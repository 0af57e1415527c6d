import assert from 'node:assert/strict';
import { readFromPanel } from '../../src/panel/messages.ts';

describe('a message from the page of a diagram', () => {
  it('is taken over where it is one', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'select', key: 'n/C1' },
      { type: 'open', key: 'n/C1' },
      { type: 'export', format: 'svg', content: '<svg/>' },
      { type: 'notation', notation: 'cae' },
      { type: 'follow', on: false },
      { type: 'state', state: { case: 'a', notation: 'cae', outline: true, at: 5 } },
      { type: 'failed', message: 'Why.' },
    ])
      assert.deepEqual(readFromPanel({ ...message, more: 1 }), message);
  });

  it('is nothing where it is not', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'run' },
      { type: 'select' },
      { type: 'open', key: 3 },
      { type: 'export', format: 'exe', content: '' },
      { type: 'export', format: 'svg' },
      { type: 'notation', notation: 'uml' },
      { type: 'follow' },
      { type: 'follow', on: 'yes' },
      { type: 'state' },
      { type: 'state', state: { notation: 'cae' } },
      { type: 'failed' },
    ])
      assert.equal(readFromPanel(message), undefined);
  });
});
