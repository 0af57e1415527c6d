import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { objectIds } from '../../../scripts/replay/object-ids.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';

describe('the ids of what names lead to', () => {
  let repository: TestRepository;
  beforeEach(() => (repository = makeRepository()));
  afterEach(() => repository.remove());

  it('are those of files and folders, and undefined for what is not there', async () => {
    repository.commitFiles({ 'docs/notes.md': 'notes\n' });
    const { root } = repository;
    const expected = ['HEAD:docs/notes.md', 'HEAD:docs'].map((name) => repository.git('rev-parse', name));
    const names = ['HEAD:docs/notes.md', 'HEAD:gone.md', 'HEAD:docs'];
    assert.deepEqual(await objectIds(root, names), [expected[0], undefined, expected[1]]);
    assert.deepEqual(await objectIds(root, []), []);
  });

  if (process.platform !== 'win32') {
    it('follow symbolic links, and those that lead nowhere shift no other answer', async () => {
      repository.write({ 'site/design.md': 'design\n' });
      symlinkSync('site/design.md', join(repository.root, 'DESIGN.md'));
      symlinkSync('site/gone.md', join(repository.root, 'GONE.md'));
      symlinkSync('../elsewhere.md', join(repository.root, 'OUT.md'));
      repository.commit();
      const id = repository.git('rev-parse', 'HEAD:site/design.md');
      const names = ['HEAD:GONE.md', 'HEAD:OUT.md', 'HEAD:DESIGN.md'];
      assert.deepEqual(await objectIds(repository.root, names), [undefined, undefined, id]);
    });
  }
});
