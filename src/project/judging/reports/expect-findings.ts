import type { FindingsReport, ReportedFinding } from '../../../evidence/reports/report.ts';
import {
  FINDING_LEVELS,
  type FindingsExpectation,
  SEVERITY_BANDS,
  type SeverityBand,
} from '../../../model/expectation.ts';
import { count, listNames } from '../../../model/phrases.ts';
import { hasRule, isPartOf, misspeltRules } from './known-rules.ts';
import { type Outcome, type Placed, type Unmet, outcome } from './outcome.ts';

/** Compares what scanners found with how much a claim puts up with. */
export function expectFindings(
  { max, tool }: FindingsExpectation,
  reports: readonly Placed<FindingsReport>[],
): Outcome {
  const found = reports.flatMap(({ path, report }) => report.findings.map((finding) => ({ path, finding })));
  const tools = [...new Set(reports.flatMap(({ report }) => report.tools))];
  const unmet: Unmet[] = reports.flatMap(({ path, report }) =>
    report.failures.map(({ message, line }) => ({ reason: 'expectation' as const, message, path, line })),
  );
  const said: string[] = [];
  const unsure: string[] = [];
  if (tool !== undefined && !tools.some((name) => isCalled(name, tool))) {
    const ran = tools.length === 0 ? 'the log names no tool' : `it is of ${listNames(tools)}`;
    unmet.push({ reason: 'expectation', message: `${tool} did not run: ${ran}` });
  }
  const graded = new Set<string>(SEVERITY_BANDS);
  const ungraded = found.filter(({ finding }) => finding.score === undefined).length;
  if (ungraded > 0 && [...max.keys()].some((key) => graded.has(key))) {
    unsure.push(
      `how grave ${count(ungraded, 'finding')} of it ${ungraded === 1 ? 'is' : 'are'}, which ${ungraded === 1 ? 'has' : 'have'} no score of severity (security-severity)`,
    );
  }
  for (const [key, limit] of max) {
    const fitting = found.filter(({ finding }) => counts(finding, key));
    const number = `${nameCount(fitting.length, key)} (allowed: ${limit})`;
    said.push(number);
    const [first] = fitting;
    if (fitting.length <= limit || !first) continue;
    const message = `${number}${first ? `; the first: ${sayFinding(first.finding)}` : ''}`;
    unmet.push({ reason: 'expectation', message, path: first.path, line: first.finding.line });
  }
  const unlisted = [...max.keys()].filter((key) => isRule(key) && !hasRule(reports, key));
  const misspelt = misspeltRules(unlisted, reports);
  unmet.push(...misspelt.values());
  said.push(
    ...others(
      found.map(({ finding }) => finding),
      max,
    ),
  );
  return outcome({
    unmet,
    said: [...said, ...(tools.length > 0 ? [listNames(tools)] : [])],
    unsure,
    notes: notes(
      reports,
      unlisted.filter((rule) => !misspelt.has(rule)),
    ),
  });
}

/** `semgrep` is Semgrep OSS, too. */
function isCalled(name: string, tool: string): boolean {
  const [full, wanted] = [name.toLowerCase(), tool.toLowerCase()];
  return full === wanted || (full.startsWith(wanted) && !/[a-z0-9]/.test(full.charAt(wanted.length)));
}

function counts(finding: ReportedFinding, key: string): boolean {
  if (key === 'total') return true;
  if (isLevel(key)) return finding.level === key;
  if (isBand(key)) return bandOf(finding.score) === key;
  return finding.rule !== undefined && (isPartOf(finding.rule, key) || finding.partOf === key);
}

/** As code hosting sites sort them. */
function bandOf(score: number | undefined): SeverityBand | undefined {
  if (score === undefined || score === 0) return undefined;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function isRule(key: string): boolean {
  return key !== 'total' && !isLevel(key) && !isBand(key);
}

function isLevel(key: string): boolean {
  return (FINDING_LEVELS as readonly string[]).includes(key);
}

function isBand(key: string): boolean {
  return (SEVERITY_BANDS as readonly string[]).includes(key);
}

function nameCount(number: number, key: string): string {
  if (key === 'total') return count(number, 'finding');
  if (isLevel(key)) return count(number, key);
  return isBand(key) ? `${number} ${key}` : `${number} of ${key}`;
}

function sayFinding({ rule, message, place }: ReportedFinding): string {
  return [rule, place && `in ${place}`, `“${message}”`].filter(Boolean).join(' ');
}

/** Levels that nobody limits, where there are findings of them. */
function others(found: readonly ReportedFinding[], max: ReadonlyMap<string, number>): string[] {
  return FINDING_LEVELS.flatMap((level) => {
    const number = found.filter((finding) => finding.level === level).length;
    return max.has(level) || number === 0 ? [] : [count(number, level)];
  });
}

function notes(reports: readonly Placed<FindingsReport>[], unlisted: readonly string[]): string[] {
  const sum = (what: 'suppressed' | 'absent'): number =>
    reports.reduce((total, { report }) => total + report.left[what], 0);
  const [suppressed, absent] = [sum('suppressed'), sum('absent')];
  return [
    ...(suppressed > 0 ? [`Not counted: ${suppressed} suppressed.`] : []),
    ...(absent > 0 ? [`Not counted: ${absent} that are gone since the tool's baseline.`] : []),
    ...(unlisted.length > 0
      ? [`The log lists no rule ${listNames(unlisted)}; see to it that it is spelt so, and that it ran.`]
      : []),
  ];
}
