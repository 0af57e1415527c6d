import { type Message, message, say } from '../l10n/say.ts';
import type { PlainValue } from './case.ts';
import { closest } from './closest.ts';
import {
  COVERAGE_MEASURES,
  type CoverageMeasure,
  type Expectation,
  type ExpectationProblem,
  FINDING_LEVELS,
  type ExpectedOf,
  SEVERITY_BANDS,
  TEST_COUNTS,
  type TestCount,
} from './expectation.ts';
import { readDigest, readExpectedFiles } from './read-statement-expectation.ts';

/** The keys of `expect`. */
export const EXPECT_KEYS = [
  'max',
  'min',
  'passed',
  'tool',
  'of',
  'subject',
  'commit',
  'file',
  'predicateType',
  'equals',
  'maxAgeDays',
] as const;

/** What can meet what a key asks for; translated, it is a subject. */
export const REPORT_NAMES: Readonly<Record<ExpectedOf, Message>> = {
  findings: message('a SARIF log'),
  tests: message('test results (JUnit XML)'),
  coverage: message('coverage (LCOV or Cobertura)'),
  statements: message('in-toto statements'),
  data: message('a value that a pointer leads to (`config.json#/tls/minVersion`)'),
};

/** What `max` counts in a SARIF log, besides rules. */
const FINDING_COUNTS: readonly string[] = [...FINDING_LEVELS, ...SEVERITY_BANDS, 'total'];
const MIN_KEYS: readonly string[] = ['tests', ...COVERAGE_MEASURES];

const HOW = message('Write what the report has to say, such as `expect: {max: {error: 0}}`.');

/** An expectation, as far as it can be read, and what is wrong with it. */
export interface ReadExpectation {
  readonly expectation: Expectation;
  readonly problems: readonly ExpectationProblem[];
}

/** Reads the value of `expect`. Total: what cannot be read is a problem, and left out. */
export function readExpectation(value: PlainValue): ReadExpectation {
  if (!isMap(value)) {
    return {
      expectation: {},
      problems: [
        { path: [], what: 'wrong-type', message: `${say('`expect` must be an object.')} ${say(HOW)}` },
      ],
    };
  }
  return new ExpectationReader(value).read();
}

/** Collects what is asked for, by the kind of report that can answer. */
class ExpectationReader {
  private readonly problems: ExpectationProblem[] = [];
  /** The key that first asked something of each kind of report. */
  private readonly asked = new Map<ExpectedOf, string>();

  constructor(private readonly value: PlainMap) {}

  read(): ReadExpectation {
    const { value } = this;
    for (const key of Object.keys(value)) if (!isOneOf(key, EXPECT_KEYS)) this.unknown([key], EXPECT_KEYS);
    const max = this.readMax();
    const min = this.readMin();
    const passed = this.readPassed();
    const tool = this.text(
      'tool',
      'findings',
      message('`tool` must be the name of a tool, such as `semgrep`.'),
    );
    const of = this.text(
      'of',
      'coverage',
      message('`of` must be a path, a folder or a glob, such as `src/**`.'),
    );
    const statement = this.readStatement();
    if (this.value['equals'] !== undefined) this.ask('data', 'equals');
    const maxAgeDays = this.readAge();
    const [first, second] = this.asked;
    if (maxAgeDays !== undefined && this.asked.has('data')) {
      const message = say('`maxAgeDays` is asked of a report; a value has no age. Remove it.');
      this.report(['maxAgeDays'], 'contradictory-expectation', message);
    }
    if (first && second) this.twoKinds(first, second);
    if (this.problems.length === 0 && first === undefined && maxAgeDays === undefined) {
      this.report([], 'wrong-type', `${say('`expect` says nothing.')} ${say(HOW)}`);
    }
    if (of !== undefined && min.coverage.size === 0 && this.problems.length === 0) {
      const message = say(
        '`of` says which files count, and nothing says how much of them. Add `min: {lines: 80}`.',
      );
      this.report(['of'], 'contradictory-expectation', message);
    }
    return {
      expectation: {
        ...(this.isOnly('findings') && {
          findings: { max: max.findings, ...(tool !== undefined && { tool }) },
        }),
        ...(this.isOnly('tests') && {
          tests: { passed, max: max.tests, ...(min.tests !== undefined && { minTests: min.tests }) },
        }),
        ...(this.isOnly('coverage') && { coverage: { min: min.coverage, ...(of !== undefined && { of }) } }),
        ...(this.isOnly('statements') && { statement }),
        ...(this.isOnly('data') && { data: { equals: this.value['equals'] ?? null } }),
        ...(maxAgeDays !== undefined && { maxAgeDays }),
      },
      problems: this.problems,
    };
  }

