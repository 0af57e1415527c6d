import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GitError } from '../../src/ports/git.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import { cloneRepository, makeRepository, type TestRepository } from '../support/git-repository.ts';

const LIMIT = 1_000_000;

describe('looking objects up', () => {
  let repository: TestRepository;
  let git: CountingGit;
  let head: string;

  const text = async (name: string): Promise<string | undefined> => {
    const bytes = await git.blob(name, LIMIT);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('latin1');
  };

  before(() => {
    repository = makeRepository();
    repository.commitFiles({ 'a.txt': 'first\n' });
    writeFileSync(`${repository.root}/binary`, Buffer.from([0, 255, 10, 13, 10, 0]));
    head = repository.commitFiles({
      'a.txt': 'second\n',
      empty: '',
      'dir/ü "q" [b]{c}.txt': 'odd name',
      '-dash': 'dash',
      'a^2': 'caret',
      'b~1': 'tilde',
      'c@{1}': 'at',
      'x:y': 'colon',
    });
  });

  beforeEach(() => (git = openCountingGit(repository.root)));
  afterEach(() => git.dispose());
  after(() => repository.remove());

  it('describes objects by any name, in the order asked, with one process', async () => {
    const objects = await git.info([
      'HEAD',
      'HEAD:none',
      'HEAD:a.txt',
      'HEAD:dir',
      'HEAD^{tree}',
      head,
      'f'.repeat(40),
    ]);
    assert.deepEqual(
      objects.map((object) => object?.type),
      ['commit', undefined, 'blob', 'tree', 'tree', 'commit', undefined],
    );
    assert.equal(objects[0]?.oid, head);
    assert.equal(objects[2]?.size, 7);
    assert.equal(objects[2]?.oid, repository.git('rev-parse', 'HEAD:a.txt'));
    assert.deepEqual(git.takeProcesses(), ['cat-file']);
  });

  it('reads blobs byte by byte', async () => {
    assert.equal(await text('HEAD:a.txt'), 'second\n');
    assert.equal(await text('HEAD~1:a.txt'), 'first\n');
    assert.equal(await text('HEAD:binary'), '\0\xff\n\r\n\0');
    assert.equal(await text('HEAD:empty'), '');
  });

  for (const path of ['dir/ü "q" [b]{c}.txt', '-dash', 'a^2', 'b~1', 'c@{1}', 'x:y']) {
    it(`finds ${path}`, async () => {
      assert.equal((await git.info([`HEAD:${path}`]))[0]?.type, 'blob');
    });
  }

  it('does not find names that no line can carry or that leave the tree', async () => {
    const names = ['', 'HEAD:a\nb', 'HEAD\0', 'HEAD:../x', 'HEAD:..', 'HEAD:./a.txt', 'HEAD:/etc/passwd'];
    assert.deepEqual(await git.info(names), Array(names.length).fill(undefined));
    assert.equal((await git.info(['HEAD']))[0]?.oid, head);
    assert.deepEqual(git.takeProcesses(), ['cat-file']);
  });

  it('does not find names of which git would die', async () => {
    const names = ['HEAD@{999}', 'main@{upstream}^{commit}', ':../x', '@{push}'];
    const objects = await git.info(['HEAD', ...names.flatMap((name) => [name, 'HEAD:a.txt'])]);
    assert.deepEqual(
      objects.map((object) => object?.type),
      ['commit', ...names.flatMap(() => [undefined, 'blob'])],
    );
  });

  it('does not read what is too large, or no blob', async () => {
    assert.equal(await git.blob('HEAD:a.txt', 6), undefined);
    assert.equal((await git.blob('HEAD:a.txt', 7))?.length, 7);
    assert.equal(await git.blob('HEAD:dir', LIMIT), undefined);
    assert.equal(await git.blob('HEAD:none', LIMIT), undefined);
  });

  it('keeps many questions apart that are asked at once', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? 'HEAD:a.txt' : `HEAD:none ${i}`));
    const [objects, ...blobs] = await Promise.all([
      git.info(names),
      ...[0, 1, 2].map(() => text('HEAD:binary')),
    ]);
    assert.equal(objects.filter(Boolean).length, 1000);
    assert.deepEqual(blobs, Array(3).fill('\0\xff\n\r\n\0'));
    assert.deepEqual(git.takeProcesses(), ['cat-file']);
  });

  it('sees commits made after it started', async () => {
    const [before] = await git.info(['HEAD']);
    const made = repository.commitFiles({ 'later.txt': 'later\n' });
    const [after, file] = await git.info(['HEAD', 'HEAD:later.txt']);
    assert.notEqual(before?.oid, made);
    assert.equal(after?.oid, made);
    assert.equal(file?.size, 6);
  });

  it('starts again after it was disposed of, and cancels what it had not answered', async () => {
    const open = git.info(['HEAD']);
    git.dispose();
    await assert.rejects(open, (error) => error instanceof GitError && error.problem === 'cancelled');
    assert.equal((await git.info(['HEAD']))[0]?.type, 'commit');
    assert.deepEqual(git.takeProcesses(), ['cat-file', 'cat-file']);
  });

  it('ends the process when it has had nothing to do for a while', async () => {
    const idle = openCountingGit(repository.root, { idleMs: 1 });
    await idle.info(['HEAD']);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await idle.info(['HEAD']);
    assert.deepEqual(idle.takeProcesses(), ['cat-file', 'cat-file']);
    idle.dispose();
  });

  it('fails of the question git died of only, and asks the others again', async () => {
    const blob = repository.git('hash-object', '-w', 'dir/ü "q" [b]{c}.txt');
    const file = `${repository.root}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`;
    const content = readFileSync(file);
    chmodSync(file, 0o644);
    writeFileSync(file, Buffer.concat([content.subarray(0, 12), Buffer.from('garbage')]));
    const results = await Promise.allSettled([
      git.info(['HEAD:a.txt']),
      git.blob(blob, LIMIT),
      git.info(['HEAD:a.txt', 'HEAD:none']),
    ]);
    writeFileSync(file, content);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(await text(blob), 'odd name');
  });

  it('finds nothing where a partial clone has not fetched it, and fetches nothing', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = cloneRepository(repository, '--filter=blob:none');
    const partial = openCountingGit(clone.root);
    const old = repository.git('rev-parse', `${head}~1:a.txt`);
    assert.deepEqual(
      (await partial.info([`${head}~1:a.txt`, `${head}:a.txt`, old, 'HEAD'])).map((object) => object?.type),
      [undefined, 'blob', undefined, 'commit'],
    );
    assert.equal(await partial.blob(old, LIMIT), undefined);
    partial.dispose();
    clone.remove();
  });

  it('does not keep a program from ending that forgets to dispose of it', async () => {
    const source = fileURLToPath(new URL('../../src/node/git.ts', import.meta.url));
    const program = `import { openNodeGit } from ${JSON.stringify(source)};
      console.log((await openNodeGit()(${JSON.stringify(repository.root)}).info(['HEAD']))[0].type);`;
    const options = { timeout: 10_000, cwd: fileURLToPath(new URL('../..', import.meta.url)) };
    const args = ['--import=tsx', '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    assert.equal(stdout, 'commit\n');
  });
});

describe('looking objects up in a repository of SHA-256', () => {
  it('knows the longer ids', async () => {
    const repository = makeRepository({ objectFormat: 'sha256' });
    const head = repository.commitFiles({ a: 'text' });
    const git = openCountingGit(repository.root);
    assert.equal(head.length, 64);
    assert.deepEqual(
      (await git.info([head, `${head}:a`])).map((object) => object?.type),
      ['commit', 'blob'],
    );
    assert.equal(Buffer.from((await git.blob(`${head}:a`, LIMIT))!).toString(), 'text');
    git.dispose();
    repository.remove();
  });
});
