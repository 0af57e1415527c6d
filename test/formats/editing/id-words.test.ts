import assert from 'node:assert/strict';
import { replaceId } from '../../../src/formats/editing/id-words.ts';

describe('the words of a text that are an id', () => {
  const renamed = (text: string): string => replaceId(text, 'C1', 'C7');

  it('are no parts of other words', () => {
    assert.equal(renamed('C1, C1b, C1.2, x-C1 (C1).'), 'C7, C1b, C1.2, x-C1 (C7).');
  });

  it('are no parts of addresses, which lead elsewhere then', () => {
    for (const address of [
      'https://x.org/?id=C1&x=1',
      'www.x.org/?C1',
      'C1@x.org',
      'see <https://x.org/?C1>',
    ])
      assert.equal(renamed(address), address);
    assert.equal(renamed('C1 (see https://x.org/?C1) and C1'), 'C7 (see https://x.org/?C1) and C7');
  });
});
