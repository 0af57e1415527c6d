import assert from 'node:assert/strict';
import { parseLabels } from '../../../scripts/corpus/labels.ts';
import { missList, report, type Result } from '../../../scripts/corpus/report.ts';
import { NO_SCORE, type Score } from '../../../scripts/corpus/score.ts';
import { table } from '../../../scripts/corpus/table.ts';
import { percent } from '../../../scripts/corpus/tally.ts';
import { wantedNumbers } from '../../../scripts/corpus/wanted.ts';

const tally = (right: number, labelled: number) => ({ labelled, right, read: labelled, rightlyRead: right });
const miss = { what: 'reference', file: 'a.md', line: 4, labelled: 'x file', read: 'x: missing' } as const;
const result = (name: string, score: Partial<Score>, more: Partial<Result> = {}): Result => ({
  name,
  kind: 'documents',
  leftOut: false,
  score: { ...NO_SCORE, ...score },
  ...more,
});

describe('the corpus: the report', () => {
  it('never rounds a percentage up', () => {
    assert.equal(percent(1999, 2000), '99.9%');
    assert.equal(percent(2000, 2000), '100.0%');
    assert.equal(percent(57, 100), '57.0%');
    assert.equal(percent(0, 0), '-');
  });

  it('says what is met, and how much is missing of what is not', () => {
    const documents = { ...NO_SCORE, nodes: tally(95, 100), parents: tally(89, 100), falseMissing: [miss] };
    const [nodes, parents, missing] = wantedNumbers(documents, NO_SCORE);
    assert.deepEqual([nodes!.met, parents!.met, missing!.met], [true, false, false]);
    assert.match(parents!.says, /short by 1$/);
    assert.match(nodes!.says, /0 to spare$/);
  });

  it('rounds what is missing up to whole nodes', () => {
    const [nodes] = wantedNumbers({ ...NO_SCORE, nodes: tally(19, 21) }, NO_SCORE);
    assert.match(nodes!.says, /short by 1$/);
  });

  it('adds up documents, without those that are left out', () => {
    const text = report([
      result('one', { nodes: tally(1, 2) }),
      result('two', { nodes: tally(3, 4) }),
      result(
        'three',
        { nodes: tally(0, 9), falseMissing: [miss], misses: [miss] },
        { leftOut: true, note: 'not required' },
      ),
    ]);
    assert.match(text, /^total +6 +4 +66\.6%/m);
    assert.match(text, /^three +not required$/m);
    assert.match(text, /False "missing": none/);
  });

  it('lists what is falsely missing', () => {
    assert.match(
      report([result('one', { falseMissing: [miss] })]),
      /one\/a\.md:4 labelled x file; read x: missing/,
    );
  });

  it('lists misses by document and line, without those that are left out', () => {
    const results = [result('one', { misses: [miss] }), result('two', { misses: [miss] }, { leftOut: true })];
    assert.equal(missList(results), 'one/a.md:4 reference: labelled x file; read x: missing');
  });

  it('aligns numbers to the right and leaves no blanks at the ends', () => {
    assert.equal(
      table([
        ['a', 'n'],
        ['long', '7'],
        ['b', '12'],
      ]),
      'a      n\n----  --\nlong   7\nb     12',
    );
  });

  it('keeps notes to the left', () => {
    const text = table([
      ['a', 'n', ''],
      ['b', '7', 'short'],
      ['c', '8', 'much longer'],
    ]);
    assert.match(text, /^b  7  short$/m);
  });

  it('says how references stand without symbols that names cannot lead to', () => {
    const documents = { ...NO_SCORE, references: tally(6, 10), symbolsAlone: 2, symbolsLost: 1 };
    const says = wantedNumbers(documents, NO_SCORE)[0]!.says;
    assert.match(says, /^60\.0%.* 75\.0% without .* 87\.5% if the right file/);
  });

  it('refuses labels without nodes', () => {
    assert.throws(() => parseLabels('{"document": "a.md"}'), /nodes/);
  });
});
