import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { ignoredPaths, listFiles } from '../../src/history/files.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import {
  makeFolder,
  makeRepository,
  openRepository,
  type TestRepository,
} from '../support/git-repository.ts';

const ODD = ['ü "q" b.txt', '-dash', ':colon', '[a]*', 'new\nline'];

describe('files of a working tree', () => {
  let repository: TestRepository;
  let git: CountingGit;

  before(() => {
    repository = makeRepository();
    repository.write(Object.fromEntries(ODD.map((path) => [path, ''])));
    repository.commitFiles({
      '.gitignore': 'out/\n*.log\n!kept.log\n',
      'src/a.ts': '',
      'gone.ts': '',
      'forced.log': '',
    });
    repository.git('add', '-f', 'forced.log');
    repository.commit();
    repository.delete('gone.ts');
    repository.write({ 'new.ts': '', 'out/build.js': '', 'x.log': '', 'kept.log': '', 'nested/file': '' });
    openRepository(`${repository.root}/nested`).git('init', '-q');
    symlinkSync('src', `${repository.root}/link`);
    git = openCountingGit(repository.root);
  });

  beforeEach(() => git.takeProcesses());
  after(() => repository.remove());

  it('are those tracked and those that would be', async () => {
    const expected = [
      ...ODD,
      '.gitignore',
      'src/a.ts',
      'gone.ts',
      'forced.log',
      'new.ts',
      'kept.log',
      'link',
    ];
    assert.deepEqual((await listFiles(git)).sort(), expected.sort());
    assert.deepEqual(git.takeProcesses(), ['ls-files']);
  });

  it('are listed before the first commit too', async () => {
    const fresh = makeRepository();
    fresh.write({ 'a/b': '' });
    assert.deepEqual(await listFiles(openCountingGit(fresh.root)), ['a/b']);
    fresh.remove();
  });

  it('are listed once during a conflict', async () => {
    const conflict = makeRepository();
    conflict.commitFiles({ a: '1' });
    conflict.branch('side');
    conflict.commitFiles({ a: '2' });
    conflict.branch('main');
    conflict.commitFiles({ a: '3' });
    assert.throws(() => conflict.git('merge', '-q', 'side'));
    assert.equal(conflict.git('ls-files').split('\n').length, 3);
    assert.deepEqual(await listFiles(openCountingGit(conflict.root)), ['a']);
    conflict.remove();
  });

  it('are ignored or not whether they exist or not, all by one process', async () => {
    const paths = [
      ...ODD,
      'out/build.js',
      'out/ü/[x]*',
      'out/:y',
      'out/',
      'none.log',
      'sub/x.log',
      'kept.log',
      'src/a.ts',
      '',
    ];
    assert.deepEqual(
      [...(await ignoredPaths(git, paths))],
      ['out/build.js', 'out/ü/[x]*', 'out/:y', 'out/', 'none.log', 'sub/x.log'],
    );
    assert.deepEqual(git.takeProcesses(), ['check-ignore']);
  });

  it('may be none ignored', async () => {
    assert.equal((await ignoredPaths(git, ['src/a.ts'])).size, 0);
    assert.equal((await ignoredPaths(git, [])).size, 0);
    assert.deepEqual(git.takeProcesses(), ['check-ignore']);
  });

  it('inside another repository are no trouble', async () => {
    assert.deepEqual([...(await ignoredPaths(git, ['nested/x.log', 'y.log']))], ['nested/x.log', 'y.log']);
  });

  it('beyond a symbolic link cost some processes more, not the answer for the others', async () => {
    const paths = [
      'a.log',
      'link/a.ts',
      'b.log',
      ...Array.from({ length: 100 }, (_, i) => `c${i}.ts`),
      'd.log',
    ];
    assert.deepEqual([...(await ignoredPaths(git, paths))], ['a.log', 'b.log', 'd.log']);
    assert.ok(git.takeProcesses().length <= 16);
  });

  it('that are all beyond a link cost no more than a bounded number of processes', async () => {
    await ignoredPaths(
      git,
      Array.from({ length: 200 }, (_, i) => `link/${i}`),
    );
    assert.equal(git.takeProcesses().length, 16);
  });

  it('cannot be listed where there is no repository', async () => {
    const folder = openRepository(makeFolder());
    await assert.rejects(listFiles(openCountingGit(folder.root)), { problem: 'not-a-repository' });
    await assert.rejects(ignoredPaths(openCountingGit(folder.root), ['a']), { problem: 'not-a-repository' });
    folder.remove();
  });
});
