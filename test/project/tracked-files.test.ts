import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import {
  type TestRepository,
  cloneRepository,
  makeFolder,
  makeRepository,
} from '../support/git-repository.ts';
import { linksOf, openProject, showLinks } from '../support/project.ts';

const LINKS = ['src/a.txt', 'src/b.py#f', 'src/c.txt#L1-L2', 'src/d.txt'];
const FILES = {
  'src/a.txt': 'first\n',
  'src/b.py': 'def f():\n    return 1\n',
  'src/c.txt': 'one\ntwo\nthree\n',
  'src/d.txt': 'fourth\n',
};
const CASE = `case: A\nclaims:\n  C1:\n    text: Holds.\n    evidence:\n${LINKS.map((link) => `      - ${link}\n`).join('')}`;

/** A repository whose index was written well after its files, as after any `git status`. */
async function settled(): Promise<TestRepository> {
  const repository = makeRepository();
  repository.commitFiles({ ...FILES, 'a.case.yaml': CASE });
  await settle(repository);
  return repository;
}

async function settle(repository: TestRepository): Promise<void> {
  await setTimeout(30);
  repository.git('update-index', '--force-write-index');
}

async function look(
  repository: TestRepository,
): Promise<{ links: string[]; reads: string[]; dirty: boolean }> {
  const opened = openProject({ roots: [repository.root] });
  const snapshot = await opened.project.check();
  opened.project.dispose();
  const reads = opened.takeReads().filter((path) => path.startsWith('src/'));
  return { links: showLinks(snapshot), reads, dirty: snapshot.cases[0]!.subject.dirty };
}

const ALL_CURRENT = LINKS.map((link) => `${link}: current/unchanged`);

describe('files that git knows to be unchanged', () => {
  it('are read only where a part of them has to be found', async () => {
    const repository = await settled();
    const { links, reads, dirty } = await look(repository);
    assert.deepEqual(links, ALL_CURRENT);
    assert.deepEqual(reads.sort(), ['src/b.py', 'src/c.txt']);
    assert.equal(dirty, false);
    repository.remove();
  });

  it('are not read, however many they are', async () => {
    const repository = makeRepository();
    const paths = Array.from({ length: 60 }, (_, i) => `src/f${i}.txt`);
    const text = `case: A\nclaims:\n  C1:\n    text: Holds.\n    evidence:\n${paths.map((path) => `      - ${path}\n`).join('')}`;
    repository.commitFiles({ 'a.case.yaml': text, ...Object.fromEntries(paths.map((path) => [path, path])) });
    await settle(repository);
    const { links, reads } = await look(repository);
    assert.equal(links.filter((link) => link.endsWith('current/unchanged')).length, 60);
    assert.deepEqual(reads, []);
    repository.remove();
  });

  it('are read once for all links into them, in whatever order these are written', async () => {
    const repository = makeRepository();
    const paths = Array.from({ length: 100 }, (_, i) => `src/f${i}.txt`);
    const links = [1, 2].flatMap((line) => paths.map((path) => `      - ${path}#L${line}\n`));
    const text = `case: A\nclaims:\n  C1:\n    text: Holds.\n    evidence:\n${links.join('')}`;
    repository.commitFiles({
      'a.case.yaml': text,
      ...Object.fromEntries(paths.map((path) => [path, 'a\nb\n'])),
    });
    const { reads } = await look(repository);
    assert.deepEqual(reads.sort(), [...paths].sort());
    repository.remove();
  });

  it('are read by whoever wants to know how many lines they have', async () => {
    const repository = await settled();
    const { project } = openProject({ roots: [repository.root], countLines: true });
    const [first] = linksOf(await project.check());
    assert.equal(first!.verdict.targets[0]!.endLine, 1);
    repository.write({ 'src/a.txt': 'first\nsecond\nthird' });
    await setTimeout(10);
    project.forgetAll();
    const [again] = linksOf(await project.check());
    assert.equal(again!.verdict.targets[0]!.endLine, 3);
    project.dispose();
    repository.remove();
  });
});

