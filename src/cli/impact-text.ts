import pc from 'picocolors';
import { fileOf } from '../model/file-of.ts';
import { count, listNames } from '../model/phrases.ts';
import { EVIDENCE_STATES, worstState } from '../model/state.ts';
import type { NodeRef } from '../model/graph.ts';
import { summarize } from '../project/judging/explain.ts';
import type { Impact, LinkImpact, NodeImpact } from '../project/impact/impact.ts';
import { linksOf, sayBase, sayDifference } from '../project/impact/say-impact.ts';
import { MARKS, type Paint, painted } from './paint.ts';
import { type Report, shown } from './report.ts';

/** How many of the nodes above are named. */
const MOST_ABOVE = 6;

/** Each claim with what it rests on that changed, worst first, and a summary line. */
export function impactText(found: Impact, report: Report, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lines = found.nodes.flatMap((one) => nodeLines(one, report, paint));
  const problems = found.problems.map((problem) => `Not compared: ${problem}`);
  return `${[...lines, ...problems, summary(found, paint)].join('\n')}\n`;
}

function nodeLines({ case: one, node: judged, links, above }: NodeImpact, report: Report, paint: Paint) {
  const { node } = judged;
  const state = worstState(links.map((link) => link.judged.verdict.state));
  const place = `${shown(report, fileOf(one, node))}:${node.idRange.start.line + 1}`;
  const name = node.derived ? '' : `${paint.bold(node.id)} `;
  return [
    `${painted(MARKS[state], state, paint)} ${name}${node.text}  ${paint.dim(place)}`,
    ...links.flatMap((link) => [
      `    ${linkLine(link, report, paint)}`,
      // Where it is now, and what to do.
      ...(link.judged.verdict.state === 'broken' ? [paint.dim(`      ${link.judged.verdict.message}`)] : []),
    ]),
    ...(above.length > 0 ? [paint.dim(`    above it: ${listNames(idsOf(above, report), MOST_ABOVE)}`)] : []),
    '',
  ];
}

function linkLine({ judged: { link, verdict }, difference }: LinkImpact, { now }: Report, paint: Paint) {
  const role = link.role === 'entry-point' ? ' (entry point)' : '';
  const mention = link.cited ? role : ' (mentioned)';
  const why = difference.kind === 'unknown' ? ` (${difference.why})` : '';
  const state = painted(summarize(verdict, now), verdict.state, paint);
  return `${link.locator}${paint.dim(mention)}  ${sayDifference(difference)}${paint.dim(why)}  ${state}`;
}

function idsOf(refs: readonly NodeRef[], { snapshot }: Report): string[] {
  return refs.flatMap(({ caseKey, node }) => {
    const one = snapshot.cases.find(({ key }) => key === caseKey);
    const found = one?.nodes.get(node)?.node;
    return found ? [found.derived ? `“${found.text}”` : found.id] : [];
  });
}

function summary(found: Impact, paint: Paint): string {
  const quiet = found.untouched === 0 ? '' : paint.dim(` ${sayUntouched(found.untouched)}`);
  const cited = found.nodes.filter(({ links }) => links.some(({ judged }) => judged.link.cited));
  if (cited.length === 0) return `No claim rests on what changed since ${sayBase(found)}.${quiet}`;
  const verdicts = linksOf(found).flatMap(({ judged }) => (judged.link.cited ? [judged.verdict] : []));
  const states = EVIDENCE_STATES.flatMap((state) => {
    const number = verdicts.filter((verdict) => verdict.state === state).length;
    return number > 0 ? [painted(`${number} ${state}`, state, paint)] : [];
  });
  const above = inheriting(found).size;
  const inherit = above === 0 ? '' : ` ${above} above ${above === 1 ? 'inherits' : 'inherit'} that.`;
  const rest = cited.length === 1 ? 'rests' : 'rest';
  const what = cited.every(({ node }) => node.node.kind === 'claim') ? 'claim' : 'node';
  return `${count(cited.length, what)} ${rest} on what changed since ${sayBase(found)}: ${count(verdicts.length, 'link')}, ${states.join(', ')}.${inherit}${quiet}`;
}

function sayUntouched(number: number): string {
  return number === 1
    ? 'One more link leads into a file that changed, and what it names did not.'
    : `${number} more links lead into files that changed, and what they name did not.`;
}

/** The nodes that stand above those that rest on a change, without resting on one directly. */
export function inheriting({ nodes }: Impact): ReadonlySet<string> {
  const direct = new Set(nodes.map(({ case: one, node }) => `${one.key}\0${node.node.key}`));
  const above = nodes.flatMap((one) => one.above.map(({ caseKey, node }) => `${caseKey}\0${node}`));
  return new Set(above.filter((key) => !direct.has(key)));
}
