import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { createLookUp } from '../../src/history/look-up.ts';
import { parseTreeObject } from '../../src/history/tree-object.ts';
import { openCountingGit } from '../support/counting-git.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

describe('looking up a path in a commit', () => {
  for (const objectFormat of ['sha1', 'sha256'] as const) {
    it(`says what stands there, by one process (${objectFormat})`, async () => {
      const repository: TestRepository = makeRepository({ objectFormat });
      const git = openCountingGit(repository.root);
      try {
        repository.write({ 'src/größe.py': '1\n', 'src/new\nline': '2\n', 'a/b/c': '3\n' });
        symlinkSync('../src', `${repository.root}/a/link`);
        repository.commit();
        const module = '1'.repeat(objectFormat === 'sha1' ? 40 : 64);
        repository.git('update-index', '--add', '--cacheinfo', `160000,${module},vendor/lib`);
        repository.git('commit', '-q', '-m', 'Add a submodule');
        const head = repository.git('rev-parse', 'HEAD');
        const lookUp = createLookUp(git);
        const found = async (path: string): Promise<string> => {
          const entry = await lookUp(head, path);
          return 'rest' in entry ? `${entry.kind} ${entry.path} + ${entry.rest}` : entry.kind;
        };
        assert.equal(await found('src/größe.py'), 'file');
        assert.equal(await found('src/new\nline'), 'file');
        assert.equal(await found('a/b'), 'folder');
        assert.equal(await found(''), 'folder');
        assert.equal(await found('a/b/c/d'), 'absent');
        assert.equal(await found('a/x/c'), 'absent');
        assert.equal(await found('a/link'), 'link a/link + ');
        assert.equal(await found('a/link/größe.py'), 'link a/link + größe.py');
        assert.equal(await found('vendor/lib/x/y'), 'submodule vendor/lib + x/y');
        const entry = await lookUp(head, 'vendor/lib');
        assert.equal('oid' in entry && entry.oid, module);
        assert.deepEqual(await lookUp('2'.repeat(head.length), 'a'), { kind: 'unread' });
        assert.deepEqual(git.takeProcesses(), ['cat-file']);
      } finally {
        git.dispose();
        repository.remove();
      }
    });
  }

  it('reads no further than a damaged tree goes', () => {
    const entry = Buffer.concat([Buffer.from('100644 name\0'), Buffer.alloc(20, 0xab)]);
    const parsed = { name: 'name', oid: 'ab'.repeat(20), kind: 'file' };
    assert.deepEqual(parseTreeObject(entry, 20), [parsed]);
    for (let length = 0; length < entry.length; length++) {
      const cut = parseTreeObject(Buffer.concat([entry, entry.subarray(0, length)]), 20);
      assert.deepEqual(cut, [parsed], `${length}`);
    }
  });
});
