import assert from 'node:assert/strict';
import { oldNames, renamesAlong, renamesBetween } from '../../src/history/renames.ts';
import { differencesOf } from '../../src/history/tree-differences.ts';
import { type CountingGit, openCountingGit } from '../support/counting-git.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const lines = (name: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${name} ${i}\n`).join('');

describe('renames', () => {
  let repository: TestRepository;
  let git: CountingGit;
  beforeEach(() => {
    repository = makeRepository();
    git = openCountingGit(repository.root);
  });
  afterEach(() => {
    git.dispose();
    repository.remove();
  });

  it('are found step by step, newest first, by one process', async () => {
    const start = repository.commitFiles({ a: lines('a', 10), other: 'x\n' });
    repository.rename('a', 'b');
    repository.commitFiles({ b: lines('a', 7) + lines('b', 3) });
    repository.rename('b', 'c');
    repository.commitFiles({ c: lines('a', 4) + lines('b', 3) + lines('c', 3) });
    repository.rename('c', 'd');
    const head = repository.commitFiles({ d: lines('a', 1) + lines('b', 3) + lines('c', 3) + lines('d', 3) });
    assert.equal((await renamesBetween(git, start, head)).get('d'), undefined);
    git.takeProcesses();
    const renames = await renamesAlong(git, start, head);
    assert.deepEqual(git.takeProcesses(), ['log']);
    assert.deepEqual(oldNames('d', renames), ['a', 'b', 'c']);
    assert.deepEqual(oldNames('other', renames), []);
  });

  it('on a branch count once it is merged, and copies do not', async () => {
    const start = repository.commitFiles({ a: lines('a', 10) });
    repository.branch('side');
    repository.rename('a', 'b');
    repository.commit();
    repository.branch('main');
    repository.commitFiles({ x: '1\n' });
    const head = repository.merge('side');
    repository.git('config', 'diff.renames', 'copies');
    const copied = repository.commitFiles({ copy: lines('a', 10) });
    assert.deepEqual(await renamesAlong(git, start, head), [{ path: 'b', oldPath: 'a' }]);
    assert.deepEqual(await renamesAlong(git, start, copied), [{ path: 'b', oldPath: 'a' }]);
  });
});

describe('differences of many pairs of trees', () => {
  it('are told apart, by one process', async () => {
    const repository = makeRepository();
    const git = openCountingGit(repository.root);
    try {
      const tree = (files: Record<string, string>): string => {
        const commit = repository.commitFiles(files);
        return repository.git('rev-parse', `${commit}^{tree}`);
      };
      const one = tree({ 'a\nb': '1\n', b: lines('b', 9) });
      const two = tree({ 'a\nb': '2\n' });
      repository.rename('b', 'c');
      const three = tree({});
      const pairs = [one, two, two, two, two, three, one, three, three, three];
      const found = await differencesOf(
        git,
        Array.from({ length: 5 }, (_, i) => [pairs[2 * i]!, pairs[2 * i + 1]!] as const),
      );
      const shown = found.map((deltas) => deltas.map(({ path, status }) => `${status} ${path}`));
      assert.deepEqual(shown, [['M a\nb'], [], ['R c'], ['M a\nb', 'R c'], []]);
      assert.deepEqual(git.takeProcesses(), ['diff-tree']);
      assert.deepEqual(await differencesOf(git, []), []);
    } finally {
      git.dispose();
      repository.remove();
    }
  });
});
