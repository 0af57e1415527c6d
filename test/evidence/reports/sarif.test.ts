import assert from 'node:assert/strict';
import { complaint, reportIn } from './reading.ts';
import { CODEQL, SEMGREP } from './samples.ts';

/** A log of one run, with the given parts besides its tool. */
const log = (run: object, version = '2.1.0'): string =>
  JSON.stringify({ version, runs: [{ tool: { driver: { name: 'T' } }, ...run }] });

describe('reading SARIF', () => {
  it('takes the level from the rule where the result has none, and warning where the rule is not listed', () => {
    const { findings, left, tools } = reportIn('findings', SEMGREP);
    assert.deepEqual(
      findings.map(({ level, rule, place, line }) => [level, rule, place, line]),
      [
        ['note', 'python.exec-detected', 'app/run.py:31', 9],
        ['error', 'generic.secret', undefined, 15],
        ['warning', 'nobody.lists-this', undefined, 24],
      ],
    );
    assert.deepEqual(left, { suppressed: 1, absent: 0 });
    assert.deepEqual(tools, ['Semgrep OSS']);
  });

  it('finds rules in extensions, leaves out what passed or is gone, and counts what nobody accepted to suppress', () => {
    const { findings, left, at, rules } = reportIn('findings', CODEQL);
    assert.deepEqual(
      findings.map(({ level, rule, score }) => [level, rule, score]),
      [
        ['error', 'js/sql-injection', 8.8],
        ['note', 'js/unused', 9.3],
        ['error', 'js/sql-injection/part', 8.8],
      ],
    );
    assert.deepEqual(left, { suppressed: 0, absent: 1 });
    assert.equal(at, '2026-05-12T10:00:00.000Z');
    assert.deepEqual([...rules], ['other/rule', 'js/sql-injection', 'js/unused', 'js/sql-injection/part']);
  });

  it('tells whether rules that found nothing are listed, too', () => {
    const listing = (...ids: string[]): object => ({
      tool: { driver: { name: 'T', rules: ids.map((id) => ({ id })) } },
      results: [{ ruleId: 'a/part' }, { ruleId: 'b', kind: 'pass' }],
    });
    const listsAll = (...runs: object[]): boolean =>
      reportIn('findings', JSON.stringify({ version: '2.1.0', runs })).listsAll;
    assert.equal(listsAll(listing('a', 'b', 'c')), true);
    assert.equal(listsAll(listing('a', 'b')), false);
    assert.equal(listsAll(listing()), false);
    assert.equal(listsAll(listing('a', 'b', 'c'), listing('a')), false);
    assert.equal(listsAll(), false);
  });

  it('adds runs up, and is as old as the oldest of them', () => {
    const one = JSON.parse(CODEQL) as { runs: { invocations: { endTimeUtc: string }[] }[] };
    const older = structuredClone(one.runs[0]!);
    older.invocations[0]!.endTimeUtc = '2026-01-01T00:00:00Z';
    const both = reportIn('findings', JSON.stringify({ ...one, runs: [...one.runs, older] }));
    assert.equal(both.findings.length, 6);
    assert.equal(both.at, '2026-01-01T00:00:00.000Z');
    const undated = { ...older, invocations: [] };
    assert.equal(
      reportIn('findings', JSON.stringify({ ...one, runs: [one.runs[0], undated] })).at,
      undefined,
    );
  });

  const failing: [what: string, text: string, message: RegExp][] = [
    ['no run', '{"version": "2.1.0", "runs": []}', /^no tool ran$/],
    ['a run without results', log({}), /^T has no list of results, so it did not scan$/],
    ['a run whose results are null', log({ results: null }), /did not scan/],
    [
      'a run that says that it failed',
      log({
        results: [],
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              { level: 'note', message: { text: 'Beginning.' } },
              { level: 'error', message: { text: 'Out of\nmemory.' } },
            ],
          },
        ],
      }),
      /^T did not run successfully \(Out of memory\.\)$/,
    ],
  ];
  for (const [what, text, message] of failing) {
    it(`does not take ${what} for a clean one`, () => {
      const { failures } = reportIn('findings', text);
      assert.equal(failures.length, 1);
      assert.match(failures[0]!.message, message);
    });
  }

  it('says which versions it does not read, and what a log lacks', () => {
    assert.match(complaint('{"version": "2.0.0", "runs": []}'), /^unsupported: it is SARIF 2\.0\.0/);
    assert.match(complaint('{"$schema": "https://x/sarif-2.1.0.json", "runs": []}'), /without "version"/);
    assert.match(
      complaint('{"$schema": "https://x/sarif-2.1.0.json", "version": "2.1.0"}'),
      /without "runs"/,
    );
    const external = log({ results: [], externalPropertyFileReferences: { results: [{}] } });
    assert.match(complaint(external), /^unsupported: its results lie in other files/);
  });

  it('reads what is of the wrong type as if it were not there', () => {
    const odd = log({
      results: [null, 3, [], { level: 7, message: 'x', locations: {}, ruleIndex: -1, suppressions: 'yes' }],
      invocations: 'none',
    });
    assert.deepEqual(
      reportIn('findings', odd).findings.map(({ level }) => level),
      ['warning', 'warning', 'warning', 'warning'],
    );
  });
});
