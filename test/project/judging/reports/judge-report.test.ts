import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  CODEQL,
  COVERAGE_PY,
  GO,
  JEST,
  LCOV,
  PROVENANCE_02,
  PROVENANCE_1,
  PYTEST,
  SEMGREP,
  SUREFIRE,
  inEnvelope,
} from '../../../evidence/reports/samples.ts';
import type { Verdict } from '../../../../src/model/verdict.ts';
import { type ReportCase, inShort, judgeReportCase, judgeReports } from './judged-reports.ts';

/** What is expected of which report, and what comes of it: `state/reason path:line`, and what the message says. */
type Row = readonly [expect: string, report: string, verdict: string, says: RegExp];

/** Judges all rows in one repository, as making one takes long. */
function table(rows: readonly Row[]): void {
  let verdicts: readonly Verdict[];

  before(async () => {
    verdicts = await judgeReports(rows.map(([expect, report]) => ({ expect, report })));
  });
  for (const [i, [expect, , verdict, says]] of rows.entries()) {
    it(`${expect} is ${verdict} (row ${i + 1})`, () => {
      const judged = verdicts[i]!;
      assert.equal(inShort(judged), verdict, judged.message);
      assert.match(judged.message, says);
    });
  }
}

const MET = 'current/as-expected report:1';
const UNKNOWN = 'unknown/unsupported report:1';

/** A tool that lists only rules that found something. */
const TRIVY = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Trivy', rules: [{ id: 'CVE-2026-12' }] } },
      results: [{ ruleId: 'CVE-2026-12', message: { text: 'Old.' } }],
    },
  ],
});

/** Findings by parts of a rule, which are listed nowhere. */
const SUB_RULES = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'CA', rules: [{ id: 'CA1000' }, { id: 'CA2000' }, { id: 'CA1000X' }] } },
      results: [
        { ruleId: 'CA1000/1', ruleIndex: 0, level: 'error' },
        { ruleId: 'CA1000/unsafe' },
        { ruleId: 'CA1000X' },
      ],
    },
  ],
});

describe('judging what a SARIF log says', () => {
  table([
    [
      '{max: {error: 1, note: 1}, tool: semgrep}',
      SEMGREP,
      MET,
      /^report is as expected: 1 error \(allowed: 1\), 1 note \(allowed: 1\), 1 warning, Semgrep OSS\. Not counted: 1 suppressed\.$/,
    ],
    [
      '{max: {error: 0}}',
      SEMGREP,
      'failing/expectation report:15',
      /^report is not as expected: 1 error \(allowed: 0\); the first: generic\.secret “A secret in the code\.”\. Mend what was found/,
    ],
    [
      '{max: {total: 2}}',
      SEMGREP,
      'failing/expectation report:9',
      /3 findings \(allowed: 2\).* in app\/run\.py:31/,
    ],
    ['{max: {generic.secret: 1}}', SEMGREP, MET, /1 of generic\.secret \(allowed: 1\)/],
    [
      '{max: {generic.secrets: 0}}',
      SEMGREP,
      'failing/expectation report:1',
      /the log names 3 rules, and no generic\.secrets \(did you mean generic\.secret\?\)\. Write the id as the tool has it, or have the tool run this rule\./,
    ],
    // It lists only rules that found something.
    [
      '{max: {generic.other: 0}}',
      SEMGREP,
      MET,
      /The log lists no rule generic\.other; see to it that it is spelt so/,
    ],
    ['{max: {nobody.lists-this: 1}}', SEMGREP, MET, /1 of nobody\.lists-this/],
    ['{max: {CVE-2026-1: 0}}', TRIVY, MET, /The log lists no rule CVE-2026-1;/],
    ['{max: {CVE-2026-12: 0}}', TRIVY, 'failing/expectation report:1', /1 of CVE-2026-12 \(allowed: 0\)/],
    // It lists all that ran.
    [
      '{max: {js/sql-injecton: 0, js/unused: 1}}',
      CODEQL,
      'failing/expectation report:1',
      /as expected: the log names 4 rules, and no js\/sql-injecton \(did you mean js\/sql-injection\?\)\. Write/,
    ],
    [
      '{max: {js/xyz: 0}}',
      CODEQL,
      'failing/expectation report:1',
      /names 4 rules, and no js\/xyz\. Write the id/,
    ],
    ['{max: {other/rule: 0}}', CODEQL, MET, /0 of other\/rule \(allowed: 0\)/],
    [
      '{max: {other/rule/part: 0}}',
      CODEQL,
      MET,
      /0 of other\/rule\/part.*lists no rule other\/rule\/part; see to it that it is spelt so/,
    ],
    ['{max: {CA1000: 0}}', SUB_RULES, 'failing/expectation report:1', /2 of CA1000 \(allowed: 0\)/],
    ['{max: {CA1000/1: 0}}', SUB_RULES, 'failing/expectation report:1', /1 of CA1000\/1 \(allowed: 0\)/],
    ['{max: {CA1000/2: 0}}', SUB_RULES, MET, /The log lists no rule CA1000\/2/],
    ['{max: {CA1000/unsfe: 0}}', SUB_RULES, 'failing/expectation report:1', /did you mean CA1000\/unsafe\?/],
    [
      '{max: {js/xyz: 0}}',
      '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "T"}}, "results": []}]}',
      MET,
      /The log lists no rule js\/xyz;/,
    ],
    [
      '{max: {error: 9}, tool: CodeQL}',
      SEMGREP,
      'failing/expectation report:1',
      /CodeQL did not run: it is of Semgrep OSS\./,
    ],
    ['{max: {error: 9}, tool: sem}', SEMGREP, 'failing/expectation report:1', /sem did not run/],
    [
      '{max: {critical: 1, high: 2}}',
      CODEQL,
      MET,
      /1 critical \(allowed: 1\), 2 high \(allowed: 2\), 2 errors, 1 note, .*12 May\. .*1 that are gone/,
    ],
    ['{max: {critical: 0}}', CODEQL, 'failing/expectation report:1', /1 critical \(allowed: 0\)/],
    [
      '{max: {critical: 0}}',
      SEMGREP,
      UNKNOWN,
      /it cannot be told how grave 3 findings of it are, which have no score of severity/,
    ],
    ['{max: {error: 5}}', '{"version": "2.1.0", "runs": []}', 'failing/expectation report:1', /no tool ran/],
    [
      '{max: {error: 5}}',
      '{"version": "2.1.0", "runs": [\n{"tool": {"driver": {"name": "T"}}, "results": [], "invocations": [{"executionSuccessful": false}]}]}',
      'failing/expectation report:2',
      /T did not run successfully/,
    ],
  ]);
});

