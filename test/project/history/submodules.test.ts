import assert from 'node:assert/strict';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { caseText } from '../../support/case-text.ts';
import {
  type TestRepository,
  makeFolder,
  makeRepository,
  openRepository,
} from '../../support/git-repository.ts';
import { commitText, revisionText } from '../../../src/project/subject/revisions.ts';
import { openProject } from '../../support/project.ts';
import { check, linesOf } from './support.ts';

const SOURCE = `def login(user):\n    return check(user)\n\n\n${linesOf('x', 20)}`;
const CHANGED = SOURCE.replace('check(user)', 'True');

describe('evidence in a submodule', () => {
  let library: TestRepository;
  let repository: TestRepository;
  let inside: TestRepository;
  const others: TestRepository[] = [];

  beforeEach(() => {
    library = makeRepository();
    library.commitFiles({ 'src/x.py': SOURCE, 'src/y.py': 'pass\n', 'doc.md': '# Doc\n' });
    repository = makeRepository();
    repository.commitFiles({ 'src/a.py': 'pass\n' });
    repository.git('submodule', '--quiet', 'add', library.root, 'vendor/lib');
    inside = openRepository(`${repository.root}/vendor/lib`);
  });
  afterEach(() => {
    for (const each of [repository, library, ...others.splice(0)]) each.remove();
  });

  /** Commits in the submodule, and then that the repository around it takes it. */
  function moveTo(files: Readonly<Record<string, string>>, message = 'Take a newer library'): string {
    inside.commitFiles(files);
    return repository.commit({ message, author: 'Ben' });
  }

  const LINKS = ['vendor/lib/src/x.py#login', 'vendor/lib/src/y.py', 'vendor/lib/src/', 'vendor/lib/'];

  it('is found and located, and is current while its content is', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS, 'vendor/lib', 'vendor/lib/none.py') });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, [...Array<string>(5).fill('current/unchanged'), 'broken/missing']);
    assert.deepEqual(checked.verdict('vendor/lib/src/x.py#login').targets, [
      { path: 'vendor/lib/src/x.py', startLine: 1, endLine: 2, whole: false },
    ]);
    moveTo({ 'doc.md': '# Documentation\n' });
    assert.deepEqual((await check(repository.root)).all.slice(0, 3), Array(3).fill('current/unchanged'));
  });

  it('is stale where the repository took a commit that changed it, and says which took it', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    moveTo({ 'doc.md': '# Other\n' });
    const took = moveTo({ 'src/x.py': CHANGED }, 'Take what lets everybody in');
    repository.commitFiles({ 'src/a.py': 'x = 1\n' });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/unchanged', 'stale/changed', 'stale/changed']);
    const { changes, message, baseline } = checked.verdict('vendor/lib/src/x.py#login');
    assert.deepEqual(
      changes.map(({ commit, author, path }) => [commit, author, path]),
      [[took, 'Ben', 'vendor/lib/src/x.py']],
    );
    assert.match(message, /once, by Ben on .*“Take what lets everybody in”/);
    assert.equal(baseline?.path, 'vendor/lib/src/x.py');
    assert.match(checked.verdict('vendor/lib/src/').message, /1 of its 2 files changed: x\.py/);
    moveTo({ 'src/x.py': SOURCE });
    assert.deepEqual((await check(repository.root)).all.slice(0, 2), [
      'current/unchanged',
      'current/unchanged',
    ]);
  });

  it('is stale though the repository tells git to look away', async () => {
    repository.git('config', '-f', '.gitmodules', 'submodule.vendor/lib.ignore', 'all');
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    inside.commitFiles({ 'src/x.py': CHANGED });
    repository.git('update-index', '--cacheinfo', `160000,${inside.git('rev-parse', 'HEAD')},vendor/lib`);
    repository.git('commit', '-q', '-m', 'Take it');
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/unchanged', 'stale/changed', 'stale/changed']);
    assert.equal(checked.verdict('vendor/lib/src/x.py#login').changes.length, 1);
  });

  it('tells what is not committed, in the submodule or by the repository', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    inside.write({ 'src/x.py': CHANGED });
    const expected = ['stale/uncommitted', 'current/unchanged', 'stale/uncommitted', 'stale/uncommitted'];
    assert.deepEqual((await check(repository.root)).all, expected);
    inside.commit();
    assert.deepEqual((await check(repository.root)).all, expected, 'committed there, and not taken');
    repository.git('add', '-A');
    assert.deepEqual((await check(repository.root)).all, expected, 'staged');
  });

  it('is followed through renames, in it and of it', async () => {
    const links = ['vendor/third/core/x.py#login', 'vendor/lib/src/y.py'];
    repository.commitFiles({
      'a.case.yaml': caseText('vendor/lib/core/x.py#login', 'vendor/lib/src/x.py', ...links),
    });
    inside.rename('src/x.py', 'core/x.py');
    moveTo({});
    const checked = await check(repository.root);
    assert.deepEqual(checked.all.slice(0, 2), ['current/unchanged', 'broken/moved']);
    assert.equal(checked.verdict('vendor/lib/src/x.py').suggestions[0]?.locator, 'vendor/lib/core/x.py');
    repository.git('mv', 'vendor/lib', 'vendor/third');
    repository.commit();
    assert.deepEqual((await check(repository.root)).all.slice(2), ['current/unchanged', 'broken/missing']);
  });

  it('is unknown where it is not checked out, or lacks the commit that is recorded', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS, 'src/a.py') });
    const clone = openRepository(makeFolder());
    others.push(clone);
    clone.git('clone', '-q', repository.root, '.');
    const unknown = [...Array<string>(4).fill('unknown/not-fetched'), 'current/unchanged'];
    const empty = await check(clone.root);
    assert.deepEqual(empty.all, unknown);
    assert.match(empty.verdict(LINKS[0]!).message, /Run git submodule update --init vendor\/lib\./);
    clone.git('submodule', '--quiet', 'update', '--init');
    assert.equal((await check(clone.root)).all[0], 'current/unchanged');
    moveTo({ 'src/x.py': CHANGED });
    inside.git('push', '-q', library.root, 'HEAD:refs/heads/more');
    clone.git('pull', '-q', '--no-recurse-submodules');
    assert.deepEqual((await check(clone.root)).all, unknown);
    clone.git('submodule', '--quiet', 'update');
    assert.equal((await check(clone.root)).all[0], 'stale/changed');
  });

  it('is unknown where the commit that was recorded at the baseline is not there', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    moveTo({ 'src/x.py': CHANGED });
    const clone = openRepository(makeFolder());
    others.push(clone);
    clone.git('clone', '-q', repository.root, '.');
    clone.git('-c', 'submodule.vendor/lib.shallow=true', 'submodule', '--quiet', 'init');
    clone.git('clone', '-q', '--depth', '1', `file://${inside.root}`, 'vendor/lib');
    const checked = await check(clone.root);
    assert.deepEqual(checked.all, Array(4).fill('unknown/not-fetched'));
    assert.match(checked.verdict(LINKS[0]!).message, /submodule/);
  });

  it('may lie in a submodule of a submodule', async () => {
    const deep = makeRepository();
    others.push(deep);
    deep.commitFiles({ 'z.py': SOURCE });
    inside.git('submodule', '--quiet', 'add', deep.root, 'deps/deep');
    inside.commit();
    const locators = ['vendor/lib/deps/deep/z.py#login', 'vendor/lib/src/y.py'];
    repository.commitFiles({ 'a.case.yaml': caseText(...locators) });
    assert.deepEqual((await check(repository.root)).all, ['current/unchanged', 'current/unchanged']);
    const inner = openRepository(`${inside.root}/deps/deep`);
    inner.commitFiles({ 'z.py': CHANGED });
    assert.deepEqual((await check(repository.root)).all, ['stale/uncommitted', 'current/unchanged']);
    inside.commit();
    const took = repository.commit();
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/unchanged']);
    assert.deepEqual(
      checked.verdict(locators[0]).changes.map(({ commit, path }) => [commit, path]),
      [[took, 'vendor/lib/deps/deep/z.py']],
    );
  });

  it('costs a constant number of processes, and nothing where no link leads', async () => {
    repository.git('submodule', '--quiet', 'add', library.root, 'vendor/unused');
    const bodies = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`many/f${i}.py`, `x = ${i}\n`]));
    moveTo(bodies);
    const processesOf = async (...locators: string[]): Promise<number> => {
      repository.commitFiles({ 'a.case.yaml': caseText(...locators) });
      return (await check(repository.root)).processes.length;
    };
    const many = Object.keys(bodies).map((path) => `vendor/lib/${path}`);
    await processesOf('src/a.py');
    const none = await processesOf('src/a.py', 'src/');
    const one = await processesOf('src/a.py', many[0]!);
    assert.equal(await processesOf('src/a.py', ...many), one);
    assert.ok(one - none <= 4, `${one} and ${none}`);
    repository.delete('.gitmodules');
    inside.delete('.git');
    assert.equal((await check(repository.root)).all[0], 'current/unchanged');
  });

  it('is judged again as it is typed, without git', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    const { project, takeProcesses } = openProject({ roots: [repository.root] });
    const reasons = (snapshot: Awaited<ReturnType<typeof project.check>>): string[] =>
      snapshot.cases.flatMap(({ links }) => [...links.values()].map(({ verdict }) => verdict.reason));
    await project.check();
    takeProcesses();
    project.setDocument(`${repository.root}/vendor/lib/src/x.py`, CHANGED);
    assert.deepEqual(reasons(await project.recheck()), [
      'uncommitted',
      'unchanged',
      'uncommitted',
      'uncommitted',
    ]);
    project.setDocument(`${repository.root}/vendor/lib/src/x.py`, undefined);
    assert.deepEqual(reasons(await project.recheck()), Array(4).fill('unchanged'));
    assert.deepEqual(takeProcesses(), []);
    // What was not there when it was last looked at may have come since.
    inside.git('checkout', '-q', '--detach');
    moveTo({ 'src/x.py': CHANGED });
    project.forgetAll();
    assert.equal(reasons(await project.check())[0], 'changed');
    project.dispose();
  });

  describe('leads nowhere else', () => {
    it('by a link in its place', async () => {
      repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
      const elsewhere = makeRepository();
      others.push(elsewhere);
      elsewhere.git('fetch', '-q', library.root, 'main');
      elsewhere.commitFiles({ 'src/x.py': CHANGED });
      repository.delete('vendor/lib');
      symlinkSync(elsewhere.root, `${repository.root}/vendor/lib`);
      const checked = await check(repository.root);
      assert.ok(
        checked.all.every((line) => /^(unknown|broken)/.test(line)),
        checked.all.join(),
      );
      rmSync(`${repository.root}/vendor/lib`);
      symlinkSync('../other', `${repository.root}/vendor/lib`);
      repository.git('clone', '-q', library.root, 'other');
      assert.deepEqual((await check(repository.root)).all, Array(4).fill('unknown/not-fetched'));
    });

    it('by a file that names another repository', async () => {
      repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
      const elsewhere = makeRepository();
      others.push(elsewhere);
      elsewhere.git('fetch', '-q', library.root, 'main');
      writeFileSync(`${inside.root}/.git`, `gitdir: ${elsewhere.root}/.git\n`);
      elsewhere.git('config', 'core.worktree', inside.root);
      assert.deepEqual((await check(repository.root)).all, Array(4).fill('unknown/not-fetched'));
    });

    it('to a program by its own settings', async () => {
      repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
      const mark = `${repository.root}/ran`;
      for (const key of [
        'core.fsmonitor',
        'core.pager',
        'diff.external',
        'core.sshCommand',
        'core.hooksPath',
      ]) {
        inside.git('config', key, `touch ${mark}; false`);
      }
      moveTo({});
      inside.git('-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'status');
      rmSync(mark, { force: true });
      assert.deepEqual((await check(repository.root)).all, Array(4).fill('current/unchanged'));
      assert.ok(!existsSync(mark));
    });
  });

  it('can be shown as it was, and what a commit changed in it', async () => {
    const before = repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    const took = moveTo({ 'src/x.py': CHANGED });
    const { project } = openProject({ roots: [repository.root] });
    await project.check();
    const [subject] = project.knownSubjects;
    const path = 'vendor/lib/src/x.py';
    assert.equal(await revisionText(subject!, { commit: before, path }), SOURCE);
    assert.equal(await revisionText(subject!, { commit: took, path }), CHANGED);
    assert.equal(await revisionText(subject!, { commit: took, path: 'vendor/lib/none' }), null);
    const gone = { commit: 'f'.repeat(40), path, blob: library.git('rev-parse', 'HEAD:src/x.py') };
    assert.equal(await revisionText(subject!, gone), SOURCE);
    assert.match(
      (await commitText(subject!, { commit: took, path })) ?? '',
      /\n-    return check\(user\)\n\+    return True/,
    );
    project.dispose();
  });

  it('in conflict is looked at as it is checked out', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText(...LINKS) });
    const start = inside.git('rev-parse', 'HEAD');
    repository.branch('side');
    moveTo({ 'src/x.py': CHANGED });
    repository.branch('main');
    inside.git('checkout', '-q', start);
    moveTo({ 'src/y.py': 'y = 1\n' });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const checked = await check(repository.root);
    assert.deepEqual(checked.all.slice(0, 2), ['current/unchanged', 'stale/changed']);
  });
});
