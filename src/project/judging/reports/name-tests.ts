import type { TestResult } from '../../../evidence/reports/report.ts';
import { push } from '../../../model/multimap.ts';

/** A test with all that it may be called by. */
export type TestsByName<T> = ReadonlyMap<string, readonly T[]>;

/**
 * Tests by the names that people write: `test_a`, `Class.test_a`, `pkg.Class.test_a`, `suite > test_a`. A test with parameters is found by its name
 * without them, too: `test_a[1]`, `test_a(int)[1]`, and `TestA/case` of Go.
 */
export function indexTests<T>(tests: readonly T[], testOf: (one: T) => TestResult): TestsByName<T> {
  const byName = new Map<string, T[]>();
  for (const one of tests) for (const name of namesOf(testOf(one))) push(byName, name, one);
  return byName;
}

/** All tests that a name stands for; `tests/test_a.py::TestA::test_b`, as pytest calls its tests, will do. */
export function testsNamed<T>(byName: TestsByName<T>, name: string): readonly T[] {
  return byName.get(name) ?? byName.get(plainName(name)) ?? [];
}

function plainName(name: string): string {
  const [file = '', ...rest] = name.split('::');
  return rest.length === 0 ? name : [file.replace(/\.py$/, '').replaceAll('/', '.'), ...rest].join('.');
}

/** Beyond this many folders and classes nobody writes a name out. */
const MOST_PARTS = 12;

function namesOf({ name, className, suites }: TestResult): Set<string> {
  const bare = new Set([name, ...withoutParameters(name)]);
  const names = new Set(bare);
  const owners = className === undefined ? [] : endings(className);
  const last = suites.at(-1);
  for (const one of bare) {
    for (const owner of owners) names.add(`${owner}.${one}`);
    if (last !== undefined) names.add(`${last} > ${one}`);
    if (suites.length > 1) names.add([...suites, one].join(' > '));
  }
  return names;
}

/** `a.b.C` → `a.b.C`, `b.C`, `C`. */
function endings(className: string): string[] {
  const parts = className.split('.');
  return parts.slice(0, MOST_PARTS).map((_, i) => parts.slice(i).join('.'));
}

/** The name as its author wrote it in the code; nothing where it has no parameters. */
function withoutParameters(name: string): string[] {
  const at = name.search(/[[({/]/);
  return at > 0 ? [name.slice(0, at).trimEnd()] : [];
}
