import assert from 'node:assert/strict';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../support/project.ts';

const CASE = 'docs/assurance-case.md';

describe('a name of code that stands alone in prose', () => {
  let repository: TestRepository;
  let opened: TestProject;

  beforeEach(() => {
    repository = makeRepository();
    opened = openProject({ roots: [repository.root] });
  });
  afterEach(() => {
    opened.project.dispose();
    repository.remove();
  });

  async function shown(claim: string, evidence: string, files: Record<string, string>): Promise<string[]> {
    const text = `# Assurance case\n\n## C1: Only users get in. ${claim}\n\n**Evidence:** ${evidence}\n`;
    repository.commitFiles({ ...files, [CASE]: text });
    return showLinks(await opened.project.check());
  }

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
