import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { gitError } from '../../src/node/git-failure.ts';
import { openNodeGit } from '../../src/node/git.ts';
import { GitError, type GitProblem } from '../../src/ports/git.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import {
  makeFolder,
  makeRepository,
  openRepository,
  TEST_GIT_ENVIRONMENT,
  type TestRepository,
} from '../support/git-repository.ts';

/** Asserts that a promise fails with a problem, and that its message matches. */
async function failsWith(work: Promise<unknown>, problem: GitProblem, message: RegExp): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof GitError, String(error));
    assert.equal(error.problem, problem, error.message);
    assert.match(error.message, message);
    return true;
  });
}

describe('running git', () => {
  let repository: TestRepository;
  let git: CountingGit;
  let head: string;

  before(() => {
    repository = makeRepository();
    head = repository.commitFiles({ 'a.txt': 'text\n', 'ü "q" b.txt': '\n' }, { author: 'Ümit' });
    git = openCountingGit(repository.root);
  });

  beforeEach(() => git.takeProcesses());

  after(() => {
    git.dispose();
    repository.remove();
  });

  it('gives the output, untrimmed and as UTF-8', async () => {
    assert.equal(await git.run(['log', '--format=%an%n']), 'Ümit\n\n');
    assert.equal(await git.run(['ls-files', '-z']), 'a.txt\0ü "q" b.txt\0');
  });

  it('gives output in full that does not fit a pipe', async () => {
    repository.write({ big: `${'0123456789abcdef'.repeat(8)}\n`.repeat(20_000) });
    const blob = repository.git('hash-object', '-w', 'big');
    repository.delete('big');
    const text = await git.run(['cat-file', 'blob', blob]);
    assert.equal(text.length, 129 * 20_000);
  });

  it('writes input, and closes it where there is none', async () => {
    assert.equal(await git.run(['log', '--format=%H', '--stdin'], { input: 'HEAD\n' }), `${head}\n`);
    assert.equal(await git.run(['diff-tree', '--stdin']), '');
  });

  it('takes an exit status that the caller accepts for an answer', async () => {
    const args = ['--no-literal-pathspecs', 'check-ignore', 'a.txt'];
    assert.equal(await git.run(args, { accept: [1] }), '');
    await failsWith(git.run(args), 'failed', /check-ignore failed with exit status 1/);
  });

  it('runs identical requests in flight once', async () => {
    const runs = [1, 2, 3].map(() => git.run(['rev-parse', 'HEAD']));
    const other = git.run(['rev-parse', 'HEAD~0']);
    assert.deepEqual(await Promise.all([...runs, other]), Array(4).fill(`${head}\n`));
    assert.deepEqual(git.takeProcesses(), ['rev-parse', 'rev-parse']);
  });

  it('says what git said when it fails', async () => {
    await failsWith(
      git.run(['log', 'nowhere', '--']),
      'failed',
      /^git log failed .*128.* bad revision 'nowhere'$/,
    );
  });

  it('refuses an option that is cut short, which could be another one tomorrow', async () => {
    await failsWith(git.run(['log', '--form=%H']), 'failed', /--form/);
  });

  it('says when there is no repository', async () => {
    const folder = openRepository(makeFolder());
    const lost = openCountingGit(folder.root);
    await failsWith(lost.run(['rev-parse', 'HEAD']), 'not-a-repository', /is not inside a git working tree/);
    await failsWith(lost.info(['HEAD']).then(), 'not-a-repository', /is not inside a git working tree/);
    folder.remove();
    await failsWith(lost.run(['rev-parse', 'HEAD']), 'not-a-repository', /There is no folder/);
    await failsWith(lost.info(['HEAD']), 'not-a-repository', /There is no folder/);
  });

  it('says how to trust a repository of another user', () => {
    const stderr = `fatal: detected dubious ownership in repository at '/x y'\nTo add an exception …`;
    const error = gitError({ folder: repository.root, command: 'log', exitCode: 128, stderr });
    assert.equal(error.problem, 'not-a-repository');
    assert.match(error.message, /another user owns it.*git config --global --add safe\.directory "\/x y"/);
  });

  it('says when git is not installed', async () => {
    const environment = { ...TEST_GIT_ENVIRONMENT, PATH: repository.root, Path: repository.root };
    const none = openCountingGit(repository.root, { environment });
    await failsWith(none.run(['rev-parse', 'HEAD']), 'not-installed', /Install git 2\.36/);
    await failsWith(none.info(['HEAD', 'HEAD~1']), 'not-installed', /Install git 2\.36/);
    assert.deepEqual(none.takeProcesses(), ['rev-parse', 'cat-file']);
  });

  it('ends what is no longer wanted, and never starts what was not wanted any more', async () => {
    const controller = new AbortController();
    const run = git.run(['log', '-z'], { signal: controller.signal });
    controller.abort();
    await failsWith(run, 'cancelled', /git log was cancelled/);
    git.takeProcesses();
    await failsWith(
      git.run(['log', '-z'], { signal: controller.signal }),
      'cancelled',
      /git log was cancelled/,
    );
    assert.deepEqual(git.takeProcesses(), []);
  });

  it('runs three at a time over all repositories it opened, and skips those cancelled while they waited', async () => {
    let running = 0;
    const open = openNodeGit({ environment: TEST_GIT_ENVIRONMENT, onProcess: () => running++ });
    const [one, two] = [open(repository.root), open(repository.root)];
    const controller = new AbortController();
    const first = [one, two, one].map((each, i) => each.run(['log', `-${i + 1}`]));
    const waiting = two.run(['log', '-9'], { signal: controller.signal });
    assert.equal(running, 3);
    controller.abort();
    await Promise.all([...first, failsWith(waiting, 'cancelled', /./)]);
    await one.run(['log', '-8']);
    assert.equal(running, 4);
  });

  it('leaves the environment of this process alone', async () => {
    const before = JSON.stringify(process.env);
    await git.run(['rev-parse', 'HEAD']);
    assert.equal(JSON.stringify(process.env), before);
  });

  if (process.platform !== 'win32') {
    /** A folder with a program called `git` in it, and an environment in which it is found first. */
    const makeFakeGit = (script: string): { folder: TestRepository; environment: NodeJS.ProcessEnv } => {
      const folder = openRepository(makeFolder());
      folder.write({ git: `#!/bin/sh\n${script}\n` });
      chmodSync(`${folder.root}/git`, 0o755);
      const path = `${folder.root}:${process.env['PATH']}`;
      return { folder, environment: { ...TEST_GIT_ENVIRONMENT, PATH: path } };
    };

    it('says when a signal ended git, rather than taking half of its output for all', async () => {
      const { folder, environment } = makeFakeGit('printf half; kill -9 $$');
      const killed = openCountingGit(folder.root, { environment });
      await failsWith(killed.run(['log']), 'failed', /ended by a signal/);
      await failsWith(killed.info(['HEAD']), 'failed', /ended by a signal/);
      folder.remove();
    });

    it('ends what says nothing for too long', async () => {
      const { folder, environment } = makeFakeGit('exec sleep 60');
      const slow = openCountingGit(folder.root, { environment, timeoutMs: 100 });
      await Promise.all([
        failsWith(slow.run(['log']), 'timed-out', /^git log in .* gave no output for 0\.1 s and was ended/),
        failsWith(
          slow.info(['HEAD', 'HEAD~1']),
          'timed-out',
          /^git cat-file in .* gave no output for 0\.1 s/,
        ),
      ]);
      folder.remove();
    });

    it('says when git is too old for the long-lived process', async () => {
      const { folder, environment } = makeFakeGit(
        "echo 'error: unknown option `batch-command'\\''' >&2; exit 129",
      );
      const old = openCountingGit(folder.root, { environment });
      await failsWith(old.info(['HEAD']), 'failed', /too old. Install git 2\.36/);
      folder.remove();
    });
  }
});
