import pc from 'picocolors';
import { fileOf } from '../model/file-of.ts';
import { count } from '../model/phrases.ts';
import {
  type RequirementCoverage,
  type Satisfier,
  type StandardCoverage,
  coverageCounts,
} from '../project/coverage.ts';
import type { Coverage } from './coverage.ts';
import { type CoverageStyle, nodeLine } from './coverage-style.ts';
import { MARKS, painted } from './paint.ts';
import { type Report, shown as shownPath } from './report.ts';
import { threatLines } from './threats-text.ts';

/** What is counted, and of that what is shown. */
export interface CoverageShown {
  readonly all: Coverage;
  readonly shown: Coverage;
}

/** The result for people: each standard with its requirements and the claims below them, then assets, threats and residual risks. */
export function coverageText({ all, shown }: CoverageShown, report: Report, colour: boolean): string {
  const several = report.snapshot.cases.length > 1;
  const style: CoverageStyle = {
    paint: pc.createColors(colour),
    nameOf: (one) => (several ? `${one.case.case.id}/${one.node.id}` : one.node.id),
    placeOf: (one) => `${shownPath(report, fileOf(one.case, one.node))}:${one.node.idRange.start.line + 1}`,
  };
  const lines = [
    ...shown.standards.flatMap((one, i) => [...standardLines(one, all.standards[i]!, style), '']),
    ...unknownLines(shown.unknown, style),
    ...threatLines(all.threatModel, shown.threatModel, style),
  ];
  if (lines.length === 0) lines.push(...nothing(report), '');
  return `${lines.join('\n').trimEnd()}\n`;
}

function standardLines(one: StandardCoverage, all: StandardCoverage, style: CoverageStyle): string[] {
  const { paint } = style;
  const { id, title, version } = one.standard;
  const { requirements, covered, current } = coverageCounts(all);
  const numbers = `${covered} of ${requirements} covered, ${current} ${current === 1 ? 'holds' : 'hold'}`;
  const head = `${paint.bold(id)}  ${title}${version === undefined ? '' : ` ${version}`}`;
  const lines = [`${head}  ${paint.dim(numbers)}`];
  if (one.requirements.length === 0) return [...lines, `  ${paint.green('No gaps.')}`];
  const width = Math.max(
    ...one.requirements.map(({ requirement, depth }) => requirement.id.length + 2 * depth),
  );
  return [...lines, ...one.requirements.flatMap((each) => requirementLines(each, width, style))];
}

function requirementLines(one: RequirementCoverage, width: number, style: CoverageStyle): string[] {
  const { paint } = style;
  const { requirement, depth, state, isChapter, satisfiedBy, inPart } = one;
  const indent = ' '.repeat(2 * depth);
  const id = paint.bold(requirement.id.padEnd(width - 2 * depth));
  const mark = state ? painted(MARKS[state], state, paint) : isChapter ? ' ' : paint.red('–');
  const note = inPart ? paint.yellow('  in part') : state || isChapter ? '' : paint.red('  not covered');
  const inner = ' '.repeat(4 + width + 2);
  return [
    `  ${indent}${mark} ${id}  ${requirement.title}${note}`,
    ...satisfiedBy.map((by) => `${inner}${nodeLine(by, style)}${partOf(by, one, style)}`),
  ];
}

/** Which part of a chapter a claim is about, where the standard's file does not list that. */
function partOf({ requirement }: Satisfier, one: RequirementCoverage, { paint }: CoverageStyle): string {
  const part = requirement.slice(requirement.indexOf(':') + 1).trim();
  return part === one.requirement.id ? '' : paint.dim(`  (${part})`);
}

function unknownLines(unknown: readonly Satisfier[], style: CoverageStyle): string[] {
  if (unknown.length === 0) return [];
  const { paint, nameOf, placeOf } = style;
  return [
    `${paint.bold('Not known')}  ${paint.dim(count(unknown.length, 'requirement'))}`,
    ...unknown.map((one) => `  ${one.requirement}  ${nameOf(one)}  ${paint.dim(placeOf(one))}`),
    '',
  ];
}

function nothing({ root, snapshot }: Report): string[] {
  if (snapshot.cases.length === 0) return [`No case was found in ${root}.`];
  const known = snapshot.standards.map(({ id }) => id).join(', ');
  return [
    'No claim says that it satisfies a requirement, and no case has assets or threats.',
    `Write \`satisfies: [OWASP-2025:A01]\` in a claim, or name a standard: warrant coverage OWASP-2025. Known are ${known}.`,
  ];
}
