import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readReviews } from '../../../src/formats/reviews/read-reviews.ts';
import { isReviewFile, reviewFileOf } from '../../../src/formats/reviews/review-file.ts';
import { formatRecord, linesToAppend } from '../../../src/formats/reviews/write-reviews.ts';
import { newestReviews, reviewKey } from '../../../src/model/newest-reviews.ts';
import type { ReviewRecord } from '../../../src/model/review.ts';

const RECORD: ReviewRecord = {
  case: 'access',
  node: 'C1',
  locator: 'src/a.py#login',
  commit: 'a'.repeat(40),
  path: 'src/a.py',
  blob: 'b'.repeat(40),
  fingerprint: `tokens-1:python:${'c'.repeat(64)}`,
  claim: `claim-1:${'d'.repeat(64)}`,
  authors: ['Ben Builder <ben@example.org>'],
  by: 'Ada Author <ada@example.org>',
  at: '2026-05-03T09:00:00Z',
};
const LINE = formatRecord(RECORD);
const NOW = new Date('2026-06-15T12:00:00Z');

function read(text: string) {
  const { records, findings } = readReviews(text, '/w/access.reviews.yaml');
  return {
    records,
    wrong: findings.map(({ rule, range, message }) => `${rule} ${range.start.line + 1}: ${message}`),
  };
}

