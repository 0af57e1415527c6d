import type { AcceptanceProblem } from '../model/acceptance.ts';
import { sayDateOnly } from '../model/phrases.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import type { AssetCoverage, ThreatCoverage, ThreatModel } from '../project/threat-coverage.ts';
import { type CoverageStyle, nodeLine } from './coverage-style.ts';
import { MARKS, painted } from './paint.ts';

/** Assets with their threats, threats and accepted risks with what answers them; a section each. */
export function threatLines(all: ThreatModel, shown: ThreatModel, style: CoverageStyle): string[] {
  return [
    ...section('Assets', 'safe', all.assets, shown.assets, assetLines, style),
    ...section('Threats', 'answered', all.threats, shown.threats, riskLines, style),
    ...section('Residual risks', 'answered', all.residualRisks, shown.residualRisks, riskLines, style),
  ];
}

function section<T extends { readonly state: string }>(
  title: string,
  good: string,
  all: readonly T[],
  shown: readonly T[],
  linesOf: (one: T, style: CoverageStyle) => string[],
  style: CoverageStyle,
): string[] {
  if (all.length === 0) return [];
  const { paint } = style;
  const current = all.filter(({ state }) => state === 'current').length;
  const head = `${paint.bold(title)}  ${paint.dim(`${current} of ${all.length} ${good}`)}`;
  const lines = shown.length === 0 ? [`  ${paint.green('No gaps.')}`] : [];
  return [head, ...lines, ...shown.flatMap((one) => linesOf(one, style)), ''];
}

function assetLines(one: AssetCoverage, style: CoverageStyle): string[] {
  const names = one.threats.map((threat) => {
    const mark = painted(MARKS[threat.state], threat.state, style.paint);
    return `${mark} ${style.nameOf(threat)}`;
  });
  const against = names.length > 0 ? names.join('  ') : style.paint.dim('no threat is written against it');
  return [`  ${nodeLine(one, style)}`, `      ${against}`];
}

function riskLines(one: ThreatCoverage, style: CoverageStyle): string[] {
  const answers = [
    ...one.answers.map((by) => nodeLine(by, style)),
    ...one.evidence.map((each) => linkLine(each, style) + stateOf(each, style)),
    ...accepted(one, style),
  ];
  if (answers.length === 0) answers.push(style.paint.red('nothing answers it'));
  return [
    `  ${nodeLine(one, style)}`,
    ...[...facts(one, style), ...entryPoints(one, style), ...answers].map((line) => `      ${line}`),
  ];
}

/** What is known of a threat besides its answers, dimmed. */
function facts({ node, entryPoints: links }: ThreatCoverage, { paint }: CoverageStyle): string[] {
  const valuesOf = (name: string): string[] =>
    node.fields.filter((field) => field.name === name).map(({ value }) => value);
  const likelihood = valuesOf('likelihood').map((value) => `likelihood ${value}`);
  const impact = valuesOf('impact').map((value) => `impact ${value}`);
  const places = links.filter(({ verdict }) => verdict.state === 'current').map(({ link }) => link.locator);
  const ways = [...valuesOf('entryPoints'), ...places];
  const entry = ways.length > 0 ? [`by ${ways.join(', ')}`] : [];
  return [[...likelihood, ...impact].join(' · '), ...entry].filter(Boolean).map((line) => paint.dim(line));
}

/** Places in the code where a threat comes in and that are not what they were: the threat has to be thought over. */
function entryPoints(one: ThreatCoverage, style: CoverageStyle): string[] {
  return one.entryPoints
    .filter(({ verdict }) => verdict.state !== 'current')
    .map((each) => `${linkLine(each, style)}${style.paint.dim(' (entry point)')}${stateOf(each, style)}`);
}

function accepted({ node, acceptanceProblems }: ThreatCoverage, { paint }: CoverageStyle): string[] {
  if (!node.accepted || !acceptanceProblems) return [];
  const { by, until } = node.accepted;
  if (acceptanceProblems.length === 0) {
    return [`${paint.green('✓')} accepted by ${by} until ${sayDateOnly(until!)}`];
  }
  return [
    paint.yellow(`⚔ accepted, but ${acceptanceProblems.map((problem) => PROBLEMS[problem]).join(', ')}`),
  ];
}

const PROBLEMS: Readonly<Record<AcceptanceProblem, string>> = {
  'no-person': 'by nobody',
  'no-reason': 'without a reason',
  'no-date': 'without an end',
  'not-a-date': 'until what is no date',
  past: 'only until a day that is over',
};

function linkLine({ link, verdict: { state } }: JudgedLink, { paint }: CoverageStyle): string {
  return `${painted(MARKS[state], state, paint)} ${link.locator}`;
}

function stateOf({ verdict: { state } }: JudgedLink, { paint }: CoverageStyle): string {
  return state === 'current' ? '' : painted(`  ${state}`, state, paint);
}
