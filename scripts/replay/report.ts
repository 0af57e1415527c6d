import type { ReplayDifference } from './differences.ts';
import type { Tally } from './tally.ts';

/** The table of all repositories, as Markdown. */
export function table(
  rows: readonly { readonly name: string; readonly which: string; readonly tally: Tally }[],
): string {
  const head = [
    '| repository | links of | commits | links | judgements | stale by whole file | stale by Warrant | alarms by whole file | alarms by Warrant | ever stale by whole file | ever stale by Warrant | spared, why |',
    `|${' --- |'.repeat(12)}`,
  ];
  return [...head, ...rows.map(({ name, which, tally }) => row(name, which, tally))].join('\n');
}

function row(name: string, which: string, one: Tally): string {
  const share = (count: number): string => `${count} (${percent(count, one.judgements)})`;
  const spared = Object.entries(one.spared).map(([reason, count]) => `${reason} ${count}`);
  const extra = one.onlyWarrant > 0 ? [`stale with the same bytes ${one.onlyWarrant}`] : [];
  return `| ${[
    name,
    which,
    one.commits,
    one.links,
    one.judgements,
    share(one.wholeFileStale),
    share(one.stale),
    one.wholeFileAlarms,
    one.alarms,
    one.everWholeFileStale,
    one.everStale,
    [...spared, ...extra].join(', '),
  ].join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

/** What to look at to judge a difference by hand. */
export function sayDifference(one: ReplayDifference): string {
  const bytes = one.bytesDiffer ? 'whole file: stale' : 'whole file: current';
  return [
    `${one.node} ${one.locator}${one.cited ? '' : ' (mentioned)'} at ${one.commit.slice(0, 10)}: ${bytes}, Warrant: ${one.state}/${one.reason}`,
    `   git -C ${one.repository} diff ${one.then ?? '?'} ${one.now ?? '?'}   (${one.pathThen ?? '?'})`,
  ].join('\n');
}