describe('judging how tests ended', () => {
  table([
    ['{passed: all}', JEST, MET, /^report is as expected: 2 of 2 tests passed, 12 May\.$/],
    [
      '{passed: all}',
      PYTEST,
      'failing/test-failed report:5',
      /2 of 7 tests did not pass: tests\.test_tls\.TestCiphers\.test_strong\[rc4\] failed \(“AssertionError: assert 'rc4' < 1 more”\); tests\.test_db\.test_query ended in an error \(“failed on setup”\)\. Mend the code or the test/,
    ],
    [
      '{passed: [test_refuses_old, test_db.test_close]}',
      PYTEST,
      MET,
      /2 named tests, 4 of 7 tests passed, 1 failure, 1 error, 1 skipped/,
    ],
    ['{passed: ["tests/test_tls.py::test_refuses_old"]}', PYTEST, MET, /1 named test,/],
    ['{passed: ["pytest > test_refuses_old"]}', PYTEST, MET, /1 named test,/],
    ['{passed: ["test_strong[aes]"]}', PYTEST, MET, /1 named test,/],
    [
      '{passed: [TestCiphers.test_strong]}',
      PYTEST,
      'failing/test-failed report:5',
      /test_strong\[rc4\] failed/,
    ],
    [
      '{passed: [test_later]}',
      PYTEST,
      'failing/expectation report:7',
      /tests\.test_tls\.test_later was skipped/,
    ],
    [
      '{passed: [test_refuses_old, test_none]}',
      PYTEST,
      'failing/expectation report:1',
      /there is no test test_none in it/,
    ],
    [
      '{passed: [Test.test_refuses_old]}',
      PYTEST,
      'failing/expectation report:1',
      /there is no test Test\.test_refuses_old/,
    ],
    ['{passed: [expires, org.example.TokenTest.renews]}', SUREFIRE, MET, /2 named tests, 3 of 3 tests/],
    ['{passed: [TestPlan]}', GO, 'failing/test-failed report:5', /TestPlan\/empty failed \(“Failed”\)/],
    ['{passed: [TestRun]}', GO, MET, /1 named test/],
    ['{passed: ["login > greets friends", login refuses strangers]}', JEST, MET, /2 named tests/],
    [
      '{max: {failures: 1, errors: 1, skipped: 1}, min: {tests: 7}}',
      PYTEST,
      MET,
      /4 of 7 tests passed \(at least: 7\), 1 failure \(allowed: 1\)/,
    ],
    ['{max: {failures: 0}}', PYTEST, 'failing/test-failed report:5', /1 failure \(allowed: 0\); the first: /],
    ['{max: {skipped: 0}}', PYTEST, 'failing/expectation report:7', /1 skipped \(allowed: 0\)/],
    [
      '{min: {tests: 8}}',
      PYTEST,
      'failing/expectation report:1',
      /7 tests \(at least: 8\)\. Have these tests run/,
    ],
    ['{passed: all}', '<testsuites/>', 'failing/expectation report:1', /it holds no test/],
    [
      '{passed: all}',
      '<testsuite errors="1"><testcase name="a"/></testsuite>',
      'failing/test-failed report:1',
      /1 of 1 test did not pass, and the report does not list which/,
    ],
  ]);
});

