import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI } from './paths.ts';
import type { MadeRepository } from './make-repository.ts';
import { run } from './measure.ts';

/** One cold check by the built command line, in milliseconds. */
export async function coldCheck({ root }: MadeRepository): Promise<number> {
  const { wall, output } = await run(process.execPath, [CLI, 'check'], root);
  if (!/ links to evidence: /.test(output)) throw new Error('The check did not say what it found.');
  return wall;
}

/** The most memory that a cold check held, in megabytes. */
export async function memoryOf({ root }: MadeRepository): Promise<number> {
  const { output } = await run(
    process.execPath,
    ['--require', join(import.meta.dirname, 'peak.cjs'), CLI, 'check'],
    root,
  );
  const [, kilobytes] = /\npeak (\d+)\s*$/.exec(output) ?? [];
  if (kilobytes === undefined) throw new Error('The check did not say how much memory it held.');
  return Number(kilobytes) / 1024;
}

/** What the links lead to, each path once. */
export function distinctPaths({ claims }: MadeRepository): string[] {
  return [...new Set(claims.flatMap(({ links }) => links.map((link) => link.replace(/#.*/, ''))))];
}

/** What can hardly be done faster by anything that asks git, in milliseconds each. */
export function floorOf(made: MadeRepository, paths: readonly string[]) {
  const names = paths.map((path) => `HEAD:${path}\n`).join('');
  return {
    status: async () => (await run('git', ['--no-optional-locks', 'status', '--porcelain'], made.root)).wall,
    lookUp: async () => (await run('git', ['cat-file', '--batch-check'], made.root, names)).wall,
    node: async () => (await run(process.execPath, ['-e', '0'], made.root)).wall,
  };
}

/** The text of a claim file as it is in the working tree. */
export function claimText(made: MadeRepository, index = 0): { file: string; text: string } {
  const file = join(made.root, made.claims[index]!.path);
  return { file, text: readFileSync(file, 'utf8') };
}
