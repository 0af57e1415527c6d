import { type Message, message, say, sayCount } from '../../../l10n/say.ts';
import type { FindingsReport, ReportedFinding } from '../../../evidence/reports/report.ts';
import {
  FINDING_LEVELS,
  type FindingsExpectation,
  SEVERITY_BANDS,
  type SeverityBand,
} from '../../../model/expectation.ts';
import { listNames } from '../../../model/phrases.ts';
import { hasRule, isPartOf, misspeltRules } from './known-rules.ts';
import { type Outcome, type Placed, type Unmet, outcome } from './outcome.ts';

type FindingLevel = (typeof FINDING_LEVELS)[number];

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
    const message =
      tools.length === 0
        ? say('{0} did not run: the log names no tool', tool)
        : say('{0} did not run: it is of {1}', tool, listNames(tools));
    unmet.push({ reason: 'expectation', message });
  }
  const graded = new Set<string>(SEVERITY_BANDS);
  const ungraded = found.filter(({ finding }) => finding.score === undefined).length;
  if (ungraded > 0 && [...max.keys()].some((key) => graded.has(key))) {
    unsure.push(
      sayCount(
        ungraded,
        'how grave 1 finding of it is, which has no score of severity (security-severity)',
        'how grave {0} findings of it are, which have no score of severity (security-severity)',
      ),
    );
  }
  for (const [key, limit] of max) {
    const fitting = found.filter(({ finding }) => counts(finding, key));
    const number = sayAllowed(fitting.length, key, limit);
    said.push(number);
    const [first] = fitting;
    if (fitting.length <= limit || !first) continue;
    const message = say('{0}; the first: {1}', number, sayFinding(first.finding));
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

function isLevel(key: string): key is FindingLevel {
  return (FINDING_LEVELS as readonly string[]).includes(key);
}

function isBand(key: string): key is SeverityBand {
  return (SEVERITY_BANDS as readonly string[]).includes(key);
}

/** `3 errors (allowed: 0)`. @param key what is counted: a level, a band, a rule, or all */
function sayAllowed(number: number, key: string, limit: number): string {
  if (key === 'total')
    return sayCount(number, '1 finding (allowed: {1})', '{0} findings (allowed: {1})', limit);
  if (isLevel(key)) return say('{0} (allowed: {1})', sayLevel(number, key), limit);
  return isBand(key) ? say(BANDS[key], number, limit) : say('{0} of {1} (allowed: {2})', number, key, limit);
}

const BANDS: Readonly<Record<SeverityBand, Message>> = {
  critical: message('{0} critical (allowed: {1})'),
  high: message('{0} high (allowed: {1})'),
  medium: message('{0} medium (allowed: {1})'),
  low: message('{0} low (allowed: {1})'),
};

function sayLevel(number: number, level: FindingLevel): string {
  switch (level) {
    case 'error':
      return sayCount(number, '1 error', '{0} errors');
    case 'warning':
      return sayCount(number, '1 warning', '{0} warnings');
    case 'note':
      return sayCount(number, '1 note', '{0} notes');
  }
}

function sayFinding({ rule, message: text, place }: ReportedFinding): string {
  const where = rule && place ? say('{0} in {1}', rule, place) : place ? say('in {0}', place) : rule;
  return where ? say('{0} “{1}”', where, text) : say('“{0}”', text);
}

/** Levels that nobody limits, where there are findings of them. */
function others(found: readonly ReportedFinding[], max: ReadonlyMap<string, number>): string[] {
  return FINDING_LEVELS.flatMap((level) => {
    const number = found.filter((finding) => finding.level === level).length;
    return max.has(level) || number === 0 ? [] : [sayLevel(number, level)];
  });
}

function notes(reports: readonly Placed<FindingsReport>[], unlisted: readonly string[]): string[] {
  const sum = (what: 'suppressed' | 'absent'): number =>
    reports.reduce((total, { report }) => total + report.left[what], 0);
  const [suppressed, absent] = [sum('suppressed'), sum('absent')];
  return [
    ...(suppressed > 0 ? [say('Not counted: {0} suppressed.', suppressed)] : []),
    ...(absent > 0 ? [say("Not counted: {0} that are gone since the tool's baseline.", absent)] : []),
    ...(unlisted.length > 0
      ? [
          say(
            'The log lists no rule {0}; see to it that it is spelt so, and that it ran.',
            listNames(unlisted),
          ),
        ]
      : []),
  ];
}
