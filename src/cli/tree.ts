import pc from 'picocolors';
import type { JudgedCase } from '../project/snapshot.ts';
import { caseLines, nodesLines } from './case-tree.ts';
import { type JudgeOptions, judge } from './judge.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface TreeOptions extends JudgeOptions {
  /** Levels of nodes shown. */
  readonly depth?: number;
  /** Only what stands below nodes with this id, `C2` or `case-id/C2`. */
  readonly node?: string;
}

/**
 * `warrant tree`: the argument with the state of every claim, and how much of its evidence is current and of its defeaters answered.
 *
 * @throws UsageError for paths and nodes that do not exist
 */
export async function tree(
  paths: readonly string[],
  { depth, node, ...options }: TreeOptions,
  terminal: Terminal,
): Promise<void> {
  const report = await judge(paths, options, terminal);
  const style = { paint: pc.createColors(terminal.colour), shows: 'counts', depth } as const;
  const { cases } = report.snapshot;
  if (cases.length === 0) throw new UsageError('No case was found. Name a claim file: warrant tree FILE.');
  const parts = cases.flatMap((one) => {
    if (node === undefined) return [caseLines(one, report, style)];
    const starts = keysNamed(node, one).map((key) => ({ caseKey: one.key, node: key }));
    return starts.length > 0 ? [nodesLines(starts, one, report, style)] : [];
  });
  if (parts.length === 0)
    throw new UsageError(`There is no node ${node} in ${cases.map((one) => one.case.id).join(', ')}.`);
  terminal.out(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function keysNamed(name: string, { case: one }: JudgedCase): string[] {
  const slash = name.lastIndexOf('/');
  if (slash >= 0 && name.slice(0, slash) !== one.id) return [];
  const id = name.slice(slash + 1);
  return one.nodes.filter((node) => node.id === id).map(({ key }) => key);
}
