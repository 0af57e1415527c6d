import assert from 'node:assert/strict';
import { logPaths, parseLog } from '../../src/history/log.ts';
import { openCountingGit } from '../support/counting-git.ts';
import { makeRepository, type TestRepository } from '../support/git-repository.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const NONE = '0'.repeat(40);

/** A commit's header as our format prints it. */
const header = (summary = 'Say why', parents = B): string =>
  ['', '\x01', A, C, parents, 'Ada', '2024-01-01T00:00:00+01:00', summary, ''].join('\0');

describe('parsing git log', () => {
  it('reads nothing from nothing', () => {
    assert.deepEqual(parseLog(''), []);
  });

  it('reads a commit with all kinds of changes', () => {
    const output =
      header() +
      `\n:100644 100755 ${A} ${B} M\0a b\0` +
      `:000000 100644 ${NONE} ${B} A\0new\nline\0` +
      `:100644 000000 ${A} ${NONE} D\0:100644 gone\0` +
      `:100644 100644 ${A} ${B} R087\0old\0new\0` +
      `:100644 100644 ${A} ${A} C100\0from\0to\0` +
      `:100644 120000 ${A} ${B} T\0link\0`;
    const [commit, ...others] = parseLog(output);
    assert.deepEqual(others, []);
    assert.deepEqual(commit, {
      commit: A,
      tree: C,
      parents: [B],
      author: 'Ada',
      date: '2024-01-01T00:00:00+01:00',
      summary: 'Say why',
      files: [
        { path: 'a b', status: 'M', before: [A], after: B },
        { path: 'new\nline', status: 'A', before: [undefined], after: B },
        { path: ':100644 gone', status: 'D', before: [A], after: undefined },
        { path: 'new', oldPath: 'old', status: 'R', before: [A], after: B },
        { path: 'to', oldPath: 'from', status: 'C', before: [A], after: A },
        { path: 'link', status: 'T', before: [A], after: B },
      ],
    });
  });

  it('reads merges, with and without changes of their own', () => {
    const output =
      header('one', `${B} ${C}`) +
      '\0' +
      `::100644 100644 100644 ${A} ${B} ${C} MM\0x\0` +
      `::100644 000000 100644 ${A} ${NONE} ${C} MA\0y\0` +
      header('two', `${B} ${C}`) +
      '\0' +
      header('three', '');
    const commits = parseLog(output);
    assert.deepEqual(
      commits.map(({ summary, parents, files }) => [summary, parents.length, files]),
      [
        [
          'one',
          2,
          [
            { path: 'x', status: 'MM', before: [A, B], after: C },
            { path: 'y', status: 'MA', before: [A, undefined], after: C },
          ],
        ],
        ['two', 2, []],
        ['three', 0, []],
      ],
    );
  });

  it('takes no text of a commit for anything else', () => {
    const commits = parseLog(header('\x01') + `\n:100644 100644 ${A} ${B} M\0\x01\0` + header(':100644 x'));
    assert.deepEqual(
      commits.map(({ summary, files }) => [summary, files.map(({ path }) => path)]),
      [
        ['\x01', ['\x01']],
        [':100644 x', []],
      ],
    );
  });
});

describe('running git log', () => {
  let repository: TestRepository;

  before(() => {
    repository = makeRepository();
    repository.commitFiles({ 'a/ü "q"\t.txt': '1', b: '1', '-dash': '1', '[a]*': '1' }, { message: 'root' });
    repository.commitFiles({ b: '2' }, { message: 'second\n\nwith a body', author: 'Zoë "Q"' });
    repository.git('config', 'log.showRoot', 'false');
    repository.git('config', 'log.follow', 'true');
    repository.git('config', 'color.ui', 'always');
    repository.git('config', 'diff.orderFile', 'no-such-file');
    repository.git('config', 'diff.relative', 'true');
  });

  after(() => repository.remove());

  const log = async (paths: string[]): Promise<unknown> =>
    (await logPaths(openCountingGit(repository.root), 'HEAD', paths, ['--no-renames'])).map(
      ({ summary, files }) => [summary, files.map(({ path }) => path)],
    );

  it('reads real commits, whatever the configuration says', async () => {
    assert.deepEqual(await log(['a/ü "q"\t.txt']), [['root', ['a/ü "q"\t.txt']]]);
    assert.deepEqual(await log(['b']), [
      ['second', ['b']],
      ['root', ['b']],
    ]);
  });

  it('takes paths as they are', async () => {
    assert.deepEqual(await log(['-dash']), [['root', ['-dash']]]);
    assert.deepEqual(await log(['[a]*']), [['root', ['[a]*']]]);
    assert.deepEqual(await log([':(glob)**']), []);
    assert.deepEqual(await log(['a']), [['root', ['a/ü "q"\t.txt']]]);
  });

  it('asks for a neighbourhood where a path cannot be asked for', async () => {
    assert.deepEqual(await log(['a/new\nline']), [['root', ['a/ü "q"\t.txt']]]);
  });
});
