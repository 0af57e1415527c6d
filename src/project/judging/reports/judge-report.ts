import type { PathLocator } from '../../../evidence/locator.ts';
import { say } from '../../../l10n/say.ts';
import { REPORT_LIMIT } from '../../../evidence/reports/read-report.ts';
import type { Report } from '../../../evidence/reports/report.ts';
import type { EvidenceLink } from '../../../model/case.ts';
import type { Expectation, ReportSubject } from '../../../model/expectation.ts';
import { listNames, sayDate } from '../../../model/phrases.ts';
import { REPORT_NAMES, readExpectation } from '../../../model/read-expectation.ts';
import type { Target, Verdict } from '../../../model/verdict.ts';
import { judgeUnread } from '../file-verdicts.ts';
import type { JudgeContext } from '../judge-context.ts';
import { judgeGone } from '../gone/judge-gone.ts';
import { judgeValue } from './judge-value.ts';
import { expectAge } from './age.ts';
import { expectCoverage } from './expect-coverage.ts';
import { expectFindings } from './expect-findings.ts';
import { expectStatement } from './expect-statement.ts';
import { expectTests } from './expect-tests.ts';
import { type Outcome, type Placed, type Unmet, allOf, outcome } from './outcome.ts';
import { sayNotFetched } from '../unread.ts';
import { broken, verdict } from '../verdicts.ts';

/** A folder of more reports than this is not read. */
const MOST_REPORTS = 500;

interface PlacedReport extends Placed<Report> {
  readonly oid: string;
  readonly lines: number;
}

/**
 * Judges evidence by what its author expects it to say, which matters more than whether it changed: reports are made anew all the time.
 *
 * @param paths the reports that the link leads to, at least one; several are counted together
 * @returns undefined where git would have to be asked and may not be
 */
export async function judgeReport(
  paths: readonly string[],
  locator: PathLocator,
  link: EvidenceLink,
  context: JudgeContext,
): Promise<Verdict | undefined> {
  if (paths.length > MOST_REPORTS) {
    const message = say(
      '{0} stands for {1} files, more than the {2} that are read as reports.',
      link.locator,
      paths.length,
      MOST_REPORTS,
    );
    return verdict('unknown', 'too-large', message);
  }
  const { expectation, problems } = readExpectation(link.expect ?? null);
  if (expectation.data) return judgeValue(paths, locator, link, expectation.data.equals, context);
  const reports: PlacedReport[] = [];
  for (const path of paths) {
    const read = await readOne(path, locator, link, context);
    if (!read || 'state' in read) return read;
    const wrong = wrongKind(expectation, read);
    if (wrong) return wrong;
    reports.push(read);
  }
  const said = await compare(expectation, reports, context);
  const age =
    expectation.maxAgeDays === undefined
      ? outcome({})
      : await expectAge(expectation.maxAgeDays, reports, context);
  if (!age) return undefined;
  const unread = problems.map(({ message }) => say('what is expected: {0}', message));
  return conclude(link, reports, allOf([said, age, outcome({ unsure: unread.slice(0, 1) })]), context.now);
}

/** Other files that a link's verdict rests on: those whose digests are expected in a statement. */
export function filesExpected({ expect }: EvidenceLink): readonly string[] {
  return expect === undefined ? [] : (readExpectation(expect).expectation.statement?.files ?? []);
}

async function readOne(
  path: string,
  locator: PathLocator,
  link: EvidenceLink,
  { subject }: JudgeContext,
): Promise<PlacedReport | Verdict | undefined> {
  const saved = await subject.reports.read(path);
  // A sparse checkout has it in git only.
  const inGit = saved.kind === 'missing' ? await subject.contents.read(path) : undefined;
  if (inGit?.kind === 'not-asked') return undefined;
  if (inGit?.kind === 'not-fetched') return verdict('unknown', 'not-fetched', sayNotFetched(path));
  const content = inGit?.kind === 'text' ? subject.reports.readText(inGit) : saved;
  if (content.kind === 'missing') return judgeGone(path, locator, link, subject);
  if (content.kind === 'too-large') {
    const message = say('{0} is larger than {1} MB and was not read.', path, REPORT_LIMIT >> 20);
    return verdict('unknown', 'too-large', message);
  }
  if (content.kind !== 'read') return judgeUnread(content, link);
  const { read, oid, lines } = content;
  const whole: Target = { path, startLine: 1, endLine: Math.max(1, lines), whole: true };
  switch (read.kind) {
    case 'report':
      return { path, report: read.report, oid, lines };
    case 'malformed': {
      const { line, column, why } = read;
      const message = say(
        '{0} cannot be read as a report: line {1}, column {2}: {3}. Make it anew.',
        path,
        line,
        column,
        why,
      );
      return broken('malformed', message, { targets: [lineOf(path, line)] });
    }
    case 'unsupported':
      return verdict('unknown', 'unsupported', say('{0} cannot be judged: {1}.', path, read.why), {
        targets: [whole],
      });
    case 'not-fetched': {
      const message = say(
        '{0} is kept by Git LFS and is not here: run git lfs pull to have it looked at.',
        path,
      );
      return verdict('unknown', 'not-fetched', message, { targets: [whole] });
    }
  }
}

