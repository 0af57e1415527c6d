import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blameFile } from '../../src/history/blame.ts';
import { describeRepository } from '../../src/history/repository.ts';
import { screenChanges, type Screen } from '../../src/history/screen.ts';
import { openCountingGit, type CountingGit } from '../support/counting-git.ts';
import { cloneRepository, makeRepository, type TestRepository } from '../support/git-repository.ts';

const CLAIMS = Array.from({ length: 20 }, (_, i) => `claim ${i}\n`).join('');

describe('screening evidence', () => {
  let repository: TestRepository;
  let git: CountingGit;

  beforeEach(() => {
    repository = makeRepository();
    git = openCountingGit(repository.root);
  });

  afterEach(() => {
    git.dispose();
    repository.remove();
  });

  const screen = async (...claimFiles: string[]): Promise<Screen> =>
    screenChanges(git, { head: repository.git('rev-parse', 'HEAD'), shallow: false }, claimFiles);

  /** The changed paths of a claim file, sorted; or `all`, or `none` where there is no such file. */
  const changed = async (claimFile: string): Promise<string[] | string> => {
    const paths = (await screen(claimFile)).changedSince(claimFile) ?? 'none';
    return paths === 'all' || paths === 'none' ? paths : [...paths].sort();
  };

  it('finds what changed since the claim file was made, and not what changed before', async () => {
    repository.commitFiles({ early: '1', late: '1', never: '1' });
    repository.commitFiles({ early: '2' });
    repository.commitFiles({ 'case.md': CLAIMS });
    repository.commitFiles({ late: '2', 'dir/ü "new"\n': '1' });
    assert.deepEqual(await changed('case.md'), ['dir/ü "new"\n', 'late']);
  });

  it('finds changes between and beside edits of the claim file, and changes taken back', async () => {
    repository.commitFiles({ 'case.md': CLAIMS, a: '1', b: '1', c: '1', d: '1' });
    repository.commitFiles({ a: '2', b: '2' });
    repository.commitFiles({ 'case.md': `${CLAIMS}x`, b: '1', c: '2' });
    repository.commitFiles({ c: '1' });
    // B was different for a while, but at no commit of the claim file.
    assert.deepEqual(await changed('case.md'), ['a', 'c', 'case.md']);
  });

  it('keeps claim files apart', async () => {
    repository.commitFiles({ 'src/old': '1', 'src/recent': '1' });
    repository.commitFiles({ 'old.md': CLAIMS });
    repository.commitFiles({ 'src/old': '2' });
    repository.commitFiles({ 'recent.md': CLAIMS });
    repository.commitFiles({ 'src/recent': '2' });
    const both = await screen('old.md', 'recent.md', 'none.md');
    const [older, newer] = ['old.md', 'recent.md'].map((file) => both.changedSince(file));
    assert.ok(older !== undefined && older !== 'all' && newer !== undefined && newer !== 'all');
    assert.deepEqual([...older].sort(), ['recent.md', 'src/old', 'src/recent']);
    assert.deepEqual([...newer], ['src/recent']);
    assert.deepEqual(
      ['src/old', 'src/recent', 'none'].map((path) => [older.has(path), newer.has(path)]),
      [
        [true, false],
        [true, true],
        [false, false],
      ],
    );
    assert.ok(older.hasBelow('src') && newer.hasBelow('src'));
    assert.equal(both.changedSince('none.md'), undefined);
  });

  it('tells which of two commits of a claim file is the newer, whatever their dates say', async () => {
    const first = repository.commitFiles({ 'case.md': CLAIMS }, { date: '2030-01-01T00:00:00Z' });
    const other = repository.commitFiles({ a: '1' });
    const last = repository.commitFiles({ 'case.md': 'x' }, { date: '2020-01-01T00:00:00Z' });
    const result = await screen('case.md');
    assert.deepEqual([last, first, other].map(result.ageOf), [0, 1, undefined]);
  });

  it('tells of folders', async () => {
    repository.commitFiles({ 'src/a/x': '1', 'src/b/y': '1', 'case.md': CLAIMS });
    repository.commitFiles({ 'src/a/x': '2' });
    const paths = (await screen('case.md')).changedSince('case.md');
    assert.ok(paths !== undefined && paths !== 'all');
    assert.deepEqual(
      ['', 'src', 'src/a', 'src/b', 'src/a/x', 'docs'].map((folder) => paths.hasBelow(folder)),
      [true, true, true, false, false, false],
    );
    assert.equal(paths.has('src/a'), false);
  });

  it('sees that a submodule moved, though the repository tells git to look away', async () => {
    const record = (digit: string): void => {
      repository.git('update-index', '--add', '--cacheinfo', `160000,${digit.repeat(40)},lib`);
      repository.git('commit', '-q', '-m', 'Record');
    };
    repository.commitFiles({ '.gitmodules': '[submodule "lib"]\n\tpath = lib\n\turl = x\n\tignore = all\n' });
    record('1');
    repository.write({ 'case.md': CLAIMS });
    repository.git('add', 'case.md');
    repository.git('commit', '-q', '-m', 'Claim');
    record('2');
    assert.deepEqual(await changed('case.md'), ['lib']);
  });

  it('sees changes that came by a branch', async () => {
    repository.commitFiles({ a: '1', b: '1' });
    repository.branch('side');
    repository.commitFiles({ a: '2' });
    repository.branch('main');
    repository.commitFiles({ 'case.md': CLAIMS });
    repository.merge('side');
    assert.deepEqual(await changed('case.md'), ['a']);
  });

  it('does not mind commits that were made again elsewhere', async () => {
    repository.commitFiles({ a: '1' });
    repository.branch('side');
    repository.commitFiles({ 'case.md': CLAIMS, a: '2' });
    repository.branch('main');
    repository.commitFiles({ b: '1' });
    repository.git('cherry-pick', 'side');
    repository.merge('side');
    assert.deepEqual(await changed('case.md'), ['b']);
    repository.branch('rebased', 'side');
    repository.git('rebase', '-q', 'main');
    assert.deepEqual(await changed('case.md'), ['b']);
  });

  it('has no answer for claim files that are deleted, untracked or not there', async () => {
    repository.commitFiles({ 'case.md': CLAIMS });
    repository.delete('case.md');
    repository.commit();
    repository.write({ 'untracked.md': '' });
    for (const file of ['case.md', 'untracked.md', 'none.md']) assert.equal(await changed(file), 'none');
    assert.equal((await screen()).changedSince('x'), undefined);
  });

  describe('leaves it to blame', () => {
    it('where the claim file was renamed', async () => {
      repository.commitFiles({ 'old.md': CLAIMS, a: '1' });
      repository.commitFiles({ a: '2' });
      repository.rename('old.md', 'new.md');
      repository.commit();
      assert.equal(await changed('new.md'), 'all');
    });

    it('where it was deleted once, and came back by a rename', async () => {
      repository.commitFiles({ 'case.md': CLAIMS });
      repository.delete('case.md');
      repository.commitFiles({ 'draft.md': CLAIMS });
      repository.commitFiles({ 'draft.md': `${CLAIMS}more\n` });
      repository.rename('draft.md', 'case.md');
      repository.commit();
      assert.equal(await changed('case.md'), 'all');
    });

    it('where a merge joined it with what it was called on a branch', async () => {
      repository.commitFiles({ 'old.md': CLAIMS });
      repository.branch('side');
      repository.commitFiles({ 'old.md': `${CLAIMS}side\n` });
      repository.branch('main');
      repository.rename('old.md', 'new.md');
      repository.commitFiles({ 'new.md': `main\n${CLAIMS}` });
      repository.merge('side', () => repository.write({ 'new.md': `main\n${CLAIMS}side\n` }));
      assert.equal(await changed('new.md'), 'all');
    });

    it('where blame goes by a merge to a branch on which it had another name', async () => {
      repository.commitFiles({ 'old.md': CLAIMS });
      repository.branch('side');
      const side = repository.commitFiles({ 'old.md': `${CLAIMS}side\n` });
      repository.branch('main');
      repository.commitFiles({ 'new.md': `main\n${CLAIMS}` });
      repository.delete('old.md');
      repository.commit();
      repository.merge('side', () => repository.write({ 'new.md': `main\n${CLAIMS}side\n` }));
      assert.equal((await blameFile(git, 'HEAD', 'new.md')).at(-1)?.commit, side);
      assert.equal(await changed('new.md'), 'all');
    });

    it('at the end of a shallow clone, but not beyond', async () => {
      repository.commitFiles({ 'old.md': CLAIMS, a: '1' });
      repository.commitFiles({ a: '2' });
      repository.commitFiles({ 'new.md': CLAIMS });
      repository.commitFiles({ a: '3' });
      const clone = cloneRepository(repository, '--depth', '3');
      const shallow = openCountingGit(clone.root);
      const { head } = await describeRepository(shallow);
      const result = await screenChanges(shallow, { head: head!, shallow: true }, ['old.md', 'new.md']);
      assert.equal(result.changedSince('old.md'), 'all');
      assert.deepEqual([...(result.changedSince('new.md') as Iterable<string>)], ['a']);
      shallow.dispose();
      clone.remove();
    });
  });

  it('takes as many processes for a thousand claim files as for ten', async () => {
    const make = (count: number): string[] =>
      Array.from({ length: count }, (_, i) => `cases/${i % 7}/${i}.md`);
    repository.commitFiles(Object.fromEntries(make(1000).map((path, i) => [path, `${i}`])));
    repository.delete('cases/0/0.md');
    repository.commitFiles({ 'cases/0/0.md': 'again', a: '1' });
    repository.commitFiles({ 'cases/1/1.md': 'changed', a: '2' });
    const counts: string[][] = [];
    for (const count of [10, 1000]) {
      const fresh = openCountingGit(repository.root);
      const result = await screenChanges(
        fresh,
        { head: repository.git('rev-parse', 'HEAD'), shallow: false },
        make(count),
      );
      const paths = result.changedSince('cases/2/2.md');
      assert.ok(paths !== undefined && paths !== 'all' && paths.has('a'));
      counts.push(fresh.takeProcesses());
      fresh.dispose();
    }
    assert.deepEqual(counts, Array(2).fill(['cat-file', 'log', 'diff-tree']));
  });

  it('asks no more than it must before there is anything to compare', async () => {
    repository.commitFiles({ 'case.md': CLAIMS, a: '1' });
    assert.deepEqual(await changed('case.md'), []);
    assert.deepEqual(git.takeProcesses(), ['cat-file', 'log']);
  });
});

