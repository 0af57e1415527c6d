import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { caseText } from '../../support/case-text.ts';
import {
  type TestRepository,
  makeFolder,
  makeRepository,
  openRepository,
} from '../../support/git-repository.ts';
import { openProject, showLinks } from '../../support/project.ts';
import { check, linesOf } from './support.ts';

const SOURCE = `def login(user):\n    return check(user)\n\n\n${linesOf('x', 8)}`;
const CHANGED = SOURCE.replace('check(user)', 'True');
const LOCATORS = ['src/a.py#login', 'src/b.py'];
const FILES = { 'src/a.py': SOURCE, 'src/b.py': 'pass\n', 'a.case.yaml': caseText(...LOCATORS) };

describe('history in repositories of all kinds', () => {
  let repository: TestRepository;
  const others: TestRepository[] = [];
  const also = (other: TestRepository): TestRepository => {
    others.push(other);
    return other;
  };
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => {
    for (const each of [repository, ...others.splice(0)]) each.remove();
  });

  it('a linked working tree has a HEAD of its own', async () => {
    repository.commitFiles(FILES);
    const linked = also(openRepository(makeFolder()));
    repository.git('worktree', 'add', '-q', '-b', 'side', `${linked.root}/tree`);
    const side = openRepository(`${linked.root}/tree`);
    side.commitFiles({ 'src/a.py': CHANGED });
    assert.deepEqual((await check(repository.root)).all, ['current/unchanged', 'current/unchanged']);
    assert.deepEqual((await check(side.root)).all, ['stale/changed', 'current/unchanged']);
    const { project } = openProject({ roots: [side.root] });
    await project.check();
    assert.deepEqual(
      project.knownSubjects.map(({ gitDirs }) => gitDirs),
      [[`${repository.root}/.git/worktrees/tree`, `${repository.root}/.git`]],
      'both are watched',
    );
    project.dispose();
  });

  it('SHA-256', async () => {
    const other = also(makeRepository({ objectFormat: 'sha256' }));
    other.commitFiles(FILES);
    other.rename('src/b.py', 'src/c.py');
    other.commitFiles({ 'src/a.py': CHANGED });
    other.write({ 'a.case.yaml': caseText(...LOCATORS) });
    const checked = await check(other.root);
    assert.deepEqual(checked.all, ['stale/changed', 'broken/moved']);
    assert.match(checked.verdict('src/a.py#login').baseline?.commit ?? '', /^[0-9a-f]{64}$/);
    other.write({ 'src/a.py': SOURCE });
    assert.deepEqual((await check(other.root)).all, ['current/unchanged', 'broken/moved']);
  });

  it('before the first commit', async () => {
    repository.write(FILES);
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['unknown/no-git', 'unknown/no-git']);
    assert.match(checked.verdict('src/b.py').message, /no commits yet/);
    repository.git('add', '-A');
    assert.deepEqual((await check(repository.root)).all, ['unknown/no-git', 'unknown/no-git']);
  });

  it('at a commit that no branch names', async () => {
    repository.commitFiles(FILES);
    const changed = repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ 'src/b.py': 'x\n' });
    repository.git('checkout', '-q', changed);
    assert.deepEqual((await check(repository.root)).all, ['stale/changed', 'current/unchanged']);
  });

  it('replaced and grafted commits do not count', async () => {
    const first = repository.commitFiles(FILES);
    repository.commitFiles({ 'src/a.py': CHANGED });
    const other = repository.commitFiles({ 'src/a.py': SOURCE });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.git('replace', 'HEAD', other);
    assert.deepEqual((await check(repository.root)).all, ['stale/changed', 'current/unchanged']);
    repository.git('replace', '-d', 'HEAD');
    repository.git('replace', '--graft', 'HEAD', first);
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/unchanged']);
    assert.equal(checked.verdict('src/a.py#login').changes.length, 3);
  });

  it('objects that lie in another repository', async () => {
    repository.commitFiles(FILES);
    repository.commitFiles({ 'src/a.py': CHANGED });
    const borrower = also(openRepository(makeFolder()));
    borrower.git('clone', '-q', '--shared', repository.root, '.');
    assert.deepEqual((await check(borrower.root)).all, ['stale/changed', 'current/unchanged']);
  });

  it('a merge in progress, with conflicts in evidence', async () => {
    repository.commitFiles(FILES);
    repository.branch('side');
    repository.commitFiles({ 'src/b.py': 'side\n' });
    repository.branch('main');
    repository.commitFiles({ 'src/b.py': 'main\n' });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const conflict = await check(repository.root);
    assert.deepEqual(conflict.all, ['current/unchanged', 'unknown/in-conflict']);
    assert.match(conflict.verdict('src/b.py').message, /src\/b\.py is in a merge conflict.*Resolve/);
    repository.write({ 'src/b.py': 'pass\n' });
    assert.deepEqual((await check(repository.root)).all, ['current/unchanged', 'current/unchanged']);
  });

  it('a merge in progress, with conflicts in a part of a file and in a folder', async () => {
    const text = caseText('src/a.py#login', 'src/', 'src/b.py');
    repository.commitFiles({ ...FILES, 'a.case.yaml': text });
    repository.branch('side');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('x 0', 'side') });
    repository.branch('main');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('x 0', 'main') });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const conflict = await check(repository.root);
    assert.deepEqual(conflict.all, ['unknown/in-conflict', 'unknown/in-conflict', 'current/unchanged']);
    assert.match(conflict.verdict('src/').message, /^src\/a\.py in src\/ is in a merge conflict/);
  });

  it('marks of a conflict that git does not know of', async () => {
    repository.commitFiles(FILES);
    repository.commitFiles({ 'src/b.py': '<<<<<<< a\n=======\n>>>>>>> b\n' });
    assert.deepEqual((await check(repository.root)).all, ['current/unchanged', 'stale/changed']);
  });

  it('a merge in progress, with conflicts in the claim file', async () => {
    repository.commitFiles(FILES);
    repository.branch('side');
    repository.commitFiles({ 'a.case.yaml': caseText(...LOCATORS).replace('Only users', 'Side') });
    repository.branch('main');
    repository.commitFiles({ 'a.case.yaml': caseText(...LOCATORS).replace('Only users', 'Main') });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const { project } = openProject({ roots: [repository.root] });
    const snapshot = await project.check();
    assert.deepEqual(
      showLinks(snapshot).filter((line) => !/never-reviewed|current/.test(line)),
      [],
    );
    assert.ok(snapshot.findings.length > 0, 'the marks of the conflict are no YAML');
    project.dispose();
  });

  it('a repository inside that is no submodule', async () => {
    repository.commitFiles({ ...FILES, 'a.case.yaml': caseText('nested/x.py', 'nested/', 'src/b.py') });
    repository.write({ 'nested/x.py': 'pass\n' });
    const nested = openRepository(`${repository.root}/nested`);
    nested.git('init', '-q', '-b', 'main');
    nested.commit();
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['unknown/no-git', 'unknown/no-git', 'current/unchanged']);
    assert.match(checked.verdict('nested/x.py').message, /git does not track nested\/x\.py/);
  });

  it('file modes and links', async () => {
    repository.write(FILES);
    symlinkSync('b.py', `${repository.root}/src/link.py`);
    symlinkSync('src', `${repository.root}/folder`);
    repository.commitFiles({
      'src/c.py': 'pass\n',
      'a.case.yaml': caseText('src/link.py', 'src/b.py', 'folder/a.py#login', 'folder'),
    });
    chmodSync(`${repository.root}/src/b.py`, 0o755);
    repository.commit();
    const checked = await check(repository.root);
    assert.deepEqual(checked.all.slice(0, 2), ['current/unchanged', 'current/unchanged']);
    assert.match(checked.verdict('folder/a.py#login').message, /folder is a link.*src\/a\.py#login/);
    assert.deepEqual(checked.all.slice(2), ['unknown/no-git', 'broken/missing']);
    const change = repository.commitFiles({ 'src/b.py': 'other\n' });
    const changed = await check(repository.root);
    assert.deepEqual(changed.all.slice(0, 2), ['stale/changed', 'stale/changed']);
    assert.deepEqual(
      changed.verdict('src/link.py').changes.map(({ commit }) => commit),
      [change],
    );
    repository.write({ 'src/b.py': 'pass\n', 'src/other.py': 'else\n' });
    rmSync(`${repository.root}/src/link.py`);
    symlinkSync('other.py', `${repository.root}/src/link.py`);
    assert.deepEqual((await check(repository.root)).all.slice(0, 2), ['stale/changed', 'current/unchanged']);
  });

  it('symbolic links that lead nowhere, or in a circle', async () => {
    repository.write({ 'src/b.py': 'pass\n' });
    symlinkSync('b.py', `${repository.root}/src/link.py`);
    symlinkSync('loop.py', `${repository.root}/src/loop.py`);
    const text = caseText('src/link.py', 'src/link.py#f', 'src/loop.py');
    repository.commitFiles({ 'a.case.yaml': text });
    repository.delete('src/b.py');
    for (const when of ['before', 'after'] as const) {
      if (when === 'after') repository.commit();
      const checked = await check(repository.root);
      assert.deepEqual(checked.all, Array(3).fill('broken/missing'));
      for (const locator of ['src/link.py', 'src/link.py#f'])
        assert.match(
          checked.verdict(locator).message,
          /src\/link\.py is a symbolic link to b\.py, and nothing/,
        );
      assert.match(checked.verdict('src/loop.py').message, /lead in a circle/);
    }
    rmSync(`${repository.root}/src/link.py`);
    assert.equal((await check(repository.root)).all[0], 'broken/deleted');
  });

  it('a file that a folder of its name replaces', async () => {
    const text = caseText('src/b.py', 'src/b.py#f', 'src/new/');
    repository.commitFiles({ 'src/b.py': 'def f():\n    pass\n', 'a.case.yaml': text });
    rmSync(`${repository.root}/src/b.py`);
    mkdirSync(`${repository.root}/src/b.py`);
    repository.write({ 'src/b.py/f.py': 'from it import all\n', 'src/new/g.py': 'pass\n' });
    const uncommitted = await check(repository.root);
    assert.deepEqual(uncommitted.all, ['stale/uncommitted', 'broken/missing', 'unreviewed/never-reviewed']);
    const change = repository.commit();
    const committed = await check(repository.root);
    assert.deepEqual(committed.all, ['stale/changed', 'broken/missing', 'unreviewed/never-reviewed']);
    for (const checked of [uncommitted, committed]) {
      assert.match(checked.verdict('src/b.py').message, /It was a file then, and is a folder now/);
      assert.match(checked.verdict('src/b.py#f').message, /src\/b\.py is a folder/);
    }
    assert.deepEqual(
      committed.verdict('src/b.py').changes.map(({ commit }) => commit),
      [change],
    );
  });

  it('links among files and claim files, that nobody touched since', async () => {
    const text = caseText('src/link.py', 'src/', 'src/*.py');
    repository.write({ 'src/b.py': 'pass\n', 'lib/c.py': 'c = 1\n', 'cases/first.yaml': text });
    symlinkSync('b.py', `${repository.root}/src/link.py`);
    symlinkSync('../lib/c.py', `${repository.root}/src/far.py`);
    symlinkSync('../lib', `${repository.root}/src/folder`);
    symlinkSync('nothing', `${repository.root}/src/dangling.py`);
    symlinkSync('cases/first.yaml', `${repository.root}/a.case.yaml`);
    repository.commit();
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, Array(3).fill('current/unchanged'));
    assert.equal(checked.isDirty, false);
    repository.commitFiles({ 'lib/c.py': 'c = 2\n' });
    const changed = await check(repository.root);
    assert.deepEqual(changed.all, ['current/unchanged', 'stale/changed', 'stale/changed']);
    assert.match(changed.verdict('src/').message, /1 of its \d files changed: far\.py/);
  });

  it('a root that is reached by a link', async () => {
    repository.commitFiles(FILES);
    repository.commitFiles({ 'src/a.py': CHANGED });
    const folder = also(openRepository(makeFolder()));
    symlinkSync(repository.root, `${folder.root}/link`);
    assert.deepEqual((await check(`${folder.root}/link`)).all, ['stale/changed', 'current/unchanged']);
  });

  it('an object that is corrupt is an error of its link, not of the check', async () => {
    repository.commitFiles(FILES);
    const oid = repository.git('rev-parse', 'HEAD:src/a.py');
    repository.commitFiles({ 'src/a.py': CHANGED, 'src/b.py': 'x = 1\n' });
    const path = `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
    chmodSync(`${repository.root}/${path}`, 0o644);
    repository.write({ [path]: 'damaged' });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['unknown/no-git', 'stale/changed']);
    assert.match(checked.verdict('src/a.py#login').message, /git fsck/);
  });
});

describe('names that no locator can have', () => {
  for (const name of ['src/tab\there.py', 'src/new\nline.py', 'src/back\\slash.py']) {
    it(`${JSON.stringify(name)}, in a folder`, async () => {
      const repository = makeRepository();
      try {
        repository.commitFiles({
          [name]: SOURCE,
          'src/a.py': 'pass\n',
          'a.case.yaml': caseText('src/', 'lib/'),
        });
        repository.commitFiles({ 'src/a.py': 'pass  # still\n' });
        assert.deepEqual((await check(repository.root)).all, ['current/cosmetic', 'broken/missing']);
        repository.commitFiles({ [name]: CHANGED });
        const changed = await check(repository.root);
        assert.deepEqual(changed.all, ['stale/changed', 'broken/missing']);
        assert.equal(changed.verdict('src/').changes.length, 1);
        repository.rename('src', 'lib');
        repository.commit();
        assert.deepEqual((await check(repository.root)).all, ['broken/moved', 'stale/changed']);
      } finally {
        repository.remove();
      }
    });
  }
});

describe('names of all kinds', () => {
  const names = [
    'src/größe.py',
    'src/文件.py',
    'src/with space.py',
    'src/"quoted".py',
    "src/it's.py",
    '-leading.py',
    ':leading.py',
    ':(glob)x.py',
    'src/[id].py',
    'src/$HOME`x`.py',
    'src/emoji😀.py',
    `src/${'long'.repeat(60)}.py`,
    `${'deep/'.repeat(60)}x.py`,
  ];
  for (const name of names) {
    it(JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name), async () => {
      const repository = makeRepository();
      try {
        repository.commitFiles({ [name]: SOURCE, 'a.case.yaml': caseText(JSON.stringify(name)) });
        assert.deepEqual((await check(repository.root)).all, ['current/unchanged']);
        const change = repository.commitFiles({ [name]: CHANGED });
        const checked = await check(repository.root);
        assert.deepEqual(checked.all, ['stale/changed']);
        assert.deepEqual(
          checked.verdict().changes.map(({ commit, path }) => [commit, path]),
          [[change, name]],
        );
        repository.delete(name);
        repository.commit();
        assert.deepEqual((await check(repository.root)).all, ['broken/deleted']);
      } finally {
        repository.remove();
      }
    });
  }
});
