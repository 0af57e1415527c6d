import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTEBOOK_SERVER } from '../../../scripts/demo/demos.ts';
import { makeDemo, readTree } from '../../../scripts/demo/make-demo.ts';
import { packExample } from '../../../scripts/demo/pack-example.ts';
import { makeExample } from '../../../src/client/example/make-example.ts';
import { TEST_GIT_ENVIRONMENT } from '../../support/git-repository.ts';

describe('client: the example', () => {
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warrant-example-'));
    await packExample(join(folder, 'packed'), NOTEBOOK_SERVER);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const git = (name: string, ...args: string[]): string =>
    execFileSync('git', args, { cwd: join(folder, name), encoding: 'utf8', env: TEST_GIT_ENVIRONMENT });

  it('is the demo: the same commits, and the same edits that are not committed', async () => {
    const made = await makeExample(join(folder, 'packed'), join(folder, 'example'));
    assert.deepEqual(made, { hasHistory: true });
    await makeDemo(join(folder, 'demo'), NOTEBOOK_SERVER);
    for (const args of [['log', '--format=%H %s'], ['status', '--porcelain', '--branch'], ['diff']]) {
      assert.equal(git('example', ...args), git('demo', ...args), args.join(' '));
    }
    assert.notEqual(git('example', 'status', '--porcelain'), '');
  });

  it('is the files alone where git is not there, and says so', async () => {
    const to = join(folder, 'bare');
    const made = await makeExample(join(folder, 'packed'), to, join(folder, 'no-such-git'));
    assert.equal(made.hasHistory, false);
    assert.match('why' in made ? made.why : '', /ENOENT/);
    assert.ok(!readdirSync(to).includes('.git'));
    assert.equal((await readTree(to)).size, (await readTree(join(folder, 'example'))).size - gitFiles());
  });

  const gitFiles = (): number =>
    readdirSync(join(folder, 'example', '.git'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length;
});
