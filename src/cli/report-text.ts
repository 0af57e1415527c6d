import pc from 'picocolors';
import type { NodeState } from '../model/state.ts';
import type { Finding } from '../model/finding.ts';
import type { NodeRef } from '../model/graph.ts';
import { count } from '../model/phrases.ts';
import { comparePositions } from '../model/text.ts';
import { summarize } from '../project/explain.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { type Report, shown, totals } from './report.ts';

type Paint = ReturnType<typeof pc.createColors>;

/** A mark for each state, so that colour is never the only sign. */
const MARKS: Readonly<Record<NodeState, string>> = {
  broken: '✗',
  failing: '✗',
  stale: '!',
  challenged: '⚔',
  undeveloped: '○',
  unreviewed: '·',
  unknown: '?',
  current: '✓',
};

/** The result for people: each case as a tree with its states, why and what to do at each link, other findings, and a summary line. */
export function reportText(report: Report, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lines = report.snapshot.cases.flatMap((one) => caseLines(one, report, paint));
  lines.push(...otherFindings(report, paint));
  if (report.snapshot.cases.length === 0) lines.push(...nothingFound(report));
  return `${[...lines, summary(report, paint)].join('\n')}\n`;
}

function caseLines(one: JudgedCase, report: Report, paint: Paint): string[] {
  const place = `${shown(report, one.file)}:${one.case.titleRange.start.line + 1}`;
  const lines = [
    `${paint.bold(one.case.title)}  ${painted(one.state, one.state, paint)}  ${paint.dim(place)}`,
  ];
  const printed = new Set<string>();
  const cases = new Map(report.snapshot.cases.map((other) => [other.key, other]));
  const walk = (ref: NodeRef, indent: string, last: boolean): void => {
    const home = cases.get(ref.caseKey);
    const judged = home?.nodes.get(ref.node);
    if (!home || !judged) return;
    const name = `${ref.caseKey}\0${ref.node}`;
    const again = printed.has(name);
    printed.add(name);
    const foreign = home === one ? '' : paint.dim(` (in ${home.case.id})`);
    const only =
      judged.node.kind === 'evidence' && judged.links.length === 1
        ? home.links.get(judged.links[0]!)
        : undefined;
    const children = again || home !== one ? [] : below(judged, home, only !== undefined);
    if (only && children.length === 0) {
      lines.push(...linkLines(only, judged, indent, last, report, paint));
      return;
    }
    lines.push(
      branch(indent, last) + nodeLine(judged, paint) + foreign + (again ? paint.dim(' (see above)') : ''),
    );
    children.forEach((child, i) => {
      const deeper = indent + (last ? '   ' : '│  ');
      const isLast = i === children.length - 1;
      if ('verdict' in child) lines.push(...linkLines(child, undefined, deeper, isLast, report, paint));
      else walk(child, deeper, isLast);
    });
  };
  one.roots.forEach((root, i) => walk({ caseKey: one.key, node: root }, '', i === one.roots.length - 1));
  return [...lines, ''];
}

function branch(indent: string, last: boolean): string {
  return `${indent}${last ? '└─ ' : '├─ '}`;
}

/** Nodes and links below a node, in the order of the document; nodes of other cases behind. */
function below(judged: JudgedNode, one: JudgedCase, without: boolean): (NodeRef | JudgedLink)[] {
  const own = judged.children.filter(({ caseKey }) => caseKey === one.key);
  const foreign = judged.children.filter(({ caseKey }) => caseKey !== one.key);
  const links = without ? [] : judged.links.flatMap((key) => one.links.get(key) ?? []);
  const start = (item: NodeRef | JudgedLink) =>
    'verdict' in item ? item.link.range.start : one.nodes.get(item.node)!.node.idRange.start;
  return [...[...own, ...links].sort((a, b) => comparePositions(start(a), start(b))), ...foreign];
}

function nodeLine({ node, state, counts }: JudgedNode, paint: Paint): string {
  const name = node.derived ? '' : `${paint.bold(node.id)} `;
  const ratio = counts.evidence > 0 ? paint.dim(`  ${counts.current}/${counts.evidence}`) : '';
  const word = state === 'challenged' || state === 'undeveloped' ? painted(`  ${state}`, state, paint) : '';
  return `${painted(MARKS[state], state, paint)} ${name}${node.text}${ratio}${word}`;
}

function linkLines(
  judged: JudgedLink,
  node: JudgedNode | undefined,
  indent: string,
  last: boolean,
  report: Report,
  paint: Paint,
): string[] {
  const { link, verdict } = judged;
  const id = node && !node.node.derived ? `${paint.bold(node.node.id)} ` : '';
  const words =
    verdict.reason === 'unchanged'
      ? ''
      : painted(`  ${summarize(verdict, report.now)}`, verdict.state, paint);
  const mention = link.cited ? '' : paint.dim(' (mentioned)');
  const line = `${branch(indent, last)}${painted(MARKS[verdict.state], verdict.state, paint)} ${id}${link.locator}${mention}${words}`;
  if (!NEEDS_WORDS.has(verdict.state)) return [line];
  const deeper = `${indent}${last ? '   ' : '│  '}  `;
  return [line, `${deeper}${paint.dim(verdict.message)}`];
}

/** States whose reason is spelled out under the link. */
const NEEDS_WORDS: ReadonlySet<string> = new Set(['broken', 'failing', 'stale']);

/** Findings that no line of the tree has said yet. */
function otherFindings(report: Report, paint: Paint): string[] {
  const others = report.snapshot.findings.filter(({ rule }) => !rule.startsWith('evidence-'));
  if (others.length === 0) return [];
  return [...others.map((finding) => findingLine(finding, report, paint)), ''];
}

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
    'Warrant reads *.case.yaml, *.case.md and Markdown files called assurance-case…; name any other file: warrant check FILE.',
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

function painted(text: string, state: NodeState, paint: Paint): string {
  switch (state) {
    case 'broken':
    case 'failing':
      return paint.red(text);
    case 'stale':
    case 'challenged':
      return paint.yellow(text);
    case 'undeveloped':
    case 'unreviewed':
    case 'unknown':
      return paint.cyan(text);
    case 'current':
      return paint.green(text);
  }
}
