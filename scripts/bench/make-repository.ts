import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { type ClaimText, claimTexts } from './claims.ts';
import { historyStream } from './history.ts';
import { seededRandom } from './random.ts';
import type { Shape } from './shape.ts';

/** A repository made for a measurement. */
export interface MadeRepository {
  readonly shape: Shape;
  /** Absolute. */
  readonly root: string;
  readonly claims: readonly ClaimText[];
  remove(): void;
}

/** The environment of all git processes that are measured or make something: without anybody's own configuration. */
export const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Makes a repository of a shape in a temporary folder, checked out, packed as `git gc` would and with an index that is fresh. */
export async function makeRepository(shape: Shape): Promise<MadeRepository> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'warrant-bench-')));
  const git = (...args: string[]): void => {
    execFileSync('git', args, { cwd: root, env: GIT_ENVIRONMENT, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  git('init', '-q', '-b', 'main', '--template=');
  git('config', 'gc.auto', '0');
  const random = seededRandom(shape.seed);
  const claims = claimTexts(shape, random);
  await fastImport(root, historyStream(shape, claims, random));
  git('gc', '-q');
  git('reset', '-q', '--hard', 'main');
  // A second later no file looks as if it had changed while the index was written.
  await setTimeout(1100);
  git('status');
  return { shape, root, claims, remove: () => rmSync(root, { recursive: true, force: true }) };
}

async function fastImport(root: string, stream: Generator<string>): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: root,
    env: GIT_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  await pipeline(Readable.from(stream), child.stdin);
  const [status] = await closed;
  if (status !== 0) throw new Error(`git fast-import ended with ${status}.`);
}
