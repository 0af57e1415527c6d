import { basename, dirname, resolve } from 'node:path';
import pc from 'picocolors';
import type { Finding } from '../model/finding.ts';
import { NOTATIONS, type NotationName } from '../model/notations.ts';
import { count } from '../model/phrases.ts';
import { nodeFileWriter } from '../node/file-writer.ts';
import { convertCases } from '../project/convert-cases.ts';
import type { JudgedCase } from '../project/snapshot.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { shown } from './report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface ConvertOptions extends JudgeOptions {
  readonly to: NotationName;
  /** The file to write; standard output, if left out. */
  readonly out?: string;
  /** The id of the only case to convert. */
  readonly case?: string;
}

/**
 * `warrant convert`: writes the cases of a file in another notation, and names on standard error what it cannot say.
 *
 * @returns the exit status: 1 if the file could be read in part only, else 0
 * @throws UsageError for files that do not exist or hold no case, and for an output that exists
 */
export async function convertFile(
  file: string,
  options: ConvertOptions,
  terminal: Terminal,
): Promise<number> {
  const report = await judge([file], options, terminal);
  const { snapshot } = report;
  const cases = chosen(snapshot.cases, file, options);
  const { text, losses } = convertCases(cases, options.to);
  const paint = pc.createColors(terminal.colour);
  if (options.out === undefined) terminal.out(text);
  else await writeNew(resolve(terminal.folder, options.out), options.out, text);
  for (const { message } of losses) terminal.log(`${paint.yellow('lost')}  ${message}\n`);
  const sources = new Set(cases.flatMap(({ files }) => files));
  const errors = snapshot.findings.filter((one) => isReadingError(one) && sources.has(one.file));
  for (const { message, range, file: source } of errors) {
    const where = source === cases[0]!.file ? '' : `${shown(report, source)}, `;
    terminal.log(`${paint.red('unread')}  ${where}line ${range.start.line + 1}: ${message}\n`);
  }
  if (losses.length > 0) {
    terminal.log(`${count(losses.length, 'thing')} of ${file} cannot be said in ${options.to}.\n`);
  }
  return errors.length > 0 ? 1 : 0;
}

/** Whether something of the file could not be read; where links lead, and what is wrong with what was read, is of no concern here. */
function isReadingError({ severity, rule }: Finding): boolean {
  return severity === 'error' && !/^(?:evidence|reference)-/.test(rule) && !READ_ALL_THE_SAME.has(rule);
}

const READ_ALL_THE_SAME: ReadonlySet<string> = new Set(['duplicate-id', 'self-answered-defeater', 'subject']);

function chosen(cases: readonly JudgedCase[], file: string, options: ConvertOptions): readonly JudgedCase[] {
  if (cases.length === 0)
    throw new UsageError(`${file} holds no case that could be converted. See warrant check ${file}.`);
  const ids = cases.map((one) => one.case.id).join(', ');
  const found = options.case === undefined ? cases : cases.filter((one) => one.case.id === options.case);
  if (found.length === 0) throw new UsageError(`${file} has no case ${options.case}; it has ${ids}.`);
  if (found.length > 1 && !NOTATIONS[options.to].holdsSeveral) {
    throw new UsageError(`A file in ${options.to} holds one case. Choose one with --case: ${ids}.`);
  }
  return found;
}

/** Writes a file that must not exist yet, all of it or nothing. */
async function writeNew(path: string, shown: string, text: string): Promise<void> {
  const written = await nodeFileWriter().create(dirname(path), basename(path), Buffer.from(text));
  switch (written.kind) {
    case 'written':
      return;
    case 'exists':
    case 'changed':
    case 'outside':
      throw new UsageError(`${shown} exists already. Name another file, or remove it.`);
    case 'no-folder':
      throw new UsageError(`${shown}: there is no such folder.`);
    case 'failed':
      throw new UsageError(`${shown} cannot be written: ${written.why}.`);
  }
}
