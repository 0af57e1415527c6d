import { globMatcher, globProblem, isGlob } from '../../../evidence/glob.ts';
import { type Message, message, say, sayCount } from '../../../l10n/say.ts';
import type { CoverageReport, FileCoverage, Reached } from '../../../evidence/reports/report.ts';
import type { CoverageExpectation, CoverageMeasure } from '../../../model/expectation.ts';
import { sayPercent } from '../../say-decimal.ts';
import { type Outcome, type Placed, type Unmet, outcome } from './outcome.ts';

interface PlacedFile {
  readonly path: string;
  readonly file: FileCoverage;
}

/** Compares how much of the code tests reach with how much a claim asks for. */
export function expectCoverage(
  { min, of }: CoverageExpectation,
  reports: readonly Placed<CoverageReport>[],
): Outcome {
  const all = reports.flatMap(({ path, report }) => report.files.map((file) => ({ path, file })));
  const problem = of === undefined ? undefined : globProblem(of);
  if (problem !== undefined) return outcome({ unsure: [say('what `of` means: {0}', problem)] });
  const files = of === undefined ? all : filesFitting(all, of);
  if (files.length === 0) {
    const message = of === undefined ? say('it covers no file') : say('it covers no file that fits {0}', of);
    return outcome({ unmet: [{ reason: 'expectation', message }] });
  }
  const unmet: Unmet[] = [];
  const said: string[] = [];
  for (const [measure, least] of min) {
    const sum = sumOf(files.map(({ file }) => file.measures[measure]));
    if (sum.found === 0) {
      unmet.push({ reason: 'expectation', message: say(NOTHING_OF[measure]) });
      continue;
    }
    const number = say(REACHED[measure], percent(sum), sum.hit, sum.found, sayPercent(least));
    said.push(number);
    if (sum.hit * 100 >= least * sum.found) continue;
    const worst = worstOf(files, measure);
    const there = percent(worst.file.measures[measure]);
    const message = say('{0}; the most is missing in {1}, {2}', number, worst.file.path, there);
    unmet.push({ reason: 'expectation', message, path: worst.path, line: worst.file.line });
  }
  return outcome({ unmet, said: [...said, sayFiles(files.length, of)] });
}

const NOTHING_OF: Readonly<Record<CoverageMeasure, Message>> = {
  lines: message('it says nothing of lines, which is not 100%'),
  branches: message('it says nothing of branches, which is not 100%: have branches measured, too'),
  functions: message('it says nothing of functions, which is not 100%: have functions measured, too'),
};

const REACHED: Readonly<Record<CoverageMeasure, Message>> = {
  lines: message('{0} of lines ({1} of {2}; at least: {3})'),
  branches: message('{0} of branches ({1} of {2}; at least: {3})'),
  functions: message('{0} of functions ({1} of {2}; at least: {3})'),
};

function sayFiles(number: number, of: string | undefined): string {
  return of === undefined
    ? sayCount(number, '1 file', '{0} files')
    : sayCount(number, '1 file of {1}', '{0} files of {1}', of);
}

/** Files by their path in the repository, or else by the end of the path that they had where they were measured. */
function filesFitting(files: readonly PlacedFile[], of: string): PlacedFile[] {
  const wanted = of.replace(/^\.\//, '');
  const base = wanted.replace(/\/+$/, '');
  const pattern = wanted.endsWith('/') ? `${base}/**` : wanted;
  const matchers = isGlob(pattern)
    ? [globMatcher(pattern), globMatcher(`**/${pattern}`)]
    : [
        (path: string) => path === base || path.startsWith(`${base}/`),
        (path: string) => path.endsWith(`/${base}`) || path.includes(`/${base}/`),
      ];
  for (const matches of matchers) {
    const fitting = files.filter(({ file }) => placesOf(file).some(matches));
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function placesOf({ path, sources }: FileCoverage): string[] {
  const isAbsolute = /^(?:\/|[A-Za-z]:)/.test(path);
  const joined = isAbsolute ? [] : sources.map((source) => `${source.replace(/\/+$/, '')}/${path}`);
  return [path, ...joined].map((place) => place.replace(/^\/+/, ''));
}

function sumOf(all: readonly Reached[]): Reached {
  return all.reduce((sum, { found, hit }) => ({ found: sum.found + found, hit: sum.hit + hit }), {
    found: 0,
    hit: 0,
  });
}

/** Rounded down, so that what is not enough never looks as if it were. */
function percent({ found, hit }: Reached): string {
  return sayPercent(found === 0 ? 0 : Math.floor((hit * 1000) / found) / 10);
}

function worstOf(files: readonly PlacedFile[], measure: CoverageMeasure): PlacedFile {
  const missing = ({ file }: PlacedFile): number => file.measures[measure].found - file.measures[measure].hit;
  return files.reduce((worst, one) => (missing(one) > missing(worst) ? one : worst));
}
