import assert from 'node:assert/strict';
import type { IndexEntry } from '../../src/history/git-index.ts';
import { isSurelyUnchanged } from '../../src/history/unchanged-files.ts';

const AT = { seconds: 1000, nanoseconds: 500 };
const LATER = { seconds: 1000, nanoseconds: 501 };
const STAMP = { size: 7, inode: 3, modified: AT, changed: AT };
const ENTRY: IndexEntry = {
  oid: 'a'.repeat(40),
  mode: 0o100644,
  stamp: STAMP,
  skipWorktree: false,
  special: false,
};

describe('a file in the index', () => {
  it('is unchanged where all that is known of it is as it was, and the index is newer', () => {
    assert.equal(isSurelyUnchanged(ENTRY, STAMP, LATER), true);
    assert.equal(isSurelyUnchanged({ ...ENTRY, mode: 0o100755 }, STAMP, LATER), true);
  });

  const doubts: [
    what: string,
    entry: Partial<IndexEntry>,
    now: Partial<typeof STAMP>,
    written?: typeof AT,
  ][] = [
    ['another size', {}, { size: 8 }],
    ['another time', {}, { modified: { seconds: 1000, nanoseconds: 499 } }],
    ['another time of any change', {}, { changed: LATER }],
    ['another number', {}, { inode: 4 }],
    ['an index of the same moment', {}, {}, AT],
    ['an older index', {}, {}, { seconds: 999, nanoseconds: 900 }],
    ['an index that knows only seconds, of the same one', {}, {}, { seconds: 1000, nanoseconds: 0 }],
    ['a size that git itself is not sure of', { stamp: { ...STAMP, size: 0 } }, { size: 0 }],
    ['an entry that git does not look at', { special: true }, {}],
    ['an entry that is left out', { skipWorktree: true }, {}],
    ['a link', { mode: 0o120000 }, {}],
    ['a submodule', { mode: 0o160000 }, {}],
  ];
  for (const [what, entry, now, written = LATER] of doubts) {
    it(`has to be read with ${what}`, () => {
      assert.equal(isSurelyUnchanged({ ...ENTRY, ...entry }, { ...STAMP, ...now }, written), false);
    });
  }

  it('has to be read where its own time is one of whole seconds, until the next second', () => {
    const whole = { seconds: 1000, nanoseconds: 0 };
    const stamp = { ...STAMP, modified: whole, changed: whole };
    assert.equal(isSurelyUnchanged({ ...ENTRY, stamp }, stamp, LATER), false);
    assert.equal(isSurelyUnchanged({ ...ENTRY, stamp }, stamp, { seconds: 1001, nanoseconds: 0 }), true);
  });
});