/** A small generator of the same "random" numbers from the same seed; gives integers below `limit`. */
function makeRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Makes a history of edits, branches and merges of evidence and three claim files, one of which is renamed on the way. */
function makeHistory(repository: TestRepository, seed: number): { claimFiles: string[]; evidence: string[] } {
  const random = makeRandom(seed);
  const evidence = Array.from({ length: 24 }, (_, i) => `d${i % 3}/e${i}`);
  const claimFiles = ['one.md', 'two.md', 'three.md'];
  const claims = (file: string): string =>
    Array.from({ length: 12 }, (_, i) => `${file} ${i} ${random(4) === 0 ? random(100) : ''}`).join('\n');
  const edit = (files: Record<string, string> = {}): void => {
    // Few values, so that evidence often becomes again what it was.
    for (let i = random(2); i >= 0; i--) files[evidence[random(evidence.length)]!] = String(random(2));
    repository.commitFiles(files);
  };
  repository.commitFiles(Object.fromEntries(evidence.map((path) => [path, '0'])));
  repository.commitFiles({ 'draft.md': claims('three.md') });
  for (let round = 0; round < 4; round++) {
    edit();
    if (round === 2) repository.rename('draft.md', 'three.md');
    edit(round === 1 ? { 'one.md': claims('one.md') } : {});
    repository.branch(`side${round}`);
    edit(round === 2 ? { 'one.md': claims('one.md') } : {});
    edit();
    repository.branch('main');
    edit(round === 2 ? { 'two.md': claims('two.md') } : {});
    edit(round === 3 ? { 'one.md': claims('one.md') } : {});
    // Whatever conflicts there are, a resolution of our own ends them.
    const path = evidence[random(evidence.length)]!;
    const resolved: Record<string, string> = round < 1 ? {} : { 'one.md': claims('one.md') };
    repository.merge(`side${round}`, () => {
      repository.write({ ...resolved, [path]: '1' });
      for (const each of evidence) resolveConflict(repository, each);
    });
  }
  edit();
  return { claimFiles, evidence };
}

