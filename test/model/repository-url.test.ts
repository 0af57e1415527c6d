import assert from 'node:assert/strict';
import { parseRepositoryUrl, repositoryOf } from '../../src/model/repository-url.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('the address of a file in a repository', () => {
  const rows: readonly (readonly [url: string, read: string])[] = [
    ['https://github.com/Owner/Name/blob/main/src/a.ts', 'github.com/owner/name main/src/a.ts'],
    ['https://github.com/o/n/blob/main/src/a.ts#L10-L20', 'github.com/o/n main/src/a.ts #L10-L20'],
    ['https://github.com/o/n/blob/main/a.md?plain=1#L3', 'github.com/o/n main/a.md #L3'],
    ['https://www.github.com/o/n/tree/main/docs/', 'github.com/o/n main/docs'],
    ['https://github.com/o/n/raw/v1/a%20b.ts', 'github.com/o/n v1/a b.ts'],
    [`https://github.com/o/n/blob/${COMMIT}/a.ts`, `github.com/o/n ${COMMIT}/a.ts pinned`],
    ['https://raw.githubusercontent.com/o/n/main/a.ts', 'github.com/o/n main/a.ts'],
    ['https://raw.githubusercontent.com/o/n/refs/heads/main/a.ts', 'github.com/o/n main/a.ts'],
    ['https://gitlab.com/group/sub/n/-/blob/main/a.ts#L1-2', 'gitlab.com/group/sub/n main/a.ts #L1-2'],
    ['https://git.example/o/n/src/branch/main/a.ts', 'git.example/o/n main/a.ts'],
    ['https://bitbucket.org/o/n/src/main/a.ts', 'bitbucket.org/o/n main/a.ts'],
  ];
  for (const [url, read] of rows) {
    it(`is read: ${url}`, () => {
      const found = parseRepositoryUrl(url);
      const parts = [found?.repository, found?.segments.join('/')];
      if (found?.commit !== undefined) parts.push('pinned');
      if (found?.fragment !== undefined) parts.push(`#${found.fragment}`);
      assert.equal(parts.join(' '), read);
    });
  }

  it('is not that of an issue, a page or a file elsewhere', () => {
    for (const url of [
      'https://github.com/o/n',
      'https://github.com/o/n/issues/3',
      'https://github.com/o/n/blob/main',
      'https://github.com/o/n/releases/tag/v1',
      'https://docs.example/guide/blob.html',
      'src/a.ts',
      'ftp://github.com/o/n/blob/main/a.ts',
      `https://github.com/o/n/blob/main/${'a/'.repeat(2000)}`,
    ])
      assert.equal(parseRepositoryUrl(url), undefined, url);
  });
});

describe('the repository that an address names', () => {
  it('is the same however it is cloned', () => {
    for (const address of [
      'https://github.com/Owner/Name',
      'https://github.com/owner/name.git',
      'https://user:secret@github.com/owner/name.git/',
      'git@github.com:owner/name.git',
      'ssh://git@github.com:22/owner/name',
      'https://www.github.com/owner/name',
    ])
      assert.equal(repositoryOf(address), 'github.com/owner/name', address);
  });

  it('is none for a folder', () => {
    for (const address of ['../other', '/srv/git/a.git', 'C:\\a\\b', '', 'file:///a/b'])
      assert.equal(repositoryOf(address), undefined, address);
  });
});
