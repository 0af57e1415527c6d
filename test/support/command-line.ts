import { join } from 'node:path';
import { createProgram } from '../../src/cli/program.ts';

/** What a command said, and its exit status. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly log: string;
}

/** Runs `warrant ARGS…` in a folder, without colour. */
export async function runWarrant(folder: string, ...args: readonly string[]): Promise<Run> {
  const said = { status: 0, out: '', log: '' };
  const program = createProgram({
    programFolder: join(import.meta.dirname, '..', '..', 'src', 'node'),
    folder,
    colour: false,
    out: (text) => (said.out += text),
    log: (text) => (said.log += text),
    exit: (status) => (said.status = status),
  });
  await program.parseAsync(['node', 'warrant', ...args]);
  return said;
}