  private isOnly(kind: ExpectedOf): boolean {
    return this.asked.size === 1 && this.asked.has(kind);
  }

  private readMax(): { findings: Map<string, number>; tests: Map<TestCount, number> } {
    const findings = new Map<string, number>();
    const tests = new Map<TestCount, number>();
    for (const [key, value] of this.numbers('max', '`max: {error: 0}`')) {
      const isTest = isOneOf(key, TEST_COUNTS);
      if (!isTest && looksMisspelt(key, FINDING_COUNTS)) {
        this.unknown(['max', key], FINDING_COUNTS);
        continue;
      }
      this.ask(isTest ? 'tests' : 'findings', `max: {${key}}`);
      const count = this.wholeNumber(value, ['max', key]);
      if (count === undefined) continue;
      if (isTest) tests.set(key, count);
      else findings.set(key, count);
    }
    return { findings, tests };
  }

  private readMin(): { tests?: number; coverage: Map<CoverageMeasure, number> } {
    const coverage = new Map<CoverageMeasure, number>();
    let tests: number | undefined;
    for (const [key, value] of this.numbers('min', '`min: {lines: 80}`')) {
      if (key === 'tests') {
        this.ask('tests', 'min: {tests}');
        tests = this.wholeNumber(value, ['min', key]);
      } else if (isOneOf(key, COVERAGE_MEASURES)) {
        this.ask('coverage', `min: {${key}}`);
        const isPercentage = typeof value === 'number' && value >= 0 && value <= 100;
        if (isPercentage) coverage.set(key, value);
        else
          this.report(
            ['min', key],
            'wrong-type',
            say('`{0}` must be a percentage: a number from 0 to 100.', key),
          );
      } else this.unknown(['min', key], MIN_KEYS);
    }
    return { coverage, ...(tests !== undefined && { tests }) };
  }

  private readPassed(): 'all' | readonly string[] {
    const { passed } = this.value;
    if (passed === undefined) return [];
    this.ask('tests', 'passed');
    if (passed === 'all') {
      const { max } = this.value;
      for (const key of ['failures', 'errors']) {
        if (!isMap(max ?? null) || !(((max as PlainMap)[key] as number) > 0)) continue;
        const message = say(
          '`passed: all` puts up with none, so `{0}` cannot be more than 0. Remove one of the two.',
          key,
        );
        this.report(['max', key], 'contradictory-expectation', message);
      }
      return 'all';
    }
    const names = typeof passed === 'string' ? [passed] : passed;
    if (!Array.isArray(names) || names.length === 0) {
      this.report(['passed'], 'wrong-type', say('`passed` must be `all`, or a list of names of tests.'));
      return [];
    }
    return (names as readonly PlainValue[]).flatMap((name, i) => {
      if (typeof name === 'string' && name !== '') return [name];
      const path = typeof passed === 'string' ? ['passed'] : ['passed', i];
      this.report(path, 'wrong-type', say('The name of a test must be a text. Put it in quotes.'));
      return [];
    });
  }

