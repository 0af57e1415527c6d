import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import { count, listNames } from '../model/phrases.ts';
import { caseLines } from './case-tree.ts';
import { type Paint, painted } from './paint.ts';
import { type Report, entryPoints, shown, totals } from './report.ts';

/** The result for people: each case as a tree with its states, why and what to do at each link, other findings, and a summary line. */
export function reportText(report: Report, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lines = report.snapshot.cases.flatMap((one) => [
    ...caseLines(one, report, { paint, shows: 'reasons' }),
    '',
  ]);
  const others = otherFindings(report, paint);
  lines.push(...others);
  if (report.snapshot.cases.length === 0) lines.push(...nothingFound(report, others.length > 0));
  return `${[...lines, summary(report, paint)].join('\n')}\n`;
}

/** Findings that no line of the tree has said yet. */
function otherFindings(report: Report, paint: Paint): string[] {
  const others = report.snapshot.findings.filter(
    ({ rule, severity }) =>
      severity !== 'hint' && !rule.startsWith('evidence-') && !(IN_TREE.has(rule) && severity !== 'error'),
  );
  if (others.length === 0) return [];
  const counts = new Map<string, number>();
  const lines = others.flatMap((finding) => {
    const number = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, number);
    return finding.severity !== 'error' && number > MOST_ALIKE ? [] : [findingLine(finding, report, paint)];
  });
  const left = others.length - lines.length;
  const more =
    left > 0 ? [paint.dim(`${count(left, 'finding')} more of these rules: --format json lists all.`)] : [];
  return [...lines, ...more, ''];
}

/** How many findings of one rule are printed, errors apart: a file in another schema has one for every line. */
const MOST_ALIKE = 20;

/** Said by a word behind the node: challenged, undeveloped. */
const IN_TREE: ReadonlySet<string> = new Set(['unanswered-defeater', 'undeveloped']);

function findingLine(
  { file, range, severity, message, rule }: Finding,
  report: Report,
  paint: Paint,
): string {
  const place = `${shown(report, file)}:${range.start.line + 1}:${range.start.character + 1}`;
  const word =
    severity === 'error'
      ? paint.red(severity)
      : severity === 'warning'
        ? paint.yellow(severity)
        : paint.dim(severity);
  return `${place}  ${word}  ${message} ${paint.dim(`[${rule}]`)}`;
}

/** @param isSaid findings above say what became of the files */
function nothingFound(report: Report, isSaid: boolean): string[] {
  const { claimFiles } = report.snapshot;
  if (claimFiles.length > 0) {
    const files = claimFiles.map((file) => shown(report, file));
    return isSaid
      ? []
      : [`No case was found: nothing in ${listNames(files, 5)} is a node of an argument.`, ''];
  }
  return [
    `No case was found in ${listNames(report.folders, 5)}.`,
    'Warrant reads *.case.yaml, *.case.md, assurance-case*.md, safety-case*.md, security-case*.md, *.gsn.yaml, *.ltac, .dotstop.dot and *.drawio, also as SVG and PNG.',
    'Name any other file: warrant check FILE.',
    '',
  ];
}

function summary(report: Report, paint: Paint): string {
  const { cases, claims, evidence, ...states } = totals(report.snapshot);
  const parts = (['broken', 'failing', 'stale', 'unreviewed', 'unknown', 'current'] as const)
    .filter((state) => states[state] > 0)
    .map((state) => painted(`${states[state]} ${state}`, state, paint));
  const errors = report.snapshot.findings.filter(({ severity }) => severity === 'error').length;
  const verdict = errors > 0 ? paint.red(`${count(errors, 'error')}.`) : paint.green('No errors.');
  const links = `${count(evidence, 'link')} to evidence${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
  const entries = entryPoints(report.snapshot);
  const watched =
    entries.all === 0 ? '' : ` ${count(entries.all, 'entry point')} of threats: ${entries.current} current.`;
  return `${count(cases, 'case')}, ${count(claims, 'claim')}, ${links}.${watched} ${verdict}`;
}
