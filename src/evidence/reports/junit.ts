import { type ReportRead, type TestResult, inShort, oldest, readTime } from './report.ts';
import { type XmlTag, numberOf, scanXml } from './xml.ts';

interface OpenTest {
  readonly tag: XmlTag;
  outcome: TestResult['outcome'];
  message: string;
  readonly told: Set<'failure' | 'error'>;
}

/** How much of a long text is looked at for a message. */
const LONGEST_TEXT = 500;

/** Reads JUnit XML, as pytest, Jest, Surefire, Gradle, go-junit-report and many others write it. @throws MalformedReport */
export function readJUnit(text: string): ReportRead {
  const listener = new JUnitListener();
  scanXml(text, listener);
  return { kind: 'report', report: listener.report() };
}

/** Collects tests. A test that has a failure and an error (in its teardown) counts as an error. */
class JUnitListener {
  private readonly tests: TestResult[] = [];
  private readonly suites: string[] = [];
  private readonly times: string[] = [];
  /** The sums that suites give. */
  private readonly said = { failures: 0, errors: 0 };
  /** How many tests say so of themselves; a test may say both. */
  private readonly told = { failure: 0, error: 0 };
  private open: OpenTest | undefined;
  /** What is open below a test that says how it ended. */
  private telling: string | undefined;

  opened(tag: XmlTag): void {
    const { name, attributes } = tag;
    if (name === 'testsuites' || name === 'testsuite') this.openSuite(tag);
    else if (name === 'testcase') {
      const outcome = outcomeOf(attributes);
      const told = new Set(outcome === 'failure' || outcome === 'error' ? [outcome] : []);
      this.open = { tag, outcome, message: attributes['message'] ?? '', told };
    } else if (this.open) this.tell(this.open, name, attributes);
  }

  text(data: string): void {
    if (this.open && this.telling !== undefined && this.open.message.length < LONGEST_TEXT) {
      this.open.message += data.slice(0, LONGEST_TEXT);
    }
  }

  closed(name: string): void {
    if (name === this.telling) this.telling = undefined;
    if (name === 'testsuites' || name === 'testsuite') this.suites.pop();
    if (name !== 'testcase' || !this.open) return;
    const { tag, outcome, message } = this.open;
    const className = tag.attributes['classname'] ?? tag.attributes['class'];
    const said = outcome === 'passed' ? '' : inShort(message);
    for (const end of this.open.told) this.told[end]++;
    this.tests.push({
      name: tag.attributes['name'] ?? '',
      ...(className ? { className } : {}),
      suites: this.suites.filter((suite) => suite !== ''),
      outcome,
      ...(said !== '' && { message: said }),
      line: tag.line,
    });
    this.open = undefined;
  }

  report(): Extract<ReportRead, { kind: 'report' }>['report'] {
    const at = oldest(this.times);
    return {
      about: 'tests',
      format: 'JUnit',
      tests: this.tests,
      unlisted: {
        failures: Math.max(0, this.said.failures - this.told.failure),
        errors: Math.max(0, this.said.errors - this.told.error),
      },
      ...(at !== undefined && { at }),
    };
  }

  private openSuite({ name, attributes }: XmlTag): void {
    const isOutermost = this.suites.length === 0 || (this.suites.length === 1 && this.suites[0] === '');
    // Some tools give the sums at the root, some at the suites below it, some at both.
    if (isOutermost && name === 'testsuite') {
      this.said.failures += numberOf(attributes['failures']) ?? 0;
      this.said.errors += numberOf(attributes['errors']) ?? 0;
    }
    const time = readTime(attributes['timestamp']);
    if (time !== undefined) this.times.push(time);
    this.suites.push(name === 'testsuites' ? '' : (attributes['name'] ?? ''));
  }

  private tell(test: OpenTest, name: string, attributes: Readonly<Record<string, string>>): void {
    const outcome = OUTCOMES.get(name);
    if (outcome === undefined) return;
    if (outcome === 'failure' || outcome === 'error') test.told.add(outcome);
    if (RANK.indexOf(outcome) <= RANK.indexOf(test.outcome)) return;
    test.outcome = outcome;
    test.message = attributes['message'] ?? attributes['type'] ?? '';
    if (attributes['message'] === undefined) this.telling = name;
  }
}

const RANK: readonly TestResult['outcome'][] = ['passed', 'skipped', 'failure', 'error'];

const OUTCOMES: ReadonlyMap<string, TestResult['outcome']> = new Map([
  ['failure', 'failure'],
  ['error', 'error'],
  ['skipped', 'skipped'],
]);

/** Some tools say it at the test itself, and nothing below it. */
function outcomeOf({ status, result }: Readonly<Record<string, string>>): TestResult['outcome'] {
  const words = [status, result].map((word) => word?.toLowerCase() ?? '');
  if (words.some((word) => /^(?:notrun|not_run|skipped|disabled|suppressed|ignored|pending)$/.test(word)))
    return 'skipped';
  if (words.some((word) => /^(?:failed|failure|fail)$/.test(word))) return 'failure';
  return words.some((word) => /^(?:error|errored|aborted)$/.test(word)) ? 'error' : 'passed';
}
