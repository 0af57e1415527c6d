import assert from 'node:assert/strict';
import { listTree } from '../../src/history/trees.ts';
import { openCountingGit } from '../support/counting-git.ts';
import { makeRepository, type TestRepository } from '../support/git-repository.ts';

describe('listing a tree', () => {
  let repository: TestRepository;
  let first: string;

  before(() => {
    repository = makeRepository();
    first = repository.commitFiles({ 'd/a\tb': '1', 'd/e/ü': '1', 'd2/x': '1', '[d]/y': '1', f: '1' });
    repository.delete('d');
    repository.commit();
  });

  after(() => repository.remove());

  const list = async (commit: string, folder: string): Promise<string[]> =>
    (await listTree(openCountingGit(repository.root), commit, folder)).map(({ path }) => path);

  it('gives the files below a folder as it was', async () => {
    assert.deepEqual(await list(first, 'd'), ['d/a\tb', 'd/e/ü']);
    assert.deepEqual(await list(first, 'd/'), ['d/a\tb', 'd/e/ü']);
    assert.deepEqual(await list(first, '[d]'), ['[d]/y']);
    assert.deepEqual(await list(first, ''), ['[d]/y', 'd/a\tb', 'd/e/ü', 'd2/x', 'f']);
  });

  it('gives nothing for what is no folder', async () => {
    for (const folder of ['d', 'f', 'none', '-x']) assert.deepEqual(await list('HEAD', folder), []);
  });

  it('gives object ids', async () => {
    const [file] = await listTree(openCountingGit(repository.root), first, 'd2');
    assert.equal(file?.oid, repository.git('rev-parse', 'HEAD:d2/x'));
  });

  it('starts at the top, wherever git was opened', async () => {
    const files = await listTree(openCountingGit(`${repository.root}/d2`), 'HEAD', 'd2');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['d2/x'],
    );
  });
});
