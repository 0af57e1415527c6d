import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

const SOURCE = `def login(user):\n    return check(user)\n\n\n${linesOf('x', 8)}`;
const CHANGED = SOURCE.replace('check(user)', 'True');
const LOCATORS = ['src/a.py', 'src/a.py#login', 'src/a.py#L1-L2', 'src/', 'src/*.py'];
const ALL_CURRENT = LOCATORS.map(() => 'current/unchanged');
const ALL_STALE = LOCATORS.map(() => 'stale/changed');

describe('evidence that is again what it was', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'README.md': 'x\n' });
    repository.commitFiles({
      'src/a.py': SOURCE,
      'src/b.py': 'pass\n',
      'a.case.yaml': caseText(...LOCATORS),
    });
  });
  afterEach(() => repository.remove());

  it('is current after a revert, with commits between', async () => {
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ 'README.md': 'y\n' });
    assert.deepEqual((await check(repository.root)).all, ALL_STALE);
    repository.git('revert', '--no-edit', 'HEAD~1');
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
  });

  it('is current where it is taken back in the working tree only', async () => {
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.write({ 'src/a.py': SOURCE });
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
  });

  it('is current where a range is back between other lines than before', async () => {
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ 'src/a.py': `import os\n\n\n${SOURCE}` });
    assert.deepEqual((await check(repository.root)).all.slice(1, 3), [
      'current/unchanged',
      'current/shifted',
    ]);
  });
});

describe('commits that were made again', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'src/a.py': SOURCE, 'README.md': 'x\n' });
  });
  afterEach(() => repository.remove());

  it('make nothing stale: rebased', async () => {
    repository.branch('side');
    repository.commitFiles({
      'src/a.py': CHANGED,
      'src/b.py': 'pass\n',
      'a.case.yaml': caseText(...LOCATORS),
    });
    repository.branch('main');
    repository.commitFiles({ 'README.md': 'y\n' });
    repository.branch('side');
    repository.git('rebase', '-q', 'main');
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
  });

  it('make nothing stale: squashed', async () => {
    repository.branch('side');
    repository.commitFiles({ 'src/b.py': 'pass\n', 'a.case.yaml': caseText(...LOCATORS) });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ 'src/a.py': SOURCE });
    repository.branch('main');
    repository.git('merge', '-q', '--squash', 'side');
    repository.commit();
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
  });

  it('make nothing stale: cherry-picked, the evidence after its claim', async () => {
    repository.commitFiles({
      'src/a.py': CHANGED,
      'src/b.py': 'pass\n',
      'a.case.yaml': caseText(...LOCATORS),
    });
    repository.branch('release', 'HEAD~1');
    repository.commitFiles({ 'README.md': 'release\n' });
    repository.git('cherry-pick', 'main');
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
    repository.git('merge', '-q', '-s', 'ours', '--no-edit', 'main');
    assert.deepEqual((await check(repository.root)).all, ALL_CURRENT);
  });
});

describe('commits that do not count', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  it('leave a claim file that one of them reformatted its older baseline', async () => {
    const text = caseText('src/a.py#login');
    const judged = repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': text });
    repository.commitFiles({ 'src/a.py': CHANGED });
    const reformat = repository.commitFiles({ 'a.case.yaml': caseText('at: src/a.py#login') });
    assert.deepEqual((await check(repository.root)).all, ['current/unchanged'], 'its lines were edited');
    repository.commitFiles({ '.git-blame-ignore-revs': `# layout\n${reformat}\n` });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, judged);
  });

  it('make evidence stale all the same where they changed what it means: only content decides', async () => {
    repository.commitFiles({
      'src/a.py': SOURCE,
      'src/b.py': 'x = 1\n',
      'a.case.yaml': caseText('src/a.py#login', 'src/b.py'),
    });
    const change = repository.commitFiles({ 'src/a.py': CHANGED, 'src/b.py': 'x   =  1\n' });
    repository.commitFiles({ '.git-blame-ignore-revs': `${change}\n` });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/cosmetic']);
    assert.deepEqual(
      checked.verdict('src/a.py#login').changes.map(({ commit }) => commit),
      [change],
    );
  });

  it('may be listed in a file that git cannot read', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': caseText('src/a.py#login') });
    repository.commitFiles({ 'src/a.py': CHANGED, '.git-blame-ignore-revs': 'what is this\n' });
    assert.deepEqual((await check(repository.root)).all, ['stale/changed']);
  });
});