/** What kind of report can meet an expectation; undefined where any can. */
function subjectOf({ findings, tests, coverage, statement }: Expectation): ReportSubject | undefined {
  if (findings) return 'findings';
  if (tests) return 'tests';
  if (coverage) return 'coverage';
  return statement && 'statements';
}

function wrongKind(expectation: Expectation, { path, report }: PlacedReport): Verdict | undefined {
  const wanted = subjectOf(expectation);
  if (wanted === undefined || wanted === report.about) return undefined;
  const message = say(
    '{0} holds {1}, and what is expected of it can only be said of {2}. Lead to the other report, or expect something else.',
    path,
    say(REPORT_NAMES[report.about]),
    say(REPORT_NAMES[wanted]),
  );
  return broken('malformed', message, { targets: [lineOf(path, 1)] });
}

async function compare(
  { findings, tests, coverage, statement }: Expectation,
  reports: readonly PlacedReport[],
  { subject }: JudgeContext,
): Promise<Outcome> {
  if (findings) return expectFindings(findings, reportsAbout('findings', reports));
  if (tests) return expectTests(tests, reportsAbout('tests', reports));
  if (coverage) return expectCoverage(coverage, reportsAbout('coverage', reports));
  if (!statement) return outcome({});
  const digests = await Promise.all(
    statement.files.map(async (file) => {
      const value = await subject.reports.digest('sha256', file);
      return [file, value === undefined ? undefined : new Map([['sha256', value]])] as const;
    }),
  );
  const facts = { head: subject.facts.head, digests: new Map(digests) };
  return expectStatement(statement, reportsAbout('statements', reports), facts);
}

function reportsAbout<K extends ReportSubject>(
  about: K,
  reports: readonly PlacedReport[],
): Placed<Extract<Report, { about: K }>>[] {
  return reports.flatMap(({ path, report }) =>
    report.about === about ? [{ path, report: report as Extract<Report, { about: K }> }] : [],
  );
}

/** What is worst decides: a test that failed, then anything else, then age. */
const WORST_FIRST: readonly Unmet['reason'][] = ['test-failed', 'expectation', 'too-old'];

function conclude(
  { locator }: EvidenceLink,
  reports: readonly PlacedReport[],
  { unmet, said: numbers, unsure, notes }: Outcome,
  now: Date,
): Verdict {
  const more = notes.length > 0 ? ` ${notes.join(' ')}` : '';
  const worst = WORST_FIRST.flatMap((reason) => unmet.find((one) => one.reason === reason) ?? [])[0];
  if (worst) {
    const what = unmet.map(({ message }) => message).join('; ');
    const said = say('{0} is not as expected: {1}.', locator, what);
    const message = `${said} ${adviceOn(worst, reports)}${more}`;
    const path = worst.path ?? reports[0]!.path;
    const { lines } = reports.find((one) => one.path === path)!;
    const target = worst.line === undefined ? wholeOf(path, lines) : lineOf(path, worst.line);
    return verdict('failing', worst.reason, message, { targets: [target] });
  }
  const targets = reports.map(({ path, lines }) => wholeOf(path, lines));
  if (unsure.length > 0) {
    const what = unsure.join('; ');
    const end = /[.?]$/.test(what) ? '' : '.';
    const message = say('Of {0} it cannot be told {1}', locator, what + end) + more;
    return verdict('unknown', 'unsupported', message, { targets });
  }
  const dates = reports.flatMap(({ report }) => (report.at === undefined ? [] : [sayDate(report.at, now)]));
  const list = [...numbers, ...(dates.length > 0 ? [listNames(dates)] : [])].join(', ');
  const message = say('{0} is as expected: {1}.', locator, list) + more;
  return verdict('current', 'as-expected', message, { targets });
}

function adviceOn({ reason, advice }: Unmet, reports: readonly PlacedReport[]): string {
  if (advice !== undefined) return advice;
  if (reason === 'too-old') return say('Make it anew.');
  switch (reports[0]!.report.about) {
    case 'findings':
      return say('Mend what was found and run the tool again, or reconsider the claim.');
    case 'tests':
      return reason === 'test-failed'
        ? say('Mend the code or the test and run the tests again, or reconsider the claim.')
        : say('Have these tests run, or name the ones that the claim rests on.');
    case 'coverage':
      return say('Have more of it tested and measure again, or reconsider the claim.');
    case 'statements':
      return say('Have the statement made anew, about what is there now.');
  }
}

function wholeOf(path: string, lines: number): Target {
  return { path, startLine: 1, endLine: Math.max(1, lines), whole: true };
}

function lineOf(path: string, line: number): Target {
  return { path, startLine: line, endLine: line, whole: false };
}
