import assert from 'node:assert/strict';
import { openForEachTest } from '../../../support/each-test.ts';
import type { TestRepository } from '../../../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../../../support/project.ts';

const CASE = 'docs/assurance-case.md';

describe('a name of code that stands alone in prose', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  async function shown(claim: string, evidence: string, files: Record<string, string>): Promise<string[]> {
    const text = `# Assurance case\n\n## C1: Only users get in. ${claim}\n\n**Evidence:** ${evidence}\n`;
    repository.commitFiles({ ...files, [CASE]: text });
    return showLinks(await opened.project.check());
  }

  /** Of a project that knows nothing of the repository yet. */
  async function afresh<T>(work: (project: TestProject['project']) => Promise<T>): Promise<T> {
    const { project } = openProject({ roots: [repository.root] });
    try {
      return await work(project);
    } finally {
      project.dispose();
    }
  }

  const nowShown = (): Promise<string[]> => afresh(async (project) => showLinks(await project.check()));

  const A = { 'src/a.py': 'def check_user():\n    pass\n' };

  it('is of the file that the case names and that has it', async () => {
    assert.deepEqual(await shown('`check_user` sees to it.', '`src/a.py`', A), [
      '(src/a.py#check_user: current/unchanged)',
      'src/a.py: current/unchanged',
    ]);
  });

  it('is of a file in a folder that the case names, whatever its language', async () => {
    const files = { 'src/a.rs': 'fn check_user() {}\n', 'src/b.rs': 'fn other() { check_user() }\n' };
    assert.deepEqual(await shown('`check_user` sees to it.', '`src/`', files), [
      '(src/a.rs#check_user: current/unchanged)',
      'src/: current/unchanged',
    ]);
  });

  it('is of the file that is called after it, even if the case does not name it', async () => {
    const files = { ...A, 'src/UserStore.php': '<?php\n', 'test/user-store.test.ts': '' };
    assert.deepEqual(await shown('`UserStore` holds them.', '`src/a.py`', files), [
      '(src/UserStore.php#UserStore: current/unchanged)',
      'src/a.py: current/unchanged',
    ]);
  });

  it('is gone where one of these files had it, and says so in passing', async () => {
    const B = { 'src/b.py': 'def other():\n    pass\n' };
    await shown('`check_user` sees to it.', '`src/a.py`, `src/b.py`', { ...A, ...B });
    repository.commitFiles({ 'src/a.py': 'def rest():\n    pass\n', 'src/b.py': 'def more():\n    pass\n' });
    const [lost, ...others] = await nowShown();
    assert.deepEqual([lost, others.length], ['(src/a.py#check_user: broken/symbol-missing)', 2]);
    const snapshot = await afresh((project) => project.check());
    const told = snapshot.findings.filter(({ message }) => message.includes('check_user was'));
    assert.deepEqual(
      told.map(({ severity }) => severity),
      ['information'],
    );
    assert.match(told[0]!.message, /check_user was deleted from src\/a\.py by /);
  });

  it('is nothing where two of these files had it, or none', async () => {
    const files = { ...A, 'src/b.py': A['src/a.py'] };
    await shown('`check_user` and `check_nobody` see to it.', '`src/a.py`, `src/b.py`', files);
    repository.commitFiles({ 'src/a.py': 'x = 1\n', 'src/b.py': 'x = 1\n' });
    assert.deepEqual(await nowShown(), ['src/a.py: stale/changed', 'src/b.py: stale/changed']);
  });

  it('is nothing where no file has it, or two', async () => {
    assert.deepEqual(await shown('`check_nobody` sees to it.', '`src/a.py`', A), [
      'src/a.py: current/unchanged',
    ]);
    const files = { ...A, 'src/b.py': A['src/a.py'] };
    assert.deepEqual(await shown('`check_user` sees to it.', '`src/a.py`, `src/b.py`', files), [
      'src/a.py: current/unchanged',
      'src/b.py: current/unchanged',
    ]);
  });
});