describe('review files', () => {
  it('lie beside their claim files, called like them', () => {
    const files = {
      'transit.case.yaml': 'transit.reviews.yaml',
      'docs/transit.case.yml': 'docs/transit.reviews.yaml',
      'docs/assurance-case.md': 'docs/assurance-case.reviews.yaml',
      'top.case.md': 'top.reviews.yaml',
      'x.gsn.yaml': 'x.reviews.yaml',
      'x.ltac': 'x.reviews.yaml',
      'x.drawio': 'x.reviews.yaml',
      'x.drawio.svg': 'x.reviews.yaml',
      'x.drawio.png': 'x.reviews.yaml',
      'notes.txt': 'notes.reviews.yaml',
    };
    for (const [file, reviews] of Object.entries(files)) assert.equal(reviewFileOf(file), reviews);
    assert.ok(isReviewFile('docs/transit.reviews.yaml'));
    assert.ok(!isReviewFile('docs/reviews.case.yaml'));
  });

  it('hold one record a line, which is YAML, and read back as they were written', () => {
    const noted = {
      ...RECORD,
      lines: { start: 3, end: 9 },
      note: 'Seen: “it’s fine” #1\nand\u2028so on \u{1f44d}',
    };
    const bare = { ...RECORD, commit: null, path: undefined, blob: undefined, authors: undefined };
    const text = linesToAppend(undefined, [RECORD, noted, { ...bare, files: `ids-1:${'e'.repeat(64)}` }]);
    assert.equal(text.split('\n').length, 5);
    assert.match(text, /^# /);
    const { records, wrong } = read(text);
    assert.deepEqual(wrong, []);
    assert.deepEqual(records.slice(0, 2), [RECORD, noted]);
    assert.equal(records[2]!.commit, null);
    const asYaml = parse(text) as { note?: string; by: string }[];
    assert.deepEqual(
      asYaml.map(({ note, by }) => [note, by]),
      [RECORD, noted, bare].map(({ by, ...one }) => ['note' in one ? one.note : undefined, by]),
    );
  });

  it('keep what is in them to the byte, and its line ends, when something is appended', () => {
    assert.equal(linesToAppend(`${LINE}\n`, [RECORD]), `${LINE}\n`);
    assert.equal(linesToAppend(LINE, [RECORD]), `\n${LINE}\n`);
    assert.equal(linesToAppend(`${LINE}\r\n`, [RECORD]), `${LINE}\r\n`);
    assert.match(linesToAppend('', [RECORD]), /^# [^\n]*\n- /);
  });

  it('are read as people and programs write them', () => {
    const byHand = `- case: access\n  node: C1\n  locator: src/a.py#login\n  fingerprint: ${RECORD.fingerprint}\n  claim: ${RECORD.claim}\n  by: Ada\n  at: 2026-05-03T11:00:00+02:00\n`;
    const formatted = LINE.replace('{', '{\n    ').replace(/, "/g, ',\n    "').replace(/}$/, ',\n  }');
    const { records, wrong } = read(`---\n# By hand\n\n${byHand}${formatted}\r\n${LINE}\r\n`);
    assert.deepEqual(wrong, []);
    assert.deepEqual(records.slice(1), [RECORD, RECORD]);
    assert.deepEqual(records[0]!.at, RECORD.at);
    assert.equal(records[0]!.commit, null);
  });

  it('may hold what a later version knows', () => {
    const { records, wrong } = read(LINE.replace('{', '{"mood": ["good"], '));
    assert.deepEqual(wrong, []);
    assert.deepEqual(records, [RECORD]);
  });

  const mistakes: [line: string, says: RegExp][] = [
    ['- 5', /it is no object/],
    ['- {"case": "access"', /neither JSON nor YAML/],
    ['by: Ada', /does not begin with `- `/],
    [LINE.replace('"by"', '"By"'), /`by` is missing/],
    [LINE.replace('"C1"', '1'), /`node` is no text/],
    [LINE.replace('2026-05-03', '2026-05-55'), /`at` is no moment/],
    [LINE.replace('2026-05-03T09:00:00Z', 'yesterday'), /`at` is no moment/],
    [LINE.replace('tokens-1:python:', ''), /`fingerprint` is no fingerprint/],
    [LINE.replace('aaaaaaaa', '--upload'), /`commit` is no full id/],
    [LINE.replace('bbbb', 'HEAD'), /`blob` is no full id/],
    [LINE.replace('"src/a.py"', '"../a.py"'), /`path` is no path within the repository/],
    [LINE.replace('"blob"', '"lines": [5, 2], "blob"'), /`lines` are not two numbers/],
    [LINE.replace('["Ben', '[3, "Ben'), /`authors` is no list of names/],
    [`- {"note": "${'x'.repeat(70_000)}"}`, /longer than 65536 characters/],
    [`- ${'['.repeat(2000)}`, /it is no JSON/],
  ];
  for (const [line, says] of mistakes) {
    it(`say which line is none, and why: ${says.source}`, () => {
      const { records, wrong } = read(`${LINE}\n${line}\n${LINE}\n`);
      assert.equal(records.length, 2);
      assert.equal(wrong.length, 1);
      assert.match(wrong[0]!, says);
      assert.match(wrong[0]!, /^review-unreadable 2: .* Restore it from git/);
    });
  }

  it('say once that a merge left its marks, and count both sides', () => {
    const { records, wrong } = read(
      `${LINE}\n<<<<<<< HEAD\n${LINE}\n||||||| base\n=======\n${LINE}\n>>>>>>> theirs\n`,
    );
    assert.equal(records.length, 3);
    assert.deepEqual(
      wrong.map((one) => one.slice(0, 50)),
      ['review-unreadable 2: A merge left its marks here. '],
    );
  });

  it('are parsed as YAML a bounded number of times, since that is slow, and as JSON always', () => {
    const byHand = LINE.replaceAll('"', "'");
    const formatted = LINE.replace(/}$/, ',\n  }');
    const lines = [
      ...Array.from({ length: 1200 }, () => byHand),
      ...Array.from({ length: 1200 }, () => formatted),
    ];
    const { records, wrong } = read(lines.join('\n'));
    assert.equal(records.length, 1000 + 1200);
    assert.equal(wrong.length, 200);
  });

  it('never throw, whatever they hold', () => {
    const piece = fc.oneof(
      fc.constantFrom(LINE, '- ', '{', '<<<<<<< ', '\n', '\r', ': ', '&a [*a]', '!!js'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        readReviews(pieces.join(''), 'x.reviews.yaml');
      }),
      { numRuns: 300 },
    );
  });

  it('count by the newest record of a link; of two of one moment the later line', () => {
    const at = (moment: string, by: string): ReviewRecord => ({ ...RECORD, at: moment, by });
    const newest = (...records: ReviewRecord[]): string | undefined =>
      newestReviews(records, NOW).get(reviewKey(RECORD))?.by;
    const [early, late] = ['2026-05-03T09:00:00Z', '2026-05-03T09:00:01Z'];
    assert.equal(newest(at(early, 'Ada'), at(late, 'Ben')), 'Ben');
    assert.equal(newest(at(late, 'Ben'), at(early, 'Ada')), 'Ben');
    assert.equal(newest(at(early, 'Ada'), at(early, 'Ben')), 'Ben');
    const [ahead, further] = ['2026-06-16T12:00:01Z', '2999-06-15T12:00:00Z'];
    assert.equal(newest(at('2026-06-16T12:00:00Z', 'Ada'), at(late, 'Ben')), 'Ada');
    assert.equal(newest(at(ahead, 'Ada'), at(late, 'Ben')), 'Ben');
    assert.equal(newest(at(late, 'Ben'), at(ahead, 'Ada')), 'Ben');
    assert.equal(newest(at(further, 'Ada'), at(ahead, 'Ben')), 'Ada');
    assert.equal(newestReviews([RECORD, { ...RECORD, node: 'C2' }], NOW).size, 2);
  });
});