describe('files that may have changed since git looked', () => {
  const uncommitted = ['src/a.txt: stale/uncommitted', ...ALL_CURRENT.slice(1)];

  it('are compared where they changed without changing their size', async () => {
    const repository = await settled();
    repository.write({ 'src/a.txt': 'FIRST\n' });
    assert.deepEqual((await look(repository)).links, uncommitted);
    repository.remove();
  });

  it('are compared where somebody set back the time of the change', async () => {
    const repository = await settled();
    const { atime, mtime } = lstatSync(`${repository.root}/src/a.txt`);
    repository.write({ 'src/a.txt': 'FIRST\n' });
    utimesSync(`${repository.root}/src/a.txt`, atime, mtime);
    assert.deepEqual((await look(repository)).links, uncommitted);
    repository.remove();
  });

  it('are compared where they changed at the moment at which the index was written', async () => {
    const repository = makeRepository();
    repository.commitFiles({ ...FILES, 'a.case.yaml': CASE });
    repository.git('add', '-A');
    repository.write({ 'src/a.txt': 'FIRST\n' });
    assert.deepEqual((await look(repository)).links, uncommitted);
    repository.remove();
  });

  it('are unchanged where they were only touched, or made executable', async () => {
    const repository = await settled();
    utimesSync(`${repository.root}/src/a.txt`, new Date(), new Date());
    chmodSync(`${repository.root}/src/d.txt`, 0o755);
    const { links, reads, dirty } = await look(repository);
    assert.deepEqual(links, ALL_CURRENT);
    assert.ok(reads.includes('src/a.txt') && reads.includes('src/d.txt'));
    assert.equal(dirty, false);
    repository.remove();
  });

  it('are followed where a link took their place, and only within the repository', async () => {
    const repository = await settled();
    const outside = makeFolder();
    for (const [name, target] of [
      ['src/a.txt', 'd.txt'],
      ['src/d.txt', `${outside}/d.txt`],
    ] as const) {
      unlinkSync(`${repository.root}/${name}`);
      symlinkSync(target, `${repository.root}/${name}`);
    }
    writeFileSync(`${outside}/d.txt`, FILES['src/d.txt']);
    const { links } = await look(repository);
    assert.equal(links[3], 'src/d.txt: broken/outside-root');
    assert.equal(links[0], 'src/a.txt: broken/outside-root');
    repository.remove();
  });

  it('are not taken from behind a link to a folder outside, though it be the very same files', async () => {
    const repository = await settled();
    const outside = makeFolder();
    renameSync(`${repository.root}/src`, `${outside}/src`);
    symlinkSync(`${outside}/src`, `${repository.root}/src`);
    const { links } = await look(repository);
    assert.deepEqual(new Set(links.map((link) => link.split(': ')[1])), new Set(['broken/outside-root']));
    repository.remove();
  });

  it('are compared where git was told not to look', async () => {
    const repository = await settled();
    repository.git('update-index', '--assume-unchanged', 'src/a.txt');
    repository.write({ 'src/a.txt': 'FIRST\n' });
    assert.deepEqual((await look(repository)).links, uncommitted);
    repository.remove();
  });
});

