import { type Impact, isOpen } from '../project/impact/impact.ts';
import { linksOf } from '../project/impact/say-impact.ts';
import { impactJson } from './impact-json.ts';
import { impactText } from './impact-text.ts';
import { listNames } from '../model/phrases.ts';
import { type Report, shown } from './report.ts';
import { type JudgeOptions, judgeWith } from './judge.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface ImpactOptions extends JudgeOptions {
  /** A revision; the last commit that HEAD has in common with it is compared with. */
  readonly base?: string;
  readonly format: 'text' | 'json';
  /** What nobody has judged since makes the command fail. */
  readonly fail?: boolean;
}

/**
 * `warrant impact`: which claims rest on what changed since HEAD, or since HEAD left another revision. Writes nothing.
 *
 * @returns the exit status: 1 if `fail` and a claim rests on a change that nobody has judged since, else 0
 * @throws UsageError for paths that do not exist, and where there is no case or nothing can be compared
 */
export async function impact(
  paths: readonly string[],
  options: ImpactOptions,
  terminal: Terminal,
): Promise<number> {
  return judgeWith(paths, options, terminal, async (report, project) => {
    if (report.snapshot.cases.length === 0) throw new UsageError(sayNoCase(report));
    const found = await project.impact(report.snapshot, options.base);
    if (found.bases.length === 0 && found.problems.length > 0) throw new UsageError(found.problems.join(' '));
    terminal.out(
      options.format === 'json' ? impactJson(found, report) : impactText(found, report, terminal.colour),
    );
    return options.fail && needsSomebody(found) ? 1 : 0;
  });
}

/** Cases elsewhere may well rest on what changed, so that nothing can be concluded. */
function sayNoCase(report: Report): string {
  const { claimFiles } = report.snapshot;
  const where =
    claimFiles.length > 0
      ? `nothing in ${listNames(
          claimFiles.map((file) => shown(report, file)),
          5,
        )} is a node of an argument`
      : `looked in ${listNames(report.folders, 5)}`;
  return `No case was found (${where}), so what rests on the changes is not known. Name the folder of the cases: warrant impact --root FOLDER.`;
}

/** What could not be compared is not known to be fine. */
function needsSomebody(found: Impact): boolean {
  return found.problems.length > 0 || linksOf(found).some(isOpen);
}
