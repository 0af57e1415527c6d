import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import { count } from '../model/phrases.ts';
import { caseLines } from './case-tree.ts';
import { type Paint, painted } from './paint.ts';
import { type Report, shown, totals } from './report.ts';

/** The result for people: each case as a tree with its states, why and what to do at each link, other findings, and a summary line. */
export function reportText(report: Report, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lines = report.snapshot.cases.flatMap((one) => [
    ...caseLines(one, report, { paint, shows: 'reasons' }),
    '',
  ]);
  lines.push(...otherFindings(report, paint));
  if (report.snapshot.cases.length === 0) lines.push(...nothingFound(report));
  return `${[...lines, summary(report, paint)].join('\n')}\n`;
}

/** Findings that no line of the tree has said yet. */
function otherFindings(report: Report, paint: Paint): string[] {
  const others = report.snapshot.findings.filter(
    ({ rule, severity }) =>
      severity !== 'hint' && !rule.startsWith('evidence-') && !(IN_TREE.has(rule) && severity !== 'error'),
  );
  if (others.length === 0) return [];
  return [...others.map((finding) => findingLine(finding, report, paint)), ''];
}

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

function nothingFound({ root, snapshot }: Report): string[] {
  if (snapshot.claimFiles.length > 0) return [];
  return [
    `No case was found in ${root}.`,
    'Warrant reads *.case.yaml, *.case.md, assurance-case*.md, *.gsn.yaml, *.ltac, .dotstop.dot and *.drawio, also as SVG and PNG.',
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
  return `${count(cases, 'case')}, ${count(claims, 'claim')}, ${links}. ${verdict}`;
}
