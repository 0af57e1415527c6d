import assert from 'node:assert/strict';
import { complaint, reportIn } from './reading.ts';
import { GO, JEST, PYTEST, SUREFIRE } from './samples.ts';

const ends = (text: string): string[] =>
  reportIn('tests', text).tests.map(({ name, outcome }) => `${name}: ${outcome}`);

describe('reading JUnit XML', () => {
  it('of pytest', () => {
    const { tests, unlisted, at } = reportIn('tests', PYTEST);
    assert.deepEqual(
      tests.map(({ name, outcome, line }) => [name, outcome, line]),
      [
        ['test_refuses_old', 'passed', 3],
        ['test_strong[aes]', 'passed', 4],
        ['test_strong[rc4]', 'failure', 5],
        ['test_later', 'skipped', 7],
        ['test_query', 'error', 8],
        ['test_close', 'passed', 9],
        ['test_api[GET /x]', 'passed', 10],
      ],
    );
    assert.equal(tests[2]!.message, "AssertionError: assert 'rc4' < 1 more");
    assert.deepEqual(unlisted, { failures: 0, errors: 0 });
    assert.equal(at, '2026-05-12T09:02:31.118Z');
  });

  it('of Jest, whose time has no zone', () => {
    const { tests, at } = reportIn('tests', JEST);
    assert.deepEqual(tests[1], {
      name: 'greets friends',
      className: 'login',
      suites: ['login'],
      outcome: 'passed',
      line: 6,
    });
    assert.equal(at, '2026-05-12T10:00:00.000Z');
  });

  it('of Surefire, where a test that passed in the end has passed', () => {
    assert.deepEqual(ends(SUREFIRE), [
      'expires(int)[1]: passed',
      'expires(int)[2]: passed',
      'renews: passed',
    ]);
  });

  it('of go-junit-report, with the time in UTC', () => {
    const { tests, at } = reportIn('tests', GO);
    assert.deepEqual(ends(GO), ['TestPlan: passed', 'TestPlan/empty: failure', 'TestRun: passed']);
    assert.equal(tests[1]!.message, 'Failed');
    assert.equal(at, '2026-05-12T10:00:00.000Z');
  });

  it('of tools that say at the test itself that it did not run', () => {
    const gtest = `<testsuites><testsuite name="A">
      <testcase name="a" status="run" result="completed"/><testcase name="b" status="notrun" result="suppressed"/>
      <testcase name="c" status="FAILED"/><testcase name="d" result="errored"/></testsuite></testsuites>`;
    assert.deepEqual(ends(gtest), ['a: passed', 'b: skipped', 'c: failure', 'd: error']);
  });

  it('counts a test with a failure and an error once, as the worse', () => {
    const both = `<testsuite name="s" tests="1" failures="1" errors="1"><testcase name="a"><failure message="f"/><error>e
      e</error></testcase></testsuite>`;
    const { tests, unlisted } = reportIn('tests', both);
    assert.deepEqual([tests[0]!.outcome, tests[0]!.message], ['error', 'e e']);
    assert.deepEqual(unlisted, { failures: 0, errors: 0 });
    const turned = '<testsuite><testcase name="a"><error/><failure/><skipped/></testcase></testsuite>';
    assert.deepEqual(ends(turned), ['a: error']);
  });

  it('notices failures that a suite has and does not list, at whichever level they are said', () => {
    const suites = (attributes: string): string =>
      `<testsuites><testsuite name="outer" ${attributes}><testsuite name="inner" ${attributes}>
        <testcase name="a"/></testsuite></testsuite></testsuites>`;
    assert.deepEqual(reportIn('tests', suites('failures="0" errors="2"')).unlisted, {
      failures: 0,
      errors: 2,
    });
    assert.deepEqual(reportIn('tests', suites('errors="-"')).unlisted, { failures: 0, errors: 0 });
    assert.deepEqual(reportIn('tests', suites('')).tests[0]!.suites, ['outer', 'inner']);
  });

  const wrong: [what: string, text: string, complaint: RegExp][] = [
    ['that breaks off', PYTEST.slice(0, 700), /^7:\d+ it breaks off here: <testcase> is not closed$/],
    [
      'with tags that do not match',
      '<testsuite>\n<testcase name="a">\n</testsuite>',
      /^3:1 <testcase> is not closed/,
    ],
    ['with two roots', '<testsuite/>\n<testsuite/>', /^2:1 a second element/],
    ['with a text around it', '<testsuite/>\nDone.', /^1:13 a text stands outside/],
    [
      'with entities of its own',
      '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><testsuite name="&c;"/>',
      /^1:1 its document type has declarations/,
    ],
    ['that is nested without end', `<testsuite>${'<testsuite>'.repeat(50_000)}`, /more than 100 levels/],
  ];
  for (const [what, text, expected] of wrong) {
    it(`refuses one ${what}`, () => assert.match(complaint(text), expected));
  }

  it('follows no reference to a file', () => {
    const text =
      '<!DOCTYPE testsuite SYSTEM "file:///etc/passwd"><testsuite name="s"><testcase name="&x;"/></testsuite>';
    assert.deepEqual(ends(text), ['&x;: passed']);
  });
});
