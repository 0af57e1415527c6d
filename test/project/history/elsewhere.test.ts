import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import {
  type TestRepository,
  makeFolder,
  makeRepository,
  openRepository,
} from '../../support/git-repository.ts';
import { openProject, showFindings, showLinks } from '../../support/project.ts';
import { check } from './support.ts';

const LOCATORS = ['src/a.py#login', 'src/b.py'];
const SOURCE = 'def login(user):\n    return check(user)\n';

describe('evidence in another checkout', () => {
  let cases: TestRepository;
  let code: TestRepository;
  beforeEach(() => {
    cases = makeRepository();
    cases.commitFiles({ 'a.case.yaml': caseText(...LOCATORS) });
    code = makeRepository();
    code.commitFiles({ 'src/a.py': SOURCE, 'src/b.py': 'pass\n' });
    code.git('tag', 'v1');
    code.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
  });
  afterEach(() => {
    cases.remove();
    code.remove();
  });

  it('is compared with the revision that a person names', async () => {
    const judge = (rev: string) => check(cases.root, { subject: { root: code.root, rev } });
    assert.deepEqual((await judge('v1')).all, ['stale/changed', 'current/unchanged']);
    assert.deepEqual((await judge('main')).all, ['current/unchanged', 'current/unchanged']);
    assert.equal((await judge('v1')).verdict('src/a.py#login').baseline?.by, 'revision');
    const none = await judge('v2');
    assert.deepEqual(none.all, ['unknown/not-fetched', 'unknown/not-fetched']);
    assert.match(none.verdict('src/b.py').message, /not in this clone\. Fetch it/);
  });

  it('is compared with a revision as soon as it was fetched', async () => {
    const clone = openRepository(makeFolder());
    clone.git('clone', '-q', code.root, '.');
    code.branch('other', 'v1');
    const rev = code.commitFiles({ 'src/b.py': 'other\n' });
    const { project } = openProject({ roots: [cases.root], subject: { root: clone.root, rev } });
    const shown = async (): Promise<string[]> =>
      showLinks(await project.check()).map((line) => line.replace(/^.*: /, ''));
    assert.deepEqual(await shown(), Array(2).fill('unknown/not-fetched'));
    clone.git('fetch', '-q', 'origin', 'other');
    assert.deepEqual(await shown(), ['stale/changed', 'stale/changed']);
    project.dispose();
    clone.remove();
  });

  it('was never judged where nobody names a revision', async () => {
    const checked = await check(cases.root, { subject: { root: code.root } });
    assert.deepEqual(checked.all, Array(2).fill('unreviewed/never-reviewed'));
  });

  it('is compared with the revision that the case names', async () => {
    cases.git('clone', '-q', code.root, 'code');
    const text = `subject: {path: code, rev: v1}\n${caseText(...LOCATORS)}`;
    cases.write({ '.gitignore': 'code\n', 'a.case.yaml': text });
    assert.deepEqual((await check(cases.root)).all, ['stale/changed', 'current/unchanged']);
    cases.write({ 'a.case.yaml': text.replace('v1', 'v9') });
    const { project } = openProject({ roots: [cases.root] });
    const snapshot = await project.check();
    assert.deepEqual(showFindings(snapshot), ['2: subject']);
    assert.match(snapshot.findings[0]!.message, /code has no revision v9/);
    assert.deepEqual(
      showLinks(snapshot),
      LOCATORS.map((locator) => `${locator}: unknown/not-fetched`),
    );
    project.dispose();
  });

  it('is unknown in a repository that is bare, and it is said what to do', async () => {
    const bare = openRepository(`${makeFolder()}/code.git`);
    code.git('clone', '-q', '--bare', code.root, bare.root);
    for (const rev of [undefined, 'v1']) {
      const subject = { root: bare.root, ...(rev === undefined ? {} : { rev }) };
      const checked = await check(cases.root, { subject });
      assert.deepEqual(checked.all, Array(2).fill('unknown/no-git'));
      assert.match(checked.verdict('src/b.py').message, /is bare.*git worktree add FOLDER/);
      assert.ok(!checked.processes.includes('log'), checked.processes.join());
    }
    bare.remove();
  });
});
