import assert from 'node:assert/strict';
import { touchesOfFiles } from '../../src/history/touches.ts';
import { type CountingGit, openCountingGit } from '../support/counting-git.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

describe('commits that touched files', () => {
  let repository: TestRepository;
  let git: CountingGit;
  before(() => {
    repository = makeRepository();
    git = openCountingGit(repository.root);
  });
  after(() => {
    git.dispose();
    repository.remove();
  });

  it('are found newest first, by one process, with what they did', async () => {
    const first = repository.commitFiles({ 'a.txt': '1\n', 'b/c.txt': '1\n', other: '1\n' });
    repository.commitFiles({ other: '2\n' });
    const second = repository.commitFiles({ 'a.txt': '2\n' });
    repository.delete('b/c.txt');
    const third = repository.commit();
    git.takeProcesses();
    const touches = await touchesOfFiles(git, 'HEAD', ['a.txt', 'b/c.txt']);
    assert.equal(git.takeProcesses().length, 1);
    assert.deepEqual(
      touches.map(({ commit, path }) => [commit, path]),
      [
        [third, 'b/c.txt'],
        [second, 'a.txt'],
        [first, 'a.txt'],
        [first, 'b/c.txt'],
      ],
    );
    const [gone, changed, made] = touches;
    assert.equal(gone?.after, undefined);
    assert.deepEqual(changed?.parents, [made?.after]);
    assert.deepEqual(made?.parents, [undefined]);
  });

  it('are none of no files', async () => assert.deepEqual(await touchesOfFiles(git, 'HEAD', []), []));
});
