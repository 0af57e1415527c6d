import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readGitIndex } from '../../src/history/git-index.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const FILES = {
  'a.txt': 'a\n',
  'src/deep/er/one.py': 'one\n',
  'src/deep/er/two.py': 'two\n',
  'src/ü b.ts': 'umlaut\n',
  [`long/${'x'.repeat(200)}.txt`]: 'long\n',
};

/** What git itself says of the files of the index. */
function listed(repository: TestRepository): string[] {
  return repository.git('ls-files', '-s', '-z').split('\0').filter(Boolean);
}

function read(repository: TestRepository, algorithm: 'sha1' | 'sha256' = 'sha1') {
  return readGitIndex(readFileSync(`${repository.root}/.git/index`), algorithm);
}

/** The same by our reader. */
function seen(repository: TestRepository, algorithm?: 'sha1' | 'sha256'): string[] {
  const index = read(repository, algorithm);
  assert.ok(index);
  return listed(repository).map((line) => {
    const path = line.slice(line.indexOf('\t') + 1);
    const entry = index.entry(path);
    return `${entry?.mode.toString(8)} ${entry?.oid} 0\t${path}`;
  });
}

describe("git's index", () => {
  for (const [version, objectFormat] of [
    ['2', 'sha1'],
    ['3', 'sha1'],
    ['4', 'sha1'],
    ['2', 'sha256'],
    ['4', 'sha256'],
  ] as const) {
    it(`is read in version ${version} with ${objectFormat}`, () => {
      const repository = makeRepository({ objectFormat });
      repository.commitFiles(FILES);
      repository.write({ 'new.txt': 'new\n' });
      // An entry of this kind needs version 3.
      repository.git('add', '-N', 'new.txt');
      repository.git('update-index', '--index-version', version);
      assert.deepEqual(seen(repository, objectFormat), listed(repository));
      assert.equal(listed(repository).length, 6);
      assert.equal(read(repository, objectFormat)?.entry('new.txt')?.special, true);
      assert.equal(read(repository, objectFormat)?.entry('a.txt')?.special, false);
      assert.equal(read(repository, objectFormat)?.entry('b.txt'), undefined);
      repository.remove();
    });
  }

  it('says which entries git does not look at', () => {
    const repository = makeRepository();
    repository.commitFiles(FILES);
    repository.git('update-index', '--assume-unchanged', 'a.txt');
    repository.git('update-index', '--skip-worktree', 'src/ü b.ts');
    const index = read(repository)!;
    assert.equal(index.entry('a.txt')?.special, true);
    assert.equal(index.entry('src/ü b.ts')?.skipWorktree, true);
    assert.equal(index.entry('src/deep/er/one.py')?.skipWorktree, false);
    repository.remove();
  });

  it('is not believed where it is split, cut off, or of another version', () => {
    const repository = makeRepository();
    repository.commitFiles(FILES);
    const bytes = readFileSync(`${repository.root}/.git/index`);
    const end = bytes.indexOf('TREE');
    assert.ok(end > 0);
    // Twenty bytes at the end are a checksum.
    for (let length = 0; length < end + 20; length++) {
      assert.equal(readGitIndex(bytes.subarray(0, length), 'sha1'), undefined, `cut at ${length}`);
    }
    const other = Buffer.from(bytes);
    other.writeUInt32BE(5, 4);
    assert.equal(readGitIndex(other, 'sha1'), undefined);
    repository.git('update-index', '--split-index');
    assert.equal(read(repository), undefined);
    repository.remove();
  });

  it('leaves out files in conflict', () => {
    const repository = makeRepository();
    repository.commitFiles({ 'a.txt': 'a\n', 'b.txt': 'b\n' });
    repository.branch('other');
    repository.commitFiles({ 'a.txt': 'other\n' });
    repository.branch('main');
    repository.commitFiles({ 'a.txt': 'mine\n' });
    assert.throws(() => repository.git('merge', '-q', 'other'));
    const index = read(repository)!;
    assert.equal(index.entry('a.txt'), undefined);
    assert.ok(index.entry('b.txt'));
    repository.remove();
  });
});
