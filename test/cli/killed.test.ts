import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readReviews } from '../../src/formats/reviews/read-reviews.ts';
import { runWarrant } from '../support/command-line.ts';
import {
  TEST_GIT_ENVIRONMENT,
  type TestRepository,
  makeFolder,
  makeRepository,
} from '../support/git-repository.ts';

/** Bundled once, as it is started dozens of times. */
async function bundleProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'killed-command.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'support', 'killed-command.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`,
    },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    evidence: [docs/guide.md]
`;
/** More would mean that a step is counted for ever. */
const MOST_STEPS = 40;

/** Runs a command that is killed at a step; gives its exit status, or null if it was killed. */
function killedAt(
  program: string,
  step: number,
  folder: string,
  args: readonly string[],
): Promise<number | null> {
  const child = spawn(process.execPath, [program, String(step), folder, ...args], {
    stdio: 'ignore',
    env: TEST_GIT_ENVIRONMENT,
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status));
  });
}

describe('a command that is killed while it writes', () => {
  let programs: string;
  let program: string;
  let repository: TestRepository;

  before(async () => {
    programs = makeFolder();
    program = await bundleProgram(programs);
  });
  after(() => rmSync(programs, { recursive: true }));

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'access.case.yaml': CASE,
      'docs/guide.md': '# Guide\n',
      '.gitattributes': '*.reviews.yaml merge=union\n',
    });
  });
  afterEach(() => repository.remove());

  const at = (path: string): string => join(repository.root, path);
  const leftovers = (): string[] => readdirSync(repository.root).filter((name) => name.endsWith('.tmp'));

  /** Makes what earlier processes left fresh: what is ten seconds old is removed by the next, by steps of its own. */
  const keepFresh = (): void => {
    const now = new Date();
    for (const name of leftovers()) utimesSync(at(name), now, now);
  };

  /** Kills a command at each of its steps, and looks what it left each time. Gives what was found, `look` by `look`. */
  async function killAtEach<T>(args: readonly string[], look: () => T): Promise<T[]> {
    const found: T[] = [];
    for (let step = 0; step < MOST_STEPS; step++) {
      keepFresh();
      const status = await killedAt(program, step, repository.root, args);
      found.push(look());
      if (status !== null) {
        assert.equal(status, 0);
        return found;
      }
    }
    throw new Error('It never came to an end.');
  }

  it('leaves a review file as it was or with the whole review, and the next review works', async function () {
    this.timeout(120_000);
    const args = ['review', 'C1', '--by', 'Ada <ada@example.org>'];
    assert.equal((await runWarrant(repository.root, ...args)).status, 0);
    const before = readFileSync(at('access.reviews.yaml'), 'utf8');
    const states = await killAtEach(args, () => {
      const text = readFileSync(at('access.reviews.yaml'), 'utf8');
      repository.write({ 'access.reviews.yaml': before });
      if (text === before) return 'old';
      assert.ok(text.startsWith(before) && text.endsWith('}\n'));
      const { records, findings } = readReviews(text, 'access.reviews.yaml');
      assert.deepEqual([records.length, findings.length], [2, 0]);
      return 'new';
    });
    // First it is never there, and from some step on it always is.
    assert.match(states.join(' '), /^(old ){6,}(new ?){2,}$/);
    keepFresh();
    assert.equal(await killedAt(program, 2, repository.root, args), null);
    assert.ok(leftovers().length > 0);
    for (const name of leftovers()) utimesSync(at(name), new Date(0), new Date(0));
    assert.equal((await runWarrant(repository.root, ...args)).status, 0);
    assert.deepEqual(leftovers(), []);
  });

  it('leaves no converted file or a whole one, and the next conversion works', async function () {
    this.timeout(120_000);
    const args = ['convert', 'access.case.yaml', '--to', 'markdown', '--out', 'access.md'];
    const whole = (await runWarrant(repository.root, ...args.slice(0, -2))).out;
    const states = await killAtEach(args, () => {
      if (!existsSync(at('access.md'))) return 'old';
      assert.equal(readFileSync(at('access.md'), 'utf8'), whole);
      rmSync(at('access.md'));
      return 'new';
    });
    assert.match(states.join(' '), /^(old ){6,}(new ?){2,}$/);
    assert.equal((await runWarrant(repository.root, ...args)).status, 0);
    assert.equal(readFileSync(at('access.md'), 'utf8'), whole);
  });
});