describe('judging coverage', () => {
  table([
    [
      '{min: {lines: 66.6}}',
      COVERAGE_PY,
      MET,
      /66\.6% of lines \(4 of 6; at least: 66\.6%\), 2 files, 12 May/,
    ],
    [
      '{min: {lines: 66.7, branches: 50}}',
      COVERAGE_PY,
      'failing/expectation report:10',
      /66\.6% of lines \(4 of 6; at least: 66\.7%\); the most is missing in auth\.py, 50%\. Have more of it tested/,
    ],
    ['{min: {lines: 100}, of: web/app.py}', COVERAGE_PY, MET, /100% of lines .* 1 file of web\/app\.py/],
    ['{min: {lines: 100}, of: src/web/}', COVERAGE_PY, MET, /1 file/],
    ['{min: {lines: 50}, of: "src/*.py"}', COVERAGE_PY, MET, /50% of lines .*1 file/],
    [
      '{min: {lines: 1}, of: lib/}',
      COVERAGE_PY,
      'failing/expectation report:1',
      /it covers no file that fits lib\//,
    ],
    [
      '{min: {functions: 1}}',
      COVERAGE_PY,
      'failing/expectation report:1',
      /it says nothing of functions, which is not 100%/,
    ],
    ['{min: {lines: 75, functions: 50}}', LCOV, MET, /75% of lines .*50% of functions .*2 files/],
    ['{min: {lines: 1}, of: "src/web/**"}', LCOV, 'failing/expectation report:23', /0% of lines \(0 of 1/],
    [
      '{min: {lines: 0}}',
      'TN:\nSF:a.c\nend_of_record\n',
      'failing/expectation report:1',
      /it says nothing of lines/,
    ],
  ]);
});

describe('judging a statement', () => {
  const statement = JSON.stringify(PROVENANCE_1);
  const digest = 'ab'.repeat(32);
  table([
    [
      `{subject: "sha256:${digest}"}`,
      statement,
      MET,
      /^report is as expected: sha256:abababababab…, a statement about quill\.tar\.gz, https:\/\/slsa\.dev\/provenance\/v1, 12 May\. It is not signed\.$/,
    ],
    [`{subject: {name: quill.tar.gz, digest: "sha256:${digest}"}}`, statement, MET, /It is not signed/],
    [
      `{subject: {name: other, digest: "sha256:${digest}"}}`,
      statement,
      'failing/expectation report:1',
      /it is not about other with sha256:abab/,
    ],
    [
      `{predicateType: https://slsa.dev/provenance/v0.2}`,
      statement,
      'failing/expectation report:1',
      /it states https:\/\/slsa\.dev\/provenance\/v1, not/,
    ],
    [`{commit: "${'1'.repeat(40)}"}`, statement, MET, /commit 11111111/],
    [
      `{commit: "${'2'.repeat(40)}"}`,
      statement,
      'failing/expectation report:1',
      /it names commit 11111111, not 22222222\. Have the statement made anew/,
    ],
    ['{commit: HEAD}', statement, 'failing/expectation report:1', /not HEAD \([0-9a-f]{8}\)/],
    [
      `{commit: "${'3'.repeat(40)}", predicateType: https://slsa.dev/provenance/v0.2}`,
      `${statement}\n${JSON.stringify(inEnvelope(PROVENANCE_02))}\n`,
      MET,
      /Its signature is not verified\.$/,
    ],
    [
      `{commit: "${'4'.repeat(40)}"}`,
      `${statement}\n${JSON.stringify(PROVENANCE_02)}\n`,
      'failing/expectation report:1',
      /of 2 statements the best fitting: it names commit/,
    ],
    [
      '{file: dist/quill}',
      statement,
      UNKNOWN,
      /it cannot be told whether it is about dist\/quill as it is now: build/,
    ],
  ]);

  const about = (text: string, commit = '{HEAD}', name = 'quill'): string =>
    JSON.stringify({
      ...PROVENANCE_1,
      subject: [{ name, digest: { sha256: createHash('sha256').update(text).digest('hex') } }],
      predicate: { commit },
    });

  it('compares it with HEAD and with files as they are now', async () => {
    const judge = (built: ReportCase['built']) =>
      judgeReportCase({ at: 'out.json', expect: '{commit: HEAD, file: dist}', built });
    const met = await judge({ 'out.json': about('made'), dist: 'made' });
    assert.equal(inShort(met), 'current/as-expected out.json:1', met.message);
    assert.match(met.message, /the digest of dist, commit HEAD, a statement about quill/);
    const changed = await judge({ 'out.json': about('made'), dist: 'made anew' });
    assert.equal(changed.state, 'failing');
    assert.match(changed.message, /it does not name the digest of dist, sha256:/);
    const renamed = await judge({ 'out.json': about('made', '{HEAD}', 'bin/dist'), dist: 'made anew' });
    assert.match(renamed.message, /it is about another content of dist, which changed since/);
  });
});

describe('judging how old a report is', () => {
  table([
    ['{maxAgeDays: 35}', CODEQL, MET, /^report is as expected: 34 days old \(allowed: 35\), 12 May\.$/],
    [
      '{maxAgeDays: 34}',
      CODEQL,
      'failing/too-old report:1',
      /it is 34 days old \(allowed: 34\), of 12 May\. Make it anew\.$/,
    ],
    [
      '{passed: all, maxAgeDays: 7}',
      PYTEST,
      'failing/test-failed report:5',
      /did not pass: .*it is 34 days old/,
    ],
    ['{passed: [test_close], maxAgeDays: 7}', PYTEST, 'failing/too-old report:1', /34 days old/],
    ['{maxAgeDays: 3000}', LCOV, MET, /896 days old \(allowed: 3000\)/],
    [
      '{maxAgeDays: 7}',
      LCOV,
      'failing/too-old report:1',
      /it is 896 days old \(allowed: 7\), of 1 Jan 2024, when it was committed/,
    ],
    [
      '{maxAgeDays: 7}',
      PYTEST.replace('2026-05-12T', '2026-07-12T'),
      UNKNOWN,
      /12 Jul, which is still to come/,
    ],
  ]);

  it('does not guess where nothing says it', async () => {
    const judged = await judgeReportCase({
      expect: '{maxAgeDays: 7}',
      at: 'cov.info',
      built: { 'cov.info': LCOV },
    });
    assert.equal(inShort(judged), 'unknown/unsupported cov.info:1');
    assert.match(judged.message, /it does not say when it was made, and it is not committed as it is now/);
  });
});

describe('judging what is no report, or another one', () => {
  table([
    [
      '{max: {error: 0}}',
      PYTEST,
      'broken/malformed report:1',
      /^report holds test results \(JUnit XML\), and what is expected of it can only be said of a SARIF log/,
    ],
    [
      '{passed: all}',
      'hello\n',
      'broken/malformed report:1',
      /line 1, column 1: it is no report that Warrant reads/,
    ],
    [
      '{passed: all}',
      PYTEST.slice(0, 900),
      'broken/malformed report:9',
      /^report cannot be read as a report: line 9, column \d+: it breaks off here.* Make it anew\.$/,
    ],
    ['{passed: all}', '<test-run/>', UNKNOWN, /results as NUnit writes them/],
    [
      '{max: {error: 9}, soon: true}',
      SEMGREP,
      UNKNOWN,
      /it cannot be told what is expected: `soon` is not a key/,
    ],
    ['{max: {eror: 9}}', SEMGREP, UNKNOWN, /Did you mean `error`\?$/],
    ['{max: {error: 0}, soon: true}', SEMGREP, 'failing/expectation report:15', /1 error/],
    ['{}', SEMGREP, UNKNOWN, /`expect` says nothing/],
  ]);

  it('reads what is built and ignored by git, and says of what is not built that it should be', async () => {
    const expect = '{max: {error: 1}}';
    const built = await judgeReportCase({ expect, at: 'out.sarif', built: { 'out.sarif': SEMGREP } });
    assert.equal(inShort(built), 'current/as-expected out.sarif:1');
    const absent = await judgeReportCase({ expect, at: 'out.sarif', files: { '.gitignore': '*.sarif\n' } });
    assert.equal(inShort(absent), 'unknown/no-git');
    assert.match(absent.message, /build it to have it looked at/);
    const never = await judgeReportCase({ expect, at: 'out.sarif' });
    assert.equal(inShort(never), 'broken/missing');
  });

  it('counts the reports of a folder or a glob together', async () => {
    const files = { 'out/TEST-a.xml': SUREFIRE, 'out/TEST-b.xml': GO };
    const all = await judgeReportCase({ expect: '{min: {tests: 6}}', at: 'out/*.xml', files });
    assert.equal(inShort(all), 'current/as-expected out/TEST-a.xml:1', all.message);
    const failed = await judgeReportCase({ expect: '{passed: all}', at: 'out/', files });
    assert.equal(inShort(failed), 'failing/test-failed out/TEST-b.xml:5', failed.message);
    const mixed = await judgeReportCase({
      expect: '{passed: all}',
      at: 'out/',
      files: { ...files, 'out/x': LCOV },
    });
    assert.equal(inShort(mixed), 'broken/malformed out/x:1');
  });
});
