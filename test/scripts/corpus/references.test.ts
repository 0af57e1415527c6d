import assert from 'node:assert/strict';
import type { ReferenceLabel } from '../../../scripts/corpus/labels.ts';
import type { ReadLink, Reading } from '../../../scripts/corpus/reading.ts';
import type { Score } from '../../../scripts/corpus/score.ts';
import { scoreReferences } from '../../../scripts/corpus/score-references.ts';
import { labelsOf, missingLink, readingOf, readLink, referenceLabel } from './made-up.ts';

describe('the corpus: references', () => {
  const scoreOf = (
    references: readonly ReferenceLabel[],
    links: readonly ReadLink[],
    more: Partial<Reading> = {},
  ): Score => scoreReferences(labelsOf({ references }), readingOf({ links, ...more }));

  const file = referenceLabel(4, 'src/a.ts', 'file');
  const found = readLink(4, 'src/a.ts');
  const nothing = referenceLabel(4, 'os/exec', 'not-a-path');

  for (const [what, label, link, right] of [
    ['a file that is found', file, found, 1],
    ['a file that is found elsewhere', file, readLink(4, 'src/a.ts', { resolved: ['lib/src/a.ts'] }), 0],
    ['a file that is no link', file, readLink(4, 'src/a.ts', { outcome: 'none' }), 0],
    ['a file on another line', file, readLink(9, 'src/a.ts'), 0],
    [
      'a file that is ambiguous',
      file,
      readLink(4, 'src/a.ts', { outcome: 'broken', reason: 'ambiguous', resolved: [] }),
      0,
    ],
    [
      'a file whose lines are more than an empty file has',
      file,
      readLink(4, 'src/a.ts', { outcome: 'broken', reason: 'range-outside' }),
      1,
    ],
    [
      'a folder',
      referenceLabel(4, 'src/', 'directory', { resolved: ['src'] }),
      readLink(4, 'src/', { resolved: ['src'] }),
      1,
    ],
    ['a missing file', referenceLabel(4, 'b.ts', 'missing'), missingLink(4, 'b.ts'), 1],
    ['a missing file that is found', referenceLabel(4, 'b.ts', 'missing'), readLink(4, 'b.ts'), 0],
    ['a word that is no link', nothing, readLink(4, 'os/exec', { outcome: 'none' }), 1],
    ['a word nobody looks at', nothing, undefined, 1],
    ['a word that is found', nothing, readLink(4, 'os/exec'), 0],
    ['a word that a path holds', referenceLabel(4, 'a', 'not-a-path'), found, 1],
    [
      'an address',
      referenceLabel(4, 'https://a.test/', 'external'),
      readLink(4, 'https://a.test/', { outcome: 'external' }),
      1,
    ],
  ] as const) {
    it(`${right ? 'takes' : 'does not take'} ${what} for right`, () =>
      assert.equal(scoreOf([label], link ? [link] : []).references.right, right));
  }

  it('leaves out what the reader was unsure of', () => {
    const score = scoreOf([referenceLabel(4, 'c.ts', 'unsure')], [missingLink(4, 'c.ts')]);
    assert.deepEqual(score.references, { labelled: 0, right: 0, read: 0, rightlyRead: 0 });
    assert.deepEqual(score.falseMissing, []);
  });

  it('counts a picture that the case shows', () => {
    const picture = referenceLabel(4, 'https://host.test/p.png', 'file', { resolved: ['docs/p.png'] });
    assert.equal(scoreOf([picture], []).references.right, 0);
    assert.equal(
      scoreOf([picture], [], { uses: [{ file: 'a.md', line: 4, path: 'docs/p.png' }] }).references.right,
      1,
    );
  });

  describe('a symbol', () => {
    const symbol = referenceLabel(4, 'run', 'symbol', { symbol: 'run', resolved: ['src/a.ts'] });

    it('is right where a link carries it', () => {
      for (const fragment of ['run', 'Job.run'])
        assert.equal(
          scoreOf([file, symbol], [found, readLink(4, 'src/a.ts', { fragment })]).references.right,
          2,
        );
    });

    it('may share the link of its path', () => {
      assert.equal(
        scoreOf(
          [file, symbol],
          [readLink(4, 'src/a.ts', { fragment: 'run', reason: 'symbol-missing', outcome: 'broken' })],
        ).references.right,
        2,
      );
    });

    it('is lost where the link beside it carries none', () => {
      const score = scoreOf([file, symbol], [found]);
      assert.deepEqual([score.references.right, score.symbolsLost, score.symbolsAlone], [1, 1, 0]);
    });

    it('stands alone where no path is beside it', () => {
      const score = scoreOf([symbol], []);
      assert.deepEqual([score.references.right, score.symbolsLost, score.symbolsAlone], [0, 0, 1]);
    });
  });

  describe('a false "missing"', () => {
    for (const [what, label, count] of [
      ['a path that is there', file, 1],
      ['what is no path', referenceLabel(4, 'src/a.ts', 'not-a-path'), 1],
      ['what has no label', undefined, 1],
      ['what is labelled as missing', referenceLabel(4, 'src/a.ts', 'missing'), 0],
    ] as const) {
      it(`is ${count ? '' : 'not '}one about ${what}`, () =>
        assert.equal(scoreOf(label ? [label] : [], [missingLink(4, 'src/a.ts')]).falseMissing.length, count));
    }

    it('is one about a mention, too, and says that it is a mention', () => {
      const { falseMissing } = scoreOf([file], [missingLink(4, 'src/a.ts', { cited: false })]);
      assert.match(falseMissing[0]!.read, /mentioned/);
    });
  });

  it('counts links that no label means against precision', () => {
    const score = scoreOf(
      [file],
      [found, readLink(7, 'src/b.ts'), readLink(8, 'https://a.test', { outcome: 'external' })],
    );
    assert.deepEqual(score.references, { labelled: 1, right: 1, read: 2, rightlyRead: 1 });
    assert.deepEqual(
      score.misses.map(({ what, line }) => [what, line]),
      [['false link', 7]],
    );
  });

  it('leaves out links of files without labels, and of lines without', () => {
    const labels = labelsOf({ references: [file], labelled_lines: [1, 10] });
    const links = [missingLink(1, 'x.ts', { file: 'picture.png' }), missingLink(20, 'x.ts')];
    const score = scoreReferences(labels, readingOf({ links }));
    assert.deepEqual([score.references.read, score.falseMissing.length], [0, 0]);
  });

  it('compares whether links are cited, of those that are links for both', () => {
    const mention = { ...file, line: 5, cited_as_evidence: false };
    const score = scoreOf([file, mention, nothing], [found, readLink(5, 'src/a.ts')]);
    assert.deepEqual([score.cited.labelled, score.cited.right], [2, 1]);
  });
});
