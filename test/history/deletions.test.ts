import assert from 'node:assert/strict';
import { findDeletions } from '../../src/history/deletions.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import { makeRepository, type TestRepository } from '../support/git-repository.ts';

const text = (seed: string): string => Array.from({ length: 20 }, (_, i) => `${seed} ${i}\n`).join('');

describe('deletions', () => {
  let repository: TestRepository;
  let git: CountingGit;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({
      'a.txt': text('a'),
      'dir/b': text('b'),
      'dir/deep/c': text('c'),
      'dir/ü "q"\n': text('q'),
      keep: '1',
    });
    git = openCountingGit(repository.root);
  });

  afterEach(() => {
    git.dispose();
    repository.remove();
  });

  /** `summary: path` and, where it moved, where to. */
  const find = async (...paths: string[]): Promise<Record<string, string>> => {
    const found = await findDeletions(git, 'HEAD', paths);
    return Object.fromEntries(
      [...found].map(([path, { summary, path: name, movedTo }]) => [
        path,
        `${summary}: ${name}${movedTo === undefined ? '' : ` -> ${movedTo}`}`,
      ]),
    );
  };

  const remove = (path: string, message: string): string => {
    repository.delete(path);
    return repository.commit({ message });
  };

  const move = (from: string, to: string, message: string): string => {
    repository.rename(from, to);
    return repository.commit({ message });
  };

  it('tell who deleted a file, and when', async () => {
    repository.delete('a.txt');
    const commit = repository.commit({ message: 'Delete', author: 'Zoë', date: '2024-05-03T10:20:30+02:00' });
    assert.deepEqual((await findDeletions(git, 'HEAD', ['a.txt', 'never'])).get('a.txt'), {
      commit,
      author: 'Zoë',
      date: '2024-05-03T10:20:30+02:00',
      summary: 'Delete',
      path: 'a.txt',
    });
    assert.deepEqual(git.takeProcesses(), ['log', 'diff-tree']);
  });

  it('are none for what never was', async () => {
    assert.deepEqual(await find('never', 'dir/never', 'keep/x', '-x', ':(glob)**'), {});
    assert.deepEqual(git.takeProcesses(), ['log']);
    assert.deepEqual(await find(), {});
  });

  it('take the last of several', async () => {
    remove('a.txt', 'First');
    repository.commitFiles({ 'a.txt': 'again' });
    remove('a.txt', 'Second');
    assert.deepEqual(await find('a.txt'), { 'a.txt': 'Second: a.txt' });
  });

  it('tell where a file moved', async () => {
    move('a.txt', 'docs/ü "new".txt', 'Move');
    assert.deepEqual(await find('a.txt'), { 'a.txt': 'Move: a.txt -> docs/ü "new".txt' });
  });

  it('follow a file that moved on, and name the commit that took it away', async () => {
    move('a.txt', 'b.txt', 'First');
    move('b.txt', 'c.txt', 'Second');
    move('c.txt', 'd.txt', 'Third');
    assert.deepEqual(await find('a.txt', 'c.txt'), {
      'a.txt': 'First: a.txt -> d.txt',
      'c.txt': 'Third: c.txt -> d.txt',
    });
  });

  it('name the commit that deleted a file after it had moved', async () => {
    move('a.txt', 'b.txt', 'Move');
    remove('b.txt', 'Delete');
    assert.deepEqual(await find('a.txt'), { 'a.txt': 'Delete: b.txt' });
  });

  it('end, though a file moves in circles or often', async () => {
    move('a.txt', 'b.txt', 'There');
    move('b.txt', 'a.txt', 'And back');
    move('a.txt', 'b.txt', 'And there');
    assert.deepEqual(await find('a.txt'), { 'a.txt': 'And there: a.txt -> b.txt' });
    for (let i = 0; i < 8; i++) move(i === 0 ? 'b.txt' : `m${i - 1}`, `m${i}`, `Move ${i}`);
    git.takeProcesses();
    assert.deepEqual(await find('a.txt'), { 'a.txt': 'And there: a.txt' });
    assert.equal(git.takeProcesses().filter((command) => command === 'log').length, 6);
  });

  it('of a folder are those of its last file', async () => {
    remove('dir/b', 'One');
    remove('dir/deep', 'Two');
    remove('dir', 'Three');
    assert.deepEqual(await find('dir', 'dir/deep', 'dir/b'), {
      dir: 'Three: dir',
      'dir/deep': 'Two: dir/deep',
      'dir/b': 'One: dir/b',
    });
  });

  it('tell where most of a folder moved', async () => {
    repository.rename('dir/b', 'new/place/b');
    repository.rename('dir/deep/c', 'new/place/deep/c');
    repository.delete('dir');
    repository.commit({ message: 'Move' });
    assert.deepEqual(await find('dir', 'dir/deep'), {
      dir: 'Move: dir -> new/place',
      'dir/deep': 'Move: dir/deep -> new/place/deep',
    });
  });

  it('tell of no place where a folder was scattered', async () => {
    repository.rename('dir/b', 'x/b');
    repository.rename('dir/deep/c', 'y/deep/c');
    repository.delete('dir');
    repository.commit({ message: 'Scatter' });
    assert.deepEqual(await find('dir'), { dir: 'Scatter: dir' });
  });

  it('are found on a merged branch, and in a merge', async () => {
    repository.branch('side');
    move('a.txt', 'b.txt', 'On the side');
    repository.branch('main');
    repository.commitFiles({ keep: '2' });
    repository.merge('side', () => {
      repository.rename('dir/b', 'dir/b2');
      repository.delete('dir/deep');
    });
    assert.deepEqual(await find('a.txt', 'dir/b', 'dir/deep/c'), {
      'a.txt': 'On the side: a.txt -> b.txt',
      'dir/b': 'Merge side: dir/b -> dir/b2',
      'dir/deep/c': 'Merge side: dir/deep/c',
    });
  });

  it('of many paths cost as many processes as of one', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `many/${i % 120}/${i}`);
    repository.commitFiles(Object.fromEntries(names.map((name) => [name, text(name)])));
    repository.rename('many', 'moved');
    repository.delete('moved/0/0');
    repository.commit({ message: 'Move all' });
    const found = await findDeletions(git, 'HEAD', names);
    assert.equal(found.size, 400);
    assert.equal(found.get('many/1/1')?.movedTo, 'moved/1/1');
    assert.equal(found.get('many/0/0')?.movedTo, undefined);
    assert.deepEqual(git.takeProcesses(), ['log', 'diff-tree', 'cat-file']);
  });
});
