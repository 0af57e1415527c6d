import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../../src/node/file-system.ts';
import { makeFolder, openRepository, type TestRepository } from '../support/git-repository.ts';

const LIMIT = 100;

describe('node file system', () => {
  const fileSystem = nodeFileSystem();
  let folder: TestRepository;
  let root: string;

  before(() => {
    folder = openRepository(makeFolder());
    root = `${folder.root}/root`;
    folder.write({
      'root/a.txt': 'hello',
      'root/empty': '',
      'root/big': 'x'.repeat(LIMIT + 1),
      'root/full': 'x'.repeat(LIMIT),
      'root/src/deep/ü b.ts': 'deep',
      'root/.hidden/x.yaml': '',
      'root/.git/config': '',
      'root/node_modules/m/index.js': '',
      'root/src/node_modules/m/index.js': '',
      'secret/key': 'secret',
      'rooted/key': 'a sibling whose name begins like the root',
    });
    const links: [target: string, path: string][] = [
      ['a.txt', 'inside-link'],
      ['src', 'folder-link'],
      ['../secret/key', 'outside-link'],
      ['../secret', 'outside-folder'],
      [`${folder.root}/rooted/key`, 'sibling-link'],
      ['nowhere', 'dangling'],
      ['loop', 'loop'],
      ['..', 'up'],
    ];
    for (const [target, path] of links) symlinkSync(target, join(root, path));
  });

  after(() => folder.remove());

  describe('linkText', () => {
    const cases: [path: string, expected: string | undefined][] = [
      ['inside-link', 'a.txt'],
      ['dangling', 'nowhere'],
      ['loop', 'loop'],
      ['outside-link', '../secret/key'],
      ['a.txt', undefined],
      ['src', undefined],
      ['missing', undefined],
      ['outside-folder/key', undefined],
      ['up/root/dangling', undefined],
      ['../root/dangling', undefined],
      ['a\0b', undefined],
    ];
    for (const [path, expected] of cases) {
      it(`of ${JSON.stringify(path)}`, async () => {
        assert.equal(await fileSystem.linkText(root, path), expected);
      });
    }
  });

  describe('read', () => {
    const cases: [path: string, expected: string][] = [
      ['a.txt', 'file:hello'],
      ['./src/../a.txt', 'file:hello'],
      ['src/deep/ü b.ts', 'file:deep'],
      ['empty', 'file:'],
      ['full', `file:${'x'.repeat(LIMIT)}`],
      ['big', `too-large:${LIMIT + 1}`],
      ['inside-link', 'file:hello'],
      ['folder-link/deep/ü b.ts', 'file:deep'],
      ['outside-link', 'outside'],
      ['outside-folder/key', 'outside'],
      ['sibling-link', 'outside'],
      ['up/secret/key', 'outside'],
      ['up/root/a.txt', 'file:hello'],
      ['../secret/key', 'outside'],
      ['src/../../secret/key', 'outside'],
      ['/etc/passwd', 'outside'],
      ['C:/secret', 'outside'],
      ['none', 'missing'],
      ['a.txt/none', 'missing'],
      ['dangling', 'missing'],
      ['nul\0', 'missing'],
      ['x'.repeat(5000), 'missing'],
      ['src', 'unreadable:it is a folder'],
      ['', 'unreadable:it is a folder'],
      ['loop', 'unreadable:its links lead in a circle'],
    ];
    for (const [path, expected] of cases) {
      it(`${JSON.stringify(path.slice(0, 40))} is ${expected.slice(0, 40)}`, async () => {
        const result = await fileSystem.read(root, path, LIMIT);
        const detail: Record<string, () => string> = {
          file: () => `:${result.kind === 'file' ? Buffer.from(result.bytes).toString() : ''}`,
          'too-large': () => `:${result.kind === 'too-large' ? result.size : ''}`,
          unreadable: () => `:${result.kind === 'unreadable' ? result.why : ''}`,
        };
        assert.equal(result.kind + (detail[result.kind]?.() ?? ''), expected);
      });
    }

    it('says of a root that is not there that the file is missing', async () => {
      assert.deepEqual(await fileSystem.read(`${root}/gone`, 'a', LIMIT), { kind: 'missing' });
    });

    it('follows a root that is itself a link', async () => {
      symlinkSync(root, `${folder.root}/linked-root`);
      assert.equal((await fileSystem.read(`${folder.root}/linked-root`, 'a.txt', LIMIT)).kind, 'file');
    });

    if (process.platform !== 'win32') {
      it('never opens a named pipe, which would wait for a writer', async () => {
        execFileSync('mkfifo', [join(root, 'pipe')]);
        assert.deepEqual(await fileSystem.read(root, 'pipe', LIMIT), {
          kind: 'unreadable',
          why: 'it is a named pipe',
        });
      });

      it('says why a file cannot be read', async function () {
        if (process.getuid?.() === 0) return; // Root may read everything.
        writeFileSync(join(root, 'locked'), '');
        chmodSync(join(root, 'locked'), 0);
        assert.deepEqual(await fileSystem.read(root, 'locked', LIMIT), {
          kind: 'unreadable',
          why: 'you may not read it',
        });
      });
    }
  });

  it('tells what stands at a path', async () => {
    const kinds = ['a.txt', 'src', '', 'folder-link', 'outside-folder', '../secret', 'none', 'loop'];
    assert.deepEqual(await Promise.all(kinds.map((path) => fileSystem.kind(root, path))), [
      'file',
      'folder',
      'folder',
      'folder',
      'outside',
      'outside',
      'missing',
      'missing',
    ]);
  });

  describe('list', () => {
    it('lists hidden files and links to files, but not git, node_modules or what links lead to', async () => {
      const files = await fileSystem.list(root);
      assert.deepEqual(
        files.filter((path) => path !== 'pipe' && path !== 'locked'),
        ['.hidden/x.yaml', 'a.txt', 'big', 'empty', 'full', 'inside-link', 'src/deep/ü b.ts'],
      );
    });

    it('keeps what matches one of the globs', async () => {
      assert.deepEqual(await fileSystem.list(root, ['**/*.{yaml,ts}', 'a.*']), [
        '.hidden/x.yaml',
        'a.txt',
        'src/deep/ü b.ts',
      ]);
    });

    it('does not leave the root by a glob', async () => {
      const globs = ['../secret/**', '{.,x}./secret/*', 'outside-folder/**', '/etc/passwd'];
      assert.deepEqual(await fileSystem.list(root, globs), []);
    });

    it('gives nothing for a root that is not there', async () => {
      assert.deepEqual(await fileSystem.list(`${root}/gone`), []);
    });
  });

  it('finds the nearest folder above that holds an entry', async () => {
    mkdirSync(`${root}/src/deep/.git`);
    assert.equal(await fileSystem.findUp(`${root}/src/deep`, '.git'), `${root}/src/deep`);
    assert.equal(await fileSystem.findUp(`${root}/src`, '.git'), root);
    assert.equal(await fileSystem.findUp(`${root}/src`, 'no such entry anywhere'), undefined);
  });
});