describe('files with CR LF that git keeps with LF', () => {
  it('are what HEAD has', async () => {
    const source = await settled();
    const clone = cloneRepository(source, '-c', 'core.autocrlf=true', '--no-checkout');
    execFileSync('git', ['checkout', '-q'], {
      cwd: clone.root,
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' },
    });
    // So that each is read, whatever the index says.
    for (const path of Object.keys(FILES)) utimesSync(`${clone.root}/${path}`, new Date(), new Date());
    const { links, reads, dirty } = await look(clone);
    assert.deepEqual(links, ALL_CURRENT);
    assert.equal(new Set(reads).size, 4);
    assert.equal(dirty, false);
    clone.write({ 'src/a.txt': 'changed\r\n' });
    const changed = await look(clone);
    assert.equal(changed.links[0], 'src/a.txt: stale/uncommitted');
    assert.equal(changed.dirty, true);
    clone.remove();
    source.remove();
  });

  it('are what HEAD has in an editor, too, and once they are committed', async () => {
    const repository = await settled();
    const { project } = openProject({ roots: [repository.root] });
    await project.check();
    project.setDocument(`${repository.root}/src/a.txt`, 'first\r\n');
    assert.equal(showLinks(await project.recheck())[0], 'src/a.txt: current/unchanged');
    project.setDocument(`${repository.root}/src/a.txt`, 'second\r\n');
    assert.equal(showLinks(await project.recheck())[0], 'src/a.txt: stale/uncommitted');
    repository.commitFiles({ 'src/a.txt': 'second\n' });
    assert.equal(showLinks(await project.check())[0], 'src/a.txt: stale/changed');
    project.dispose();
    repository.remove();
  });
});

describe('files that a sparse checkout leaves out', () => {
  const cases: [name: string, ...options: string[]][] = [
    ['by folders', '--cone', '--no-sparse-index'],
    ['by folders, whose index is sparse too', '--cone', '--sparse-index'],
    ['by patterns', '--no-cone'],
  ];
  for (const [name, ...options] of cases) {
    it(`are judged by what git has: ${name}`, async () => {
      const repository = makeRepository();
      repository.commitFiles({ ...FILES, 'cases/a.case.yaml': CASE });
      repository.commitFiles({ 'src/b.py': 'def f():\n    return 2\n', 'src/d.txt': 'other\n' });
      const wanted = options.includes('--no-cone') ? '/cases/' : 'cases';
      repository.git('sparse-checkout', 'set', ...options, wanted);
      assert.equal(repository.git('ls-files', '-t', 'src/a.txt'), 'S src/a.txt');
      const { links, dirty } = await look(repository);
      assert.deepEqual(links, [
        'src/a.txt: current/unchanged',
        'src/b.py#f: stale/changed',
        'src/c.txt#L1-L2: current/unchanged',
        'src/d.txt: stale/changed',
      ]);
      assert.equal(dirty, false);
      // Whoever puts a file there has it looked at.
      mkdirSync(`${repository.root}/src`, { recursive: true });
      repository.write({ 'src/a.txt': 'mine\n' });
      assert.equal((await look(repository)).links[0], 'src/a.txt: stale/uncommitted');
      repository.remove();
    });
  }

  it('are counted in lines where that is asked for', async () => {
    const repository = makeRepository();
    const text = 'case: A\nclaims:\n  C1:\n    text: Holds.\n    evidence: [src/c.txt, src/b.py#f]\n';
    repository.commitFiles({ ...FILES, 'cases/a.case.yaml': text });
    repository.git('sparse-checkout', 'set', '--cone', 'cases');
    const { project } = openProject({ roots: [repository.root], countLines: true });
    const targets = linksOf(await project.check()).flatMap(({ verdict }) => verdict.targets);
    assert.deepEqual(
      targets.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 3],
        [1, 2],
      ],
    );
    project.dispose();
    repository.remove();
  });

  it('are deleted where git has deleted them', async () => {
    const repository = makeRepository();
    repository.commitFiles({ ...FILES, 'cases/a.case.yaml': CASE });
    repository.git('rm', '-q', 'src/d.txt');
    repository.git('commit', '-q', '-m', 'Remove');
    repository.git('sparse-checkout', 'set', '--cone', 'cases');
    assert.deepEqual((await look(repository)).links, [
      ...ALL_CURRENT.slice(0, 3),
      'src/d.txt: broken/deleted',
    ]);
    repository.remove();
  });
});
