import { fileOf } from '../model/file-of.ts';
import type { Finding } from '../model/finding.ts';
import type { NodeRef } from '../model/graph.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import { comparePositions } from '../model/text.ts';
import { summarize } from '../project/judging/explain.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { MARKS, NOT_JUDGED, type Paint, painted } from './paint.ts';
import { type Report, shown } from './report.ts';

/** What a tree shows besides names, texts and states. */
export interface TreeStyle {
  readonly paint: Paint;
  /** Either why links no longer hold, in full, or what each node stands on, in numbers. */
  readonly shows: 'reasons' | 'counts';
  /** How many levels of nodes are shown; all by default. */
  readonly depth?: number;
}

/** One case as a tree: a line for its title, then one for each node and link. A node that hangs in several places is spelled out at the first. */
export function caseLines(one: JudgedCase, report: Report, style: TreeStyle): string[] {
  const { paint } = style;
  const place = `${shown(report, one.file)}:${one.case.titleRange.start.line + 1}`;
  const unread = one.unread ? `  ${paint.red('part of its file cannot be read')}` : '';
  const title = `${paint.bold(one.case.title)}  ${painted(one.state, one.state, paint)}${unread}  ${paint.dim(place)}`;
  const roots = one.roots.map((node) => ({ caseKey: one.key, node }));
  return [title, ...nodesLines(roots, one, report, style)];
}

/** Nodes of a case, each with all that hangs below it. */
export function nodesLines(
  starts: readonly NodeRef[],
  one: JudgedCase,
  report: Report,
  style: TreeStyle,
): string[] {
  const lines: string[] = [];
  const printed = new Set<string>();
  const cases = new Map(report.snapshot.cases.map((other) => [other.key, other]));
  const walk = (ref: NodeRef, indent: string, last: boolean, level: number): void => {
    const home = cases.get(ref.caseKey);
    const judged = home?.nodes.get(ref.node);
    if (!home || !judged) return;
    const name = `${ref.caseKey}\0${ref.node}`;
    const again = printed.has(name);
    printed.add(name);
    const only = judged.children.length === 0 ? onlyLink(judged, home) : undefined;
    const children = again || home !== one || only ? [] : below(judged, home);
    if (only) {
      lines.push(...linkLines(only, judged, indent, last, report, style));
      return;
    }
    const hidden = style.depth !== undefined && level >= style.depth ? children.length : 0;
    const notes = [
      home === one ? '' : ` (in ${home.case.id})`,
      again ? ' (see above)' : '',
      hidden > 0 ? ` (+${hidden} below)` : '',
    ].join('');
    lines.push(branch(indent, last) + nodeLine(judged, style) + style.paint.dim(notes));
    if (hidden > 0) return;
    children.forEach((child, i) => {
      const deeper = indent + (last ? '   ' : '│  ');
      const isLast = i === children.length - 1;
      if ('verdict' in child) lines.push(...linkLines(child, undefined, deeper, isLast, report, style));
      else walk(child, deeper, isLast, level + 1);
    });
  };
  starts.forEach((start, i) => walk(start, '', i === starts.length - 1, 1));
  return lines;
}

/** Evidence that is a single link and nothing else shares one line with it. */
function onlyLink({ node, links }: JudgedNode, home: JudgedCase): JudgedLink | undefined {
  return node.kind === 'evidence' && links.length === 1 ? home.links.get(links[0]!) : undefined;
}

function branch(indent: string, last: boolean): string {
  return `${indent}${last ? '└─ ' : '├─ '}`;
}

/** Nodes and links below a node, in the order of the document; those of other files and cases behind. */
function below(judged: JudgedNode, one: JudgedCase): (NodeRef | JudgedLink)[] {
  const file = fileOf(one, judged.node);
  const isBeside = ({ caseKey, node }: NodeRef): boolean =>
    caseKey === one.key && fileOf(one, one.nodes.get(node)!.node) === file;
  const own = judged.children.filter(isBeside);
  const foreign = judged.children.filter((child) => !isBeside(child));
  const links = judged.links.flatMap((key) => one.links.get(key) ?? []);
  const start = (item: NodeRef | JudgedLink) =>
    'verdict' in item ? item.link.range.start : one.nodes.get(item.node)!.node.idRange.start;
  return [...[...own, ...links].sort((a, b) => comparePositions(start(a), start(b))), ...foreign];
}

function nodeLine(judged: JudgedNode, { paint, shows }: TreeStyle): string {
  const { node, state } = judged;
  const name = node.derived ? '' : `${paint.bold(node.id)} `;
  const counts = shows === 'counts' ? countsInWords(judged) : share(judged);
  const ofArgument = state === 'challenged' || state === 'undeveloped';
  const word = judged.leftOpen
    ? paint.dim('  undeveloped on purpose')
    : ofArgument || (shows === 'counts' && state !== 'current')
      ? painted(`  ${state}`, state, paint)
      : '';
  const mark = isTakenAsGiven(node, judged) ? paint.dim(NOT_JUDGED) : painted(MARKS[state], state, paint);
  return `${mark} ${name}${node.text}${paint.dim(counts)}${word}`;
}

function share({ counts }: JudgedNode): string {
  return counts.evidence > 0 ? `  ${counts.current}/${counts.evidence}` : '';
}

function countsInWords({ counts }: JudgedNode): string {
  const parts = [
    ...(counts.evidence > 0 ? [`${counts.current}/${counts.evidence} evidence current`] : []),
    ...(counts.defeaters > 0 ? [`${counts.answered}/${counts.defeaters} defeaters answered`] : []),
  ];
  return parts.length > 0 ? `  ${parts.join(', ')}` : '';
}

function linkLines(
  judged: JudgedLink,
  node: JudgedNode | undefined,
  indent: string,
  last: boolean,
  report: Report,
  { paint, shows }: TreeStyle,
): string[] {
  const { link, verdict } = judged;
  const id = node && !node.node.derived ? `${paint.bold(node.node.id)} ` : '';
  const words =
    verdict.reason === 'unchanged' && !verdict.review
      ? ''
      : painted(`  ${summarize(verdict, report.now)}`, verdict.state, paint);
  const role = link.role === 'entry-point' ? paint.dim(' (entry point)') : '';
  const mention = link.cited ? role : paint.dim(' (mentioned)');
  const line = `${branch(indent, last)}${painted(MARKS[verdict.state], verdict.state, paint)} ${id}${link.locator}${mention}${words}`;
  if (shows === 'counts' || !needsWords(judged, report)) return [line];
  const deeper = `${indent}${last ? '   ' : '│  '}  `;
  const { message, missingReview } = verdict;
  return [
    line,
    ...[message, ...(missingReview === undefined ? [] : [missingReview])].map(
      (text) => `${deeper}${paint.dim(text)}`,
    ),
  ];
}

/** Whether what the line says of a link is not all there is to know. */
function needsWords({ link, verdict }: JudgedLink, { snapshot }: Report): boolean {
  const { state, reason, message } = verdict;
  if (state === 'unknown') {
    const isSaidOfAll = ({ rule, message: all }: Finding) =>
      rule === 'history-unknown' && all.endsWith(message);
    return (
      link.cited && reason !== 'external' && reason !== 'shallow' && !snapshot.findings.some(isSaidOfAll)
    );
  }
  return NEEDS_WORDS.has(state) || reason === 'as-expected' || reason.startsWith('review-');
}

const NEEDS_WORDS: ReadonlySet<string> = new Set(['broken', 'failing', 'stale']);
