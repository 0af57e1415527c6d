import pc from 'picocolors';
import { fileOf } from '../model/file-of.ts';
import { listNames } from '../model/phrases.ts';
import { summarize } from '../project/judging/explain.ts';
import type { NarrowTarget } from '../project/narrowing/narrowings.ts';
import { judgeWith, type JudgeOptions } from './judge.ts';
import { type CaseNarrowings, narrowingsIn } from './narrow-cases.ts';
import { narrowJson } from './narrow-json.ts';
import { type Paint, painted } from './paint.ts';
import { type Report, shown } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface NarrowOptions extends JudgeOptions {
  /** Also links whose evidence did not change. */
  readonly all?: boolean;
  /** The id of the only case to look at. */
  readonly case?: string;
  readonly format: 'text' | 'json';
}

/** How many parts are offered where none is named. */
const MOST_OFFERED = 5;

/**
 * `warrant narrow`: proposes, for links to whole files that are stale, the parts of those files that their claims are about. Writes nothing.
 *
 * @throws UsageError for paths and cases that do not exist
 */
export async function narrow(
  paths: readonly string[],
  options: NarrowOptions,
  terminal: Terminal,
): Promise<void> {
  await judgeWith(paths, options, terminal, async (report, project) => {
    const found = await narrowingsIn(report, project, options);
    if (options.format === 'json') return terminal.out(narrowJson(found, report));
    const paint = pc.createColors(terminal.colour);
    const lines = [...found.flatMap((one) => caseLines(one, report, paint)), summary(found, options)];
    terminal.out(`${lines.join('\n')}\n`);
  });
}

function caseLines({ case: one, narrowings }: CaseNarrowings, report: Report, paint: Paint): string[] {
  return narrowings.flatMap(({ link: judged, targets }) => {
    const { link, verdict } = judged;
    const node = one.nodes.get(link.parent)?.node;
    const place = `${shown(report, fileOf(one, link))}:${link.range.start.line + 1}`;
    const state = painted(summarize(verdict, report.now), verdict.state, paint);
    const head = `${place}  ${node && !node.derived ? `${node.id}  ` : ''}${link.locator}  ${state}`;
    return [head, ...proposals(targets, paint).map((line) => `    ${line}`), ''];
  });
}

function proposals(targets: readonly NarrowTarget[], paint: Paint): string[] {
  const named = targets.filter(({ namedBy }) => namedBy);
  if (named.length > 0) return named.map((target) => `→ ${target.locator}  ${paint.dim(why(target))}`);
  const changed = targets.filter((target) => target.changed).map(({ part }) => part);
  const others = targets.filter((target) => !target.changed).map(({ part }) => part);
  const say = (what: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${what}: ${listNames(names, MOST_OFFERED)}`] : [];
  return [
    'Neither the claim nor a link beside it names a part. Which is meant?',
    ...say('changed since', changed),
    ...say('unchanged', others),
  ];
}

function why({ namedBy, changed }: NarrowTarget): string {
  const by = namedBy === 'claim' ? 'named by the claim' : 'another link of the claim leads there';
  return changed === undefined ? by : `${by}, ${changed ? 'changed' : 'unchanged'}`;
}

function summary(found: readonly CaseNarrowings[], { all }: NarrowOptions): string {
  const narrowings = found.flatMap((one) => one.narrowings);
  const links = `${all ? '' : 'stale '}link${narrowings.length === 1 ? '' : 's'} to whole files`;
  if (narrowings.length === 0) return `There are no ${links} that could be narrowed.`;
  const named = narrowings.filter(({ targets }) => targets.some(({ namedBy }) => namedBy)).length;
  return `${narrowings.length} ${links}; the parts of ${named} are named. Nothing was written: edit the locators, or use the quick fix in VS Code.`;
}
