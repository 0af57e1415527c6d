import assert from 'node:assert/strict';
import { changesSince } from '../../src/history/changes.ts';
import { renamesBetween } from '../../src/history/renames.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import { cloneRepository, makeRepository, type TestRepository } from '../support/git-repository.ts';

const LINES = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join('');

describe('changes since a commit', () => {
  let repository: TestRepository;
  let git: CountingGit;
  let baseline: string;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ a: LINES, 'dir/b': '1', c: '1' });
    baseline = repository.commitFiles({ a: `${LINES}0`, 'dir/b': '2' }, { message: 'Baseline' });
    git = openCountingGit(repository.root);
  });

  afterEach(() => repository.remove());

  const changes = async (...paths: string[]): Promise<string[]> =>
    (await changesSince(git, baseline, 'HEAD', paths)).map(
      ({ summary, path, oldPath }) => `${summary}: ${oldPath === undefined ? '' : `${oldPath} -> `}${path}`,
    );

  it('are none where there were none', async () => {
    repository.commitFiles({ c: '2' });
    assert.deepEqual(await changes('a', 'dir'), []);
    assert.deepEqual(git.takeProcesses(), ['log']);
    assert.deepEqual(await changes(), []);
    assert.deepEqual(git.takeProcesses(), []);
  });

  it('come newest first, with who made them and what was before and after', async () => {
    repository.commitFiles(
      { a: `${LINES}1` },
      { message: 'One', author: 'Zoë', date: '2024-05-03T10:20:30+02:00' },
    );
    const two = repository.commitFiles({ a: `${LINES}2` }, { message: 'Two', date: '2020-01-01T00:00:00Z' });
    const [newest, older] = await changesSince(git, baseline, 'HEAD', ['a']);
    assert.equal(newest?.commit, two);
    assert.equal(newest?.after, repository.git('rev-parse', 'HEAD:a'));
    assert.deepEqual(older, {
      commit: repository.git('rev-parse', 'HEAD~1'),
      author: 'Zoë',
      date: '2024-05-03T10:20:30+02:00',
      summary: 'One',
      path: 'a',
      before: repository.git('rev-parse', `${baseline}:a`),
      after: repository.git('rev-parse', 'HEAD~1:a'),
    });
  });

  it('include those of files in a folder, made and deleted ones too', async () => {
    repository.commitFiles({ 'dir/new': '1', c: '2' }, { message: 'Add' });
    repository.delete('dir/b');
    repository.commit({ message: 'Delete' });
    assert.deepEqual(await changes('dir'), ['Delete: dir/b', 'Add: dir/new']);
    const [deleted, added] = await changesSince(git, baseline, 'HEAD', ['dir']);
    assert.equal(deleted?.after, undefined);
    assert.equal(added?.before, undefined);
  });

  it('go on under the name a file had before', async () => {
    repository.commitFiles({ a: `${LINES}1` }, { message: 'One' });
    repository.rename('a', 'dir/moved');
    repository.commit({ message: 'Move' });
    repository.commitFiles({ 'dir/moved': `${LINES}2` }, { message: 'Two' });
    repository.rename('dir/moved', 'ü "q"');
    repository.commitFiles({ c: '3' }, { message: 'Move again' });
    assert.deepEqual(await changes('ü "q"'), [
      'Move again: dir/moved -> ü "q"',
      'Two: dir/moved',
      'Move: a -> dir/moved',
      'One: a',
    ]);
    assert.deepEqual(git.takeProcesses(), ['log', 'log', 'log']);
  });

  it('on a branch count once they are merged', async () => {
    repository.branch('side');
    repository.commitFiles({ 'dir/b': 'side' }, { message: 'Side' });
    repository.branch('main');
    repository.commitFiles({ c: '2' });
    repository.merge('side');
    assert.deepEqual(await changes('dir/b'), ['Side: dir/b']);
  });

  it('on a branch that began before the baseline count too', async () => {
    repository.branch('side', `${baseline}~1`);
    repository.commitFiles({ c: 'side' }, { message: 'Side' });
    repository.branch('main');
    repository.merge('side');
    assert.deepEqual(await changes('c'), ['Side: c']);
  });

  it('on a branch whose merge dropped them do not count', async () => {
    repository.branch('side');
    repository.commitFiles({ 'dir/b': 'side' }, { message: 'Side' });
    repository.branch('main');
    repository.commitFiles({ c: '2' });
    repository.merge('side', () => repository.write({ 'dir/b': '2' }));
    assert.deepEqual(await changes('dir/b'), []);
  });

  it('made while a conflict was resolved belong to the merge', async () => {
    repository.branch('side');
    repository.commitFiles({ c: 'side' }, { message: 'Side' });
    repository.branch('main');
    repository.commitFiles({ c: 'main' }, { message: 'Main' });
    repository.merge('side', () => repository.write({ c: 'both' }));
    assert.deepEqual((await changes('c')).sort(), ['Main: c', 'Merge side: c', 'Side: c']);
    const [merge] = await changesSince(git, baseline, 'HEAD', ['c']);
    assert.equal(merge?.before, repository.git('rev-parse', 'HEAD^1:c'));
    assert.equal(merge?.after, repository.git('rev-parse', 'HEAD:c'));
  });

  it('of more paths than git is asked for are found by one process', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `many/${i % 150}/${i}`);
    repository.commitFiles(Object.fromEntries(names.map((name) => [name, name])), { message: 'Add' });
    repository.commitFiles({ 'many/7/7': 'x', 'many/8/other': 'x' }, { message: 'Change' });
    const all = await changes(...names);
    assert.equal(all.length, 301);
    assert.equal(all[0], 'Change: many/7/7');
    assert.deepEqual(git.takeProcesses(), ['log']);
  });

  it('cannot be asked for by anything but full commit ids', async () => {
    await assert.rejects(changesSince(git, 'main', 'HEAD', ['a']), /is not a full commit id/);
    await assert.rejects(changesSince(git, baseline, '--output=x', ['a']), /is not a full commit id/);
  });

  it('are found in a partial clone, that is never made to fetch', async () => {
    repository.rename('a', 'same');
    repository.commit({ message: 'Move' });
    repository.commitFiles({ same: `${LINES}5`, other: LINES }, { message: 'Change' });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = cloneRepository(repository, '--filter=blob:none', '--no-checkout');
    const partial = openCountingGit(clone.root);
    const found = await changesSince(partial, baseline, 'HEAD', ['same']);
    assert.deepEqual(
      found.map(({ summary, oldPath }) => [summary, oldPath]),
      [
        ['Change', undefined],
        ['Move', 'a'],
      ],
    );
    clone.remove();
  });
});

describe('renames between commits', () => {
  it('are found by likeness, with one process', async () => {
    const repository = makeRepository();
    const from = repository.commitFiles({ 'a b': LINES, c: 'x', 'ü/d': `${LINES}d`, gone: 'gone' });
    repository.rename('a b', 'new/a "b"');
    repository.rename('ü/d', 'e');
    repository.delete('gone');
    const to = repository.commitFiles({ e: `${LINES}e`, fresh: 'nothing like it' });
    const git = openCountingGit(repository.root);
    assert.deepEqual(
      [...(await renamesBetween(git, from, to))].sort(),
      [
        ['e', 'ü/d'],
        ['new/a "b"', 'a b'],
      ].sort(),
    );
    assert.deepEqual(git.takeProcesses(), ['diff-tree']);
    assert.equal((await renamesBetween(git, from, from)).size, 0);
    await assert.rejects(renamesBetween(git, from, 'main'), /is not a full commit id/);
    repository.remove();
  });
});
