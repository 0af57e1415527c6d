import assert from 'node:assert/strict';
import { describeCommit, hasParents } from '../../src/history/commit.ts';
import { openCountingGit } from '../support/counting-git.ts';
import { cloneRepository, makeRepository, type TestRepository } from '../support/git-repository.ts';

describe('describing a commit', () => {
  let repository: TestRepository;

  before(() => (repository = makeRepository()));
  after(() => repository.remove());

  it('gives all that it says of itself, by one process', async () => {
    const parent = repository.commitFiles({ a: '1' });
    const commit = repository.commitFiles(
      { a: '2' },
      {
        author: 'Zoë "Z" Q',
        email: 'zoe@example.org',
        date: '2024-05-03T10:20:30+02:00',
        message: 'Say "ü"\n\nWhy:\n\n- because',
      },
    );
    const git = openCountingGit(repository.root);
    assert.deepEqual(await describeCommit(git, commit), {
      commit,
      author: 'Zoë "Z" Q',
      mail: 'zoe@example.org',
      date: '2024-05-03T10:20:30+02:00',
      summary: 'Say "ü"',
      body: 'Why:\n\n- because',
      parents: [parent],
    });
    assert.deepEqual(git.takeProcesses(), ['log']);
    assert.deepEqual((await describeCommit(git, parent)).parents, []);
  });

  it('knows of parents that a shallow clone hides, without a message being taken for one', async () => {
    const root = repository.commitFiles({ a: '3' }, { message: 'Root\n\nparent of all' });
    const clone = cloneRepository(repository, '--depth', '1');
    const git = openCountingGit(clone.root);
    assert.deepEqual((await describeCommit(git, root)).parents, []);
    assert.equal(await hasParents(git, root), true);
    const orphan = clone.git('commit-tree', '-m', 'x\n\nparent of none', 'HEAD^{tree}');
    assert.equal(await hasParents(git, orphan), false);
    git.dispose();
    clone.remove();
  });

  it('fails where there is no such commit, and asks git for nothing that could be more than one', async () => {
    const git = openCountingGit(repository.root);
    await assert.rejects(describeCommit(git, 'f'.repeat(40)), { problem: 'failed' });
    git.takeProcesses();
    for (const name of ['--output=x', 'main', 'HEAD~1']) await assert.rejects(describeCommit(git, name));
    assert.deepEqual(git.takeProcesses(), []);
  });
});
