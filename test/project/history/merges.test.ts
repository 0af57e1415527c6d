import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

const LOGIN = `def login(user):\n    name = user.name\n${linesOf('    x', 8)}    return check(user)\n\n\n`;
const FILE = `${LOGIN}def logout(user):\n    return end(user)\n\n\n${linesOf('a', 20)}`;
const CHANGED = FILE.replace('check(user)', 'True');
const CASE = 'a.case.yaml';

describe('what changed on branches that were merged', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** Each of two people changes a file on a branch, and Mia merges them. */
  function mergeOf(wanda: string, ulf: string, merged?: string): void {
    repository.commitFiles({ 'x.py': FILE, [CASE]: caseText('x.py#login', 'x.py', 'x.py#L1-L4') });
    repository.branch('work');
    repository.commitFiles({ 'x.py': wanda }, { author: 'Wanda', email: 'wanda@example.org' });
    repository.branch('main');
    repository.commitFiles({ 'x.py': ulf }, { author: 'Ulf', email: 'ulf@example.org' });
    repository.git('config', 'user.name', 'Mia');
    if (merged === undefined) repository.merge('work');
    else repository.merge('work', () => repository.write({ 'x.py': merged }));
  }

  /** Who is named for each link, newest first; merges by what they are. */
  async function named(): Promise<string[][]> {
    const checked = await check(repository.root);
    return ['x.py#login', 'x.py', 'x.py#L1-L4'].map((locator) =>
      checked
        .verdict(locator)
        .changes.map(({ author, summary }) => (summary === 'Merge work' ? 'merge' : author)),
    );
  }

  it('is by who wrote it, and not by who merged', async () => {
    mergeOf(CHANGED, `${FILE}zz = 1\n`);
    assert.deepEqual(
      (await named()).map((names) => names.sort()),
      [['Wanda'], ['Ulf', 'Wanda'], []],
    );
    assert.match((await check(repository.root)).verdict('x.py#login').message, /: once, by Wanda on /);
  });

  it('is by both where they changed one part in different places', async () => {
    mergeOf(CHANGED, FILE.replace('user.name', 'user.login'));
    assert.deepEqual(
      (await named()).map((names) => names.sort()),
      [['Ulf', 'Wanda'], ['Ulf', 'Wanda'], ['Ulf']],
    );
  });

  it('is by who merged, too, where that changed more', async () => {
    mergeOf(CHANGED, `${FILE}zz = 1\n`, `${CHANGED.replace('user.name', 'None')}zz = 1\n`);
    assert.deepEqual(
      (await named()).map(([newest]) => newest),
      ['merge', 'merge', 'merge'],
    );
  });

  it('or that resolved a conflict of it, and nothing of another part', async () => {
    mergeOf(CHANGED, FILE.replace('check(user)', 'False'), FILE.replace('check(user)', 'None'));
    assert.deepEqual((await named())[0]!.sort(), ['Ulf', 'Wanda', 'merge']);
    assert.deepEqual((await named())[2], []);
  });
});
