import type { TestResult, TestsReport } from '../../../evidence/reports/report.ts';
import type { TestCount, TestsExpectation } from '../../../model/expectation.ts';
import { count, listNames } from '../../../model/phrases.ts';
import { indexTests, testsNamed } from './name-tests.ts';
import { type Outcome, type Placed, type Unmet, outcome } from './outcome.ts';

/** How many tests a message names. */
const MOST_NAMED = 4;

interface PlacedTest {
  readonly path: string;
  readonly test: TestResult;
}

/** Compares how tests ended with which of them should have passed. */
export function expectTests(expected: TestsExpectation, reports: readonly Placed<TestsReport>[]): Outcome {
  const tests = reports.flatMap(({ path, report }) => report.tests.map((test) => ({ path, test })));
  const ended = countEnds(tests, reports);
  const { passed, max, minTests } = expected;
  const unmet: Unmet[] =
    passed === 'all' ? expectAll(tests, ended) : passed.length > 0 ? expectNamed(passed, tests) : [];
  for (const [key, limit] of max) {
    if (ended[key] <= limit) continue;
    const first = tests.find(({ test }) => ENDS[key] === test.outcome);
    const reason = key === 'skipped' ? 'expectation' : 'test-failed';
    const message = `${say(key, ended[key])} (allowed: ${limit})${first ? `; the first: ${sayTest(first)}` : ''}`;
    unmet.push({ reason, message, ...placeOf(first) });
  }
  if (minTests !== undefined && tests.length < minTests) {
    unmet.push({ reason: 'expectation', message: `${count(tests.length, 'test')} (at least: ${minTests})` });
  }
  return outcome({ unmet, said: summary(expected, tests, ended) });
}

type Ended = Readonly<Record<TestCount, number>>;

const ENDS: Readonly<Record<TestCount, TestResult['outcome']>> = {
  failures: 'failure',
  errors: 'error',
  skipped: 'skipped',
};

/** Some suites say that tests failed and list none, as where a whole file could not be loaded. */
function countEnds(tests: readonly PlacedTest[], reports: readonly Placed<TestsReport>[]): Ended {
  const listed = (outcome_: TestResult['outcome']): number =>
    tests.filter(({ test }) => test.outcome === outcome_).length;
  const unlisted = (what: 'failures' | 'errors'): number =>
    reports.reduce((sum, { report }) => sum + report.unlisted[what], 0);
  return {
    failures: listed('failure') + unlisted('failures'),
    errors: listed('error') + unlisted('errors'),
    skipped: listed('skipped'),
  };
}

function expectAll(tests: readonly PlacedTest[], ended: Ended): Unmet[] {
  if (tests.length === 0) return [{ reason: 'expectation', message: 'it holds no test' }];
  if (ended.failures + ended.errors === 0) return [];
  const bad = tests.filter(({ test }) => hasFailed(test));
  const named = bad.slice(0, MOST_NAMED).map(sayTest);
  const rest = bad.length > MOST_NAMED ? `, and ${bad.length - MOST_NAMED} more` : '';
  const message = `${ended.failures + ended.errors} of ${count(tests.length, 'test')} did not pass${named.length > 0 ? `: ${named.join('; ')}${rest}` : ', and the report does not list which'}`;
  return [{ reason: 'test-failed', message, ...placeOf(bad[0]) }];
}

function expectNamed(names: readonly string[], tests: readonly PlacedTest[]): Unmet[] {
  const byName = indexTests(tests, ({ test }) => test);
  const missing: string[] = [];
  const unmet: Unmet[] = [];
  const skipped: PlacedTest[] = [];
  const failed = new Set<PlacedTest>();
  for (const name of names) {
    const found = testsNamed(byName, name);
    if (found.length === 0) missing.push(name);
    for (const one of found) {
      if (hasFailed(one.test)) failed.add(one);
      else if (one.test.outcome === 'skipped') skipped.push(one);
    }
  }
  const [first] = failed;
  if (first) {
    const named = [...failed].slice(0, MOST_NAMED).map(sayTest).join('; ');
    const rest = failed.size > MOST_NAMED ? `; and ${failed.size - MOST_NAMED} more` : '';
    unmet.push({ reason: 'test-failed', message: `${named}${rest}`, ...placeOf(first) });
  }
  if (skipped[0]) {
    const which = listNames(
      skipped.map(({ test }) => fullName(test)),
      MOST_NAMED,
    );
    unmet.push({
      reason: 'expectation',
      message: `${which} ${skipped.length === 1 ? 'was' : 'were'} skipped`,
      ...placeOf(skipped[0]),
    });
  }
  if (missing.length > 0) {
    unmet.push({
      reason: 'expectation',
      message: `there is no test ${listNames(missing, MOST_NAMED)} in it`,
    });
  }
  return unmet;
}

function hasFailed({ outcome: end }: TestResult): boolean {
  return end === 'failure' || end === 'error';
}

function sayTest({ test }: PlacedTest): string {
  const what =
    test.outcome === 'error' ? 'ended in an error' : test.outcome === 'skipped' ? 'was skipped' : 'failed';
  return `${fullName(test)} ${what}${test.message === undefined ? '' : ` (“${test.message}”)`}`;
}

function fullName({ name, className }: TestResult): string {
  return className === undefined || name.startsWith(className) ? name : `${className}.${name}`;
}

function placeOf(test: PlacedTest | undefined): { path: string; line: number } | undefined {
  return test && { path: test.path, line: test.test.line };
}

function say(key: TestCount, number: number): string {
  if (key === 'skipped') return `${number} skipped`;
  return count(number, key === 'failures' ? 'failure' : 'error');
}

function summary(
  { passed, max, minTests }: TestsExpectation,
  tests: readonly PlacedTest[],
  ended: Ended,
): string[] {
  const good = tests.filter(({ test }) => test.outcome === 'passed').length;
  return [
    ...(passed === 'all' || passed.length === 0 ? [] : [`${count(passed.length, 'named test')}`]),
    `${good} of ${count(tests.length, 'test')} passed${minTests === undefined ? '' : ` (at least: ${minTests})`}`,
    ...(['failures', 'errors', 'skipped'] as const).flatMap((key) => {
      const limit = max.get(key);
      if (ended[key] === 0 && limit === undefined) return [];
      return [`${say(key, ended[key])}${limit === undefined ? '' : ` (allowed: ${limit})`}`];
    }),
  ];
}
