import assert from 'node:assert/strict';
import { complaint, reportIn } from './reading.ts';
import { COBERTURA_JAVA, COVERAGE_PY, LCOV } from './samples.ts';

/** `path: lines, branches, functions`, each as hit/found. */
const files = (text: string): string[] =>
  reportIn('coverage', text).files.map(({ path, measures: { lines, branches, functions } }) => {
    const numbers = [lines, branches, functions].map(({ hit, found }) => `${hit}/${found}`);
    return `${path}: ${numbers.join(' ')}`;
  });

describe('reading coverage', () => {
  it('of coverage.py, whose time is in milliseconds', () => {
    assert.deepEqual(files(COVERAGE_PY), ['auth.py: 2/4 1/2 0/0', 'web/app.py: 2/2 0/0 0/0']);
    const { at, files: all } = reportIn('coverage', COVERAGE_PY);
    assert.equal(at, '2026-05-12T10:00:00.000Z');
    assert.deepEqual(all[0]!.sources, ['/home/runner/work/quill/quill/src']);
    assert.deepEqual(
      all.map(({ line }) => line),
      [10, 19],
    );
  });

  it('of Cobertura, which tells the lines of methods twice, and whose time is in seconds', () => {
    assert.deepEqual(files(COBERTURA_JAVA), ['org/example/Token.java: 1/2 0/0 1/2']);
    assert.equal(reportIn('coverage', COBERTURA_JAVA).at, '2026-05-12T10:00:00.000Z');
  });

  it('of LCOV, where a line that one of several tests reached is reached', () => {
    assert.deepEqual(files(LCOV), ['src/auth.ts: 3/3 1/2 1/2', 'src/web/app.ts: 0/1 0/0 0/0']);
    assert.equal(reportIn('coverage', LCOV).at, undefined);
  });

  it('of LCOV with sums only', () => {
    assert.deepEqual(files('SF:a.c\nLF:10\nLH:4\nend_of_record\n'), ['a.c: 4/10 0/0 0/0']);
  });

  it('of LCOV, where a test that comes later does not reach a line', () => {
    const record = (hits: number): string => `SF:a.c\nDA:1,${hits}\nend_of_record\n`;
    assert.deepEqual(files(record(4) + record(0)), ['a.c: 1/1 0/0 0/0']);
  });

  it('of Windows', () => {
    assert.deepEqual(files('TN:\r\nSF:src\\a.cs\r\nDA:1,1\r\nend_of_record\r\n'), ['src/a.cs: 1/1 0/0 0/0']);
  });

  const wrong: [what: string, text: string, complaint: RegExp][] = [
    ['a record without an end', 'TN:\nSF:a.c\nDA:1,1\n', /^3:1 it breaks off here/],
    ['a file in a file', 'SF:a.c\nSF:b.c\n', /^2:1 a file begins before/],
    ['an end without a beginning', 'TN:\nend_of_record\n', /^2:1 a record ends here that never began/],
    ['lines of no file', 'TN:\nDA:1,1\n', /^2:1 DA belongs to no file/],
    ['hits that are no number', 'SF:a.c\nDA:1,x\nend_of_record\n', /^2:4 DA has no such value/],
    ['what is none of LCOV', 'SF:a.c\nhello\nend_of_record\n', /^2:1 this line is none of LCOV/],
    [
      'a line without hits',
      '<coverage><class filename="a"><line number="1"/></class></coverage>',
      /^1:30 |^1:1 a <line>/,
    ],
    ['a class without a file', '<coverage>\n<class name="a"/></coverage>', /^2:1 a <class> names no file/],
    [
      'Clover',
      '<coverage clover="4.4" generated="1"><project/></coverage>',
      /^unsupported: it is coverage as Clover/,
    ],
    ['JaCoCo', '<report name="x"></report>', /^unsupported: it is coverage as JaCoCo/],
  ];
  for (const [what, text, expected] of wrong) {
    it(`refuses ${what}`, () => assert.match(complaint(text), expected));
  }
});
