import { say, sayCount } from '../../../l10n/say.ts';
import type { TestResult, TestsReport } from '../../../evidence/reports/report.ts';
import type { TestCount, TestsExpectation } from '../../../model/expectation.ts';
import { listNames } from '../../../model/phrases.ts';
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
    const number = say('{0} (allowed: {1})', sayEnded(key, ended[key]), limit);
    const message = first ? say('{0}; the first: {1}', number, sayTest(first)) : number;
    unmet.push({ reason, message, ...placeOf(first) });
  }
  if (minTests !== undefined && tests.length < minTests) {
    const message = sayCount(tests.length, '1 test (at least: {1})', '{0} tests (at least: {1})', minTests);
    unmet.push({ reason: 'expectation', message });
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
  if (tests.length === 0) return [{ reason: 'expectation', message: say('it holds no test') }];
  if (ended.failures + ended.errors === 0) return [];
  const bad = tests.filter(({ test }) => hasFailed(test));
  const message = sayNotPassed(ended.failures + ended.errors, tests.length, bad);
  return [{ reason: 'test-failed', message, ...placeOf(bad[0]) }];
}

function sayNotPassed(number: number, all: number, bad: readonly PlacedTest[]): string {
  if (bad.length === 0) {
    return sayCount(
      all,
      '{1} of 1 test did not pass, and the report does not list which',
      '{1} of {0} tests did not pass, and the report does not list which',
      number,
    );
  }
  const named = bad.slice(0, MOST_NAMED).map(sayTest).join('; ');
  const list = bad.length > MOST_NAMED ? say('{0}, and {1} more', named, bad.length - MOST_NAMED) : named;
  return sayCount(all, '{1} of 1 test did not pass: {2}', '{1} of {0} tests did not pass: {2}', number, list);
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
    const message =
      failed.size > MOST_NAMED ? say('{0}; and {1} more', named, failed.size - MOST_NAMED) : named;
    unmet.push({ reason: 'test-failed', message, ...placeOf(first) });
  }
  if (skipped[0]) {
    const which = listNames(
      skipped.map(({ test }) => fullName(test)),
      MOST_NAMED,
    );
    unmet.push({
      reason: 'expectation',
      message: sayCount(skipped.length, '{1} was skipped', '{1} were skipped', which),
      ...placeOf(skipped[0]),
    });
  }
  if (missing.length > 0) {
    unmet.push({
      reason: 'expectation',
      message: say('there is no test {0} in it', listNames(missing, MOST_NAMED)),
    });
  }
  return unmet;
}

function hasFailed({ outcome: end }: TestResult): boolean {
  return end === 'failure' || end === 'error';
}

function sayTest({ test }: PlacedTest): string {
  const name = fullName(test);
  const what =
    test.outcome === 'error'
      ? say('{0} ended in an error', name)
      : test.outcome === 'skipped'
        ? say('{0} was skipped', name)
        : say('{0} failed', name);
  return test.message === undefined ? what : say('{0} (“{1}”)', what, test.message);
}

function fullName({ name, className }: TestResult): string {
  return className === undefined || name.startsWith(className) ? name : `${className}.${name}`;
}

function placeOf(test: PlacedTest | undefined): { path: string; line: number } | undefined {
  return test && { path: test.path, line: test.test.line };
}

function sayEnded(key: TestCount, number: number): string {
  switch (key) {
    case 'skipped':
      return say('{0} skipped', number);
    case 'failures':
      return sayCount(number, '1 failure', '{0} failures');
    case 'errors':
      return sayCount(number, '1 error', '{0} errors');
  }
}

function sayPassed(number: number, all: number, least: number | undefined): string {
  return least === undefined
    ? sayCount(all, '{1} of 1 test passed', '{1} of {0} tests passed', number)
    : sayCount(
        all,
        '{1} of 1 test passed (at least: {2})',
        '{1} of {0} tests passed (at least: {2})',
        number,
        least,
      );
}

function summary(
  { passed, max, minTests }: TestsExpectation,
  tests: readonly PlacedTest[],
  ended: Ended,
): string[] {
  const good = tests.filter(({ test }) => test.outcome === 'passed').length;
  return [
    ...(passed === 'all' || passed.length === 0
      ? []
      : [sayCount(passed.length, '1 named test', '{0} named tests')]),
    sayPassed(good, tests.length, minTests),
    ...(['failures', 'errors', 'skipped'] as const).flatMap((key) => {
      const limit = max.get(key);
      if (ended[key] === 0 && limit === undefined) return [];
      const number = sayEnded(key, ended[key]);
      return [limit === undefined ? number : say('{0} (allowed: {1})', number, limit)];
    }),
  ];
}
