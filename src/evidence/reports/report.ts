import type { CoverageMeasure } from '../../model/expectation.ts';

/** A problem that a tool found, as a SARIF log says it. Only those that count: not suppressed, not gone, not passed. */
export interface ReportedFinding {
  readonly level: 'error' | 'warning' | 'note' | 'none';
  readonly rule?: string;
  /** The id of the rule that this one is a part of, where the tool gives it another one. */
  readonly partOf?: string;
  /** From 0 to 10, where the tool says how grave it is. */
  readonly score?: number;
  readonly message: string;
  /** `src/app.py:31`, as far as the log says. */
  readonly place?: string;
  /** 1-based, where the log says it. */
  readonly line: number;
}

/** What scanners found. */
export interface FindingsReport {
  readonly about: 'findings';
  readonly format: 'SARIF';
  /** By the name of each run's tool, with those of its extensions. */
  readonly tools: readonly string[];
  /** The ids of all rules that the log lists, or that a result names. */
  readonly rules: ReadonlySet<string>;
  /** Every run lists rules that found nothing, too, so that a rule which is in no list is none of the tool's. Some tools list only what found something. */
  readonly listsAll: boolean;
  readonly findings: readonly ReportedFinding[];
  /** Results that do not count, by why. */
  readonly left: { readonly suppressed: number; readonly absent: number };
  /** Runs that did not come to their end, or did not scan: what they say of it, and the 1-based line. */
  readonly failures: readonly { readonly message: string; readonly line: number }[];
  readonly at?: string;
}

/** How one test ended. */
export interface TestResult {
  readonly name: string;
  readonly className?: string;
  /** The names of the suites it lies in, outermost first. */
  readonly suites: readonly string[];
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** What the test said, on one line and cut. */
  readonly message?: string;
  /** 1-based. */
  readonly line: number;
}

/** How tests ended. */
export interface TestsReport {
  readonly about: 'tests';
  readonly format: 'JUnit';
  readonly tests: readonly TestResult[];
  /** What the outermost elements say in their attributes, where that is more than is listed. */
  readonly unlisted: { readonly failures: number; readonly errors: number };
  readonly at?: string;
}

/** Of so many things that could be reached, so many were. */
export interface Reached {
  readonly found: number;
  readonly hit: number;
}

/** How much of one file was reached. */
export interface FileCoverage {
  /** As the report names it, with `/`. */
  readonly path: string;
  /** Where that is relative, the absolute folders that it may start in. */
  readonly sources: readonly string[];
  readonly measures: Readonly<Record<CoverageMeasure, Reached>>;
  /** 1-based, where the report begins to speak of it. */
  readonly line: number;
}

/** How much of the code tests reach. */
export interface CoverageReport {
  readonly about: 'coverage';
  readonly format: 'LCOV' | 'Cobertura';
  readonly files: readonly FileCoverage[];
  readonly at?: string;
}

/** An in-toto statement, from an envelope or by itself. */
export interface Statement {
  readonly predicateType: string;
  readonly subjects: readonly { readonly name: string; readonly digests: ReadonlyMap<string, string> }[];
  /** Full ids of the commits that it names, in lower case. */
  readonly commits: readonly string[];
  /** Whether it lies in an envelope with signatures. Nobody verified them. */
  readonly isSigned: boolean;
  readonly at?: string;
  /** 1-based. */
  readonly line: number;
}

/** What was done to what, as somebody stated. */
export interface StatementsReport {
  readonly about: 'statements';
  readonly format: 'in-toto';
  readonly statements: readonly Statement[];
  /** The oldest of them. */
  readonly at?: string;
}

/** What a report says. `at` is when it was made as it says itself, ISO 8601; of several times the oldest. */
export type Report = FindingsReport | TestsReport | CoverageReport | StatementsReport;

/** What came of reading a report. */
export type ReportRead =
  | { readonly kind: 'report'; readonly report: Report }
  /** It is one and cannot be read, or none at all. 1-based; `why` continues a sentence and has no full stop. */
  | { readonly kind: 'malformed'; readonly line: number; readonly column: number; readonly why: string }
  /** It is in a format, or of a version, that Warrant does not read. `why` as above. */
  | { readonly kind: 'unsupported'; readonly why: string }
  /** Git LFS keeps the content elsewhere. */
  | { readonly kind: 'not-fetched' };

/** Reads as `malformed`; for the readers of single formats. */
export class MalformedReport extends Error {
  override readonly name = 'MalformedReport';

  constructor(
    /** 1-based. */
    readonly line: number,
    /** 1-based. */
    readonly column: number,
    /** Continues a sentence; no full stop. */
    readonly why: string,
  ) {
    super(why);
  }
}

/** The oldest of some times; undefined where one is not known, or there are none. Times are compared, not their texts. */
export function oldest(times: Iterable<string | undefined>): string | undefined {
  let found: string | undefined;
  for (const time of times) {
    if (time === undefined) return undefined;
    if (found === undefined || Date.parse(time) < Date.parse(found)) found = time;
  }
  return found;
}

/** A time as ISO 8601 in UTC; undefined where it cannot be read as one. What names no time zone is taken as UTC. */
export function readTime(text: unknown): string | undefined {
  if (
    typeof text !== 'string' ||
    !/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?/.test(text)
  ) {
    return undefined;
  }
  const iso = text
    .trim()
    .slice(0, 40)
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/i.test(iso) || !iso.includes('T');
  const time = Date.parse(hasZone ? iso : `${iso}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** A text on one line, cut where it is long. */
export function inShort(text: string, most = 120): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
