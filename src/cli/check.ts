import { type JudgeOptions, judge } from './judge.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions extends JudgeOptions {
  readonly format: 'text' | 'json';
}

/**
 * `warrant check`: reads, judges, reports.
 *
 * @returns the exit status: 1 if a finding is an error, else 0
 * @throws UsageError for paths and subjects that do not exist
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const report = await judge(paths, { ...options, countLines: options.format === 'json' }, terminal);
  terminal.out(options.format === 'json' ? reportJson(report) : reportText(report, terminal.colour));
  return report.snapshot.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
