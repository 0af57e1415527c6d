import assert from 'node:assert/strict';
import { parseDifference } from '../../../src/client/show/difference.ts';

const BEFORE = { root: '/w', commit: 'abc123', path: 'src/app.py' };
const GOOD = { before: BEFORE, after: 'file:///w/src/app.py', title: 'app.py: since 3 May' };

describe('client: difference', () => {
  it('takes a difference as it is', () => {
    assert.deepEqual(parseDifference(GOOD), GOOD);
  });

  it('goes to a line that is one', () => {
    assert.deepEqual(parseDifference({ ...GOOD, line: 4 }), { ...GOOD, line: 4 });
    for (const line of [-1, 0.5, '4', null]) assert.deepEqual(parseDifference({ ...GOOD, line }), GOOD);
  });

  const BAD: readonly (readonly [what: string, value: unknown])[] = [
    ['nothing', undefined],
    ['text', 'abc'],
    ['no revision', { ...GOOD, before: undefined }],
    ['half a revision', { ...GOOD, before: { root: '/w', commit: 'abc123' } }],
    ['no title', { ...GOOD, title: undefined }],
    ['an address that is no file', { ...GOOD, after: 'https://example.org/app.py' }],
  ];
  for (const [what, value] of BAD) {
    it(`refuses ${what}`, () => {
      assert.equal(parseDifference(value), undefined);
    });
  }
});