  private readStatement(): Expectation['statement'] {
    const predicateType = this.text(
      'predicateType',
      'statements',
      message('`predicateType` must be an address such as `https://slsa.dev/provenance/v1`.'),
    );
    const commit = this.text(
      'commit',
      'statements',
      message('`commit` must be `HEAD`, or the full id of a commit in quotes.'),
    );
    const isCommit =
      commit === undefined || commit === 'HEAD' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(commit);
    if (!isCommit)
      this.report(
        ['commit'],
        'wrong-type',
        say('`commit` must be `HEAD`, or the full id of a commit: 40 or 64 hexadecimal digits, in quotes.'),
      );
    const { subject, file } = this.value;
    if (subject !== undefined) this.ask('statements', 'subject');
    if (file !== undefined) this.ask('statements', 'file');
    return {
      ...(subject !== undefined && readDigest(subject, this.problems)),
      files: file === undefined ? [] : readExpectedFiles(file, this.problems),
      ...(commit !== undefined && isCommit && { commit: commit === 'HEAD' ? commit : commit.toLowerCase() }),
      ...(predicateType !== undefined && { predicateType }),
    };
  }

  private readAge(): number | undefined {
    const { maxAgeDays } = this.value;
    if (maxAgeDays === undefined) return undefined;
    if (typeof maxAgeDays === 'number' && maxAgeDays > 0) return maxAgeDays;
    this.report(['maxAgeDays'], 'wrong-type', say('`maxAgeDays` must be a number of days, more than 0.'));
    return undefined;
  }

  private text(key: string, kind: ExpectedOf, expected: Message): string | undefined {
    const value = this.value[key];
    if (value === undefined) return undefined;
    this.ask(kind, key);
    if (typeof value === 'string' && value !== '') return value;
    this.report([key], 'wrong-type', say(expected));
    return undefined;
  }

  /** The entries of `max` or `min`. */
  private numbers(key: 'max' | 'min', example: string): [string, PlainValue][] {
    const value = this.value[key];
    if (value === undefined) return [];
    const entries = isMap(value) ? Object.entries(value) : [];
    if (entries.length === 0) {
      this.report([key], 'wrong-type', say('`{0}` must say of what, and how many: {1}.', key, example));
    }
    return entries;
  }

  private wholeNumber(value: PlainValue, path: readonly string[]): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.report(
      path,
      'wrong-type',
      say('`{0}` must be a whole number, 0 or more, without quotes.', path.at(-1) ?? ''),
    );
    return undefined;
  }

  private ask(kind: ExpectedOf, key: string): void {
    if (!this.asked.has(kind)) this.asked.set(kind, key);
  }

  private twoKinds([kind, key]: [ExpectedOf, string], [other, otherKey]: [ExpectedOf, string]): void {
    const message = say(
      '`{0}` is asked of {1}, and `{2}` of {3}; no report is both. Give each report an entry of its own.',
      key,
      say(REPORT_NAMES[kind]),
      otherKey,
      say(REPORT_NAMES[other]),
    );
    this.report([otherKey.split(':', 1)[0]!], 'contradictory-expectation', message);
  }

  private unknown(path: readonly string[], allowed: readonly string[]): void {
    const key = path.at(-1)!;
    const meant = allowed.find((one) => one === `${key}s` || `${one}s` === key) ?? closest(key, allowed);
    const hint =
      meant === undefined ? say('Allowed are: {0}.', allowed.join(', ')) : say('Did you mean `{0}`?', meant);
    const place = path.length > 1 ? `\`${path[0]}\`` : '`expect`';
    this.report(
      path,
      'unknown-key',
      `${say('`{0}` is not a key of {1} here and is not checked.', key, place)} ${hint}`,
    );
  }

  private report(path: ExpectationProblem['path'], what: ExpectationProblem['what'], message: string): void {
    this.problems.push({ path, what, message });
  }
}

type PlainMap = { readonly [key: string]: PlainValue };

function isMap(value: PlainValue): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf<T extends string>(key: string, allowed: readonly T[]): key is T {
  return (allowed as readonly string[]).includes(key);
}

/** Rules have ids of all kinds; a plain word that is nearly one of the others is none. */
function looksMisspelt(key: string, allowed: readonly string[]): boolean {
  if (allowed.includes(key) || !/^[a-z]{1,20}$/i.test(key)) return false;
  return allowed.some((one) => `${one}s` === key.toLowerCase()) || closest(key, allowed) !== undefined;
}
