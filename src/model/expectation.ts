import type { PlainValue } from './case.ts';

/** What reports can be about, each with its own formats: findings (SARIF), tests (JUnit), coverage (LCOV, Cobertura), statements (in-toto). */
export type ReportSubject = 'findings' | 'tests' | 'coverage' | 'statements';

/** What something can be expected of: a report, or a value in JSON, YAML or TOML that a pointer leads to. */
export type ExpectedOf = ReportSubject | 'data';

/** The levels that SARIF gives to findings. */
export const FINDING_LEVELS = ['error', 'warning', 'note'] as const;

/** The bands that people sort scores of severity into (`security-severity`, 0 to 10), gravest first. */
export const SEVERITY_BANDS = ['critical', 'high', 'medium', 'low'] as const;
export type SeverityBand = (typeof SEVERITY_BANDS)[number];

/** The ways in which tests end that can be limited. */
export const TEST_COUNTS = ['failures', 'errors', 'skipped'] as const;
export type TestCount = (typeof TEST_COUNTS)[number];

/** What coverage is measured in. */
export const COVERAGE_MEASURES = ['lines', 'branches', 'functions'] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];

/** At most so many findings. */
export interface FindingsExpectation {
  /** By level, band, rule id, or `total`. */
  readonly max: ReadonlyMap<string, number>;
  /** The tool that must have run. */
  readonly tool?: string;
}

/** Tests that pass. */
export interface TestsExpectation {
  readonly passed: 'all' | readonly string[];
  readonly max: ReadonlyMap<TestCount, number>;
  readonly minTests?: number;
}

/** At least so many percent. */
export interface CoverageExpectation {
  readonly min: ReadonlyMap<CoverageMeasure, number>;
  /** A path, folder or glob: only these files count. */
  readonly of?: string;
}

/** A digest as in-toto names it: `sha256` and hexadecimal digits in lower case. */
export interface ExpectedDigest {
  readonly algorithm: string;
  readonly value: string;
}

/** What a statement has to be about; one statement of the report has to meet all of it. */
export interface StatementExpectation {
  readonly subjectName?: string;
  readonly subjectDigest?: ExpectedDigest;
  /** `HEAD`, or a full id in lower case. */
  readonly commit?: string;
  /** Files of the subject repository whose digests it names. */
  readonly files: readonly string[];
  readonly predicateType?: string;
}

/** What the author of a claim expects of evidence. At most one of all but the last is given. */
export interface Expectation {
  readonly findings?: FindingsExpectation;
  readonly tests?: TestsExpectation;
  readonly coverage?: CoverageExpectation;
  readonly statement?: StatementExpectation;
  /** The value that a pointer leads to. */
  readonly data?: { readonly equals: PlainValue };
  /** How old the report may be, in days. */
  readonly maxAgeDays?: number;
}

/** Something wrong with an expectation as it is written. */
export interface ExpectationProblem {
  /** From the value of `expect` to what is wrong: keys, and 0-based places in lists. Empty for the whole. */
  readonly path: readonly (string | number)[];
  readonly what: 'unknown-key' | 'wrong-type' | 'contradictory-expectation';
  readonly message: string;
}