/** Takes our side of a file in which a merge left both. */
function resolveConflict(repository: TestRepository, path: string): void {
  const text = readFileSync(`${repository.root}/${path}`, 'utf8');
  if (text.includes('<<<<<<<')) repository.write({ [path]: '0' });
}

describe('screening against blame', () => {
  for (const seed of [1, 2]) {
    it(`clears much, and nothing that blame would not, in history ${seed}`, async () => {
      const repository = makeRepository();
      const { claimFiles, evidence } = makeHistory(repository, seed);
      const git = openCountingGit(repository.root);
      const head = repository.git('rev-parse', 'HEAD');
      const screen = await screenChanges(git, { head, shallow: false }, claimFiles);
      const cleared = new Map<string, number>();
      for (const claimFile of claimFiles) {
        const changed = screen.changedSince(claimFile);
        assert.ok(changed !== undefined);
        const clear = changed === 'all' ? [] : evidence.filter((path) => !changed.has(path));
        cleared.set(claimFile, clear.length);
        for (const commit of new Set((await blameFile(git, head, claimFile)).map((line) => line.commit))) {
          const names = clear.flatMap((path) => [`${head}:${path}`, `${commit}:${path}`]);
          const oids = (await git.info(names)).map((object) => object?.oid);
          for (const [i, path] of clear.entries())
            assert.equal(oids[2 * i], oids[2 * i + 1], `${claimFile} ${path}`);
        }
      }
      assert.ok(cleared.get('one.md')! > 0 && cleared.get('two.md')! > cleared.get('one.md')!);
      assert.equal(cleared.get('three.md'), 0);
      git.dispose();
      repository.remove();
    });
  }
});
