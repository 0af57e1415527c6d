import pc from 'picocolors';
import { count, sayDate } from '../model/phrases.ts';
import { summarize } from '../project/judging/explain.ts';
import type { RecordedReview, ReviewOutcome } from '../project/reviews/review-request.ts';
import type { JudgedLink } from '../project/snapshot.ts';
import { type JudgeOptions, judgeWith } from './judge.ts';
import { type Paint, painted } from './paint.ts';
import { type Report, shown } from './report.ts';
import { diffOf } from './review-diff.ts';
import { reviewJson } from './review-json.ts';
import { type CaseLink, casesNamed, linksNamed, nameOfLink, staleLinks } from './review-links.ts';
import { STATUS } from './status.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface ReviewOptions extends JudgeOptions {
  /** The id of the case that is meant. */
  readonly case?: string;
  /** As git writes people: `Ada Author <ada@example.org>`. */
  readonly by?: string;
  readonly note?: string;
  readonly stale?: true;
  readonly dryRun?: true;
  /** Print what changed since it was last judged, too. */
  readonly diff?: true;
  readonly format: 'text' | 'json';
}

/**
 * `warrant review`: records that a person judged some evidence, and prints what was recorded.
 *
 * @param names of links: see `linksNamed`
 * @param author whoever the environment says is the author of commits
 * @returns the exit status: 1 if some evidence cannot be reviewed, else 0
 * @throws UsageError for names that nothing or several things have, where nobody is known to have judged, and where a file cannot be written
 */
export async function review(
  names: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
  author: string | undefined,
): Promise<number> {
  if (names.length === 0 && !options.stale) {
    throw new UsageError(
      'Name what was reviewed: a node (C2), evidence (E2) or a locator; or --stale for all that is stale.',
    );
  }
  if (names.length > 0 && options.stale) throw new UsageError('Name links, or write --stale, not both.');
  const by = options.by ?? author;
  if (by !== undefined && by.trim() === '')
    throw new UsageError('--by needs a name: --by "Ada Author <ada@example.org>".');
  return judgeWith([], options, terminal, async (report, project) => {
    const cases = casesNamed(report.snapshot, options.case);
    const links = options.stale ? staleLinks(cases) : names.flatMap((name) => linksNamed(name, cases));
    if (links.length === 0 && options.format === 'text') {
      terminal.out('Nothing is stale.\n');
      return STATUS.ok;
    }
    const diffs = new Map<JudgedLink, string>();
    if (options.diff)
      for (const link of links) diffs.set(link.judged, await diffOf(link, project.knownSubjects));
    if (options.format === 'text') for (const diff of diffs.values()) terminal.out(diff);
    const request = {
      links: links.map(nameOfLink),
      ...(by !== undefined && { by }),
      ...(options.note !== undefined && { note: options.note }),
      ...(options.dryRun && { dryRun: true }),
    };
    const outcome = await project.review(request, report.snapshot);
    refuseNobody(outcome);
    if (options.format === 'json') terminal.out(reviewJson(outcome, links, diffs, report));
    else tell(outcome, links, options, report, terminal);
    if (outcome.unwritten.length > 0) throw new UsageError(outcome.unwritten.join('\nwarrant: '));
    return outcome.refused.length > 0 ? STATUS.gate : STATUS.ok;
  });
}

function refuseNobody({ by, notes }: ReviewOutcome): void {
  if (by === '' && notes.length > 0)
    throw new UsageError(`${notes.join(' ')} Here: --by "Ada Author <ada@example.org>".`);
}

function tell(
  outcome: ReviewOutcome,
  links: readonly CaseLink[],
  options: ReviewOptions,
  report: Report,
  { out, log, colour }: Terminal,
): void {
  const paint = pc.createColors(colour);
  const { by, recorded, refused, notes } = outcome;
  for (const { why } of refused) log(`${paint.red('not recorded')}  ${why}\n`);
  if (recorded.length > 0) {
    const several = new Set(links.map(({ one }) => one.key)).size > 1;
    out(`${by}${options.dryRun ? ' would be recorded as the reviewer of' : ' reviewed'}\n`);
    for (const one of recorded) out(`  ${line(one, several, report, paint)}\n`);
  }
  for (const note of notes) log(`${note}\n`);
  const into = [...new Set(recorded.map(({ file }) => shown(report, file)))].join(', ');
  if (options.dryRun)
    out(`${count(recorded.length, 'review')}${into && ` for ${into}`}; nothing was written.\n`);
  else if (recorded.length > 0) out(`${count(recorded.length, 'review')} recorded in ${into}.\n`);
}

/** `C2  infra/nginx.conf  (was stale: 2 changes since 3 May)` */
function line({ record, before }: RecordedReview, withCase: boolean, report: Report, paint: Paint): string {
  const node = paint.bold(withCase ? `${record.case}/${record.node}` : record.node);
  return `${node}  ${record.locator}  ${painted(`(was ${was(before, report)})`, before.state, paint)}`;
}

/** What it was; of what was current by blame alone, since when. */
function was(before: RecordedReview['before'], { now }: Report): string {
  const { state, review: last, baseline } = before;
  if (state !== 'current' || last || !baseline) return summarize(before, now);
  return `current since ${sayDate(baseline.date, now)}`;
}
