import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { check, linesOf } from './support.ts';

/** Replaces ten lines from `start` on. */
function rewritten(before: string, name: string, start: number): string {
  const lines = before.split('\n');
  return [...lines.slice(0, start), linesOf(name, 10).trimEnd(), ...lines.slice(start + 10)].join('\n');
}

describe('evidence that was renamed', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** Renames a file, and changes it in the same commit. */
  function move(from: string, to: string, text?: string): string {
    repository.rename(from, to);
    return repository.commitFiles(text === undefined ? {} : { [to]: text }, {
      message: `Move ${from} to ${to}`,
    });
  }

  const LOGIN = 'def login(user):\n    return check(user)\n\n\n';

  it('is compared with what it was under its old name, where the link was there first', async () => {
    repository.commitFiles({
      'src/a.py': LOGIN + linesOf('a', 20),
      'a.case.yaml': caseText('lib/b.py#login'),
    });
    move('src/a.py', 'src/b.py');
    move('src/b.py', 'lib/b.py');
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['current/unchanged']);
  });

  it('step by step, where baseline and today have too little in common', async () => {
    const first = LOGIN + linesOf('a', 30);
    const second = rewritten(first, 'second', 24);
    const third = rewritten(second, 'third', 14);
    const fourth = rewritten(third, 'fourth', 4);
    repository.commitFiles({
      'src/a.py': first,
      'a.case.yaml': caseText('src/d.py#login', 'src/d.py'),
    });
    move('src/a.py', 'src/b.py', second);
    move('src/b.py', 'src/c.py', third);
    repository.commitFiles({ other: '1' });
    const last = move('src/c.py', 'src/d.py', fourth);
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['current/unchanged', 'stale/changed']);
    const { baseline, changes } = checked.verdict('src/d.py');
    assert.equal(baseline?.path, 'src/a.py');
    assert.equal(changes[0]?.commit, last);
    assert.equal(changes.length, 3);
  });

  it('as many steps as there are, at the cost of a constant number of processes', async () => {
    const counts: number[] = [];
    for (const steps of [3, 9]) {
      const fresh = makeRepository();
      let text = LOGIN + linesOf('a', 30);
      fresh.commitFiles({ 'src/f0.py': text, 'a.case.yaml': caseText(`src/f${steps}.py#login`) });
      for (let step = 1; step <= steps; step++) {
        text = rewritten(text, `step${step}`, 4 + 10 * (step % 3));
        fresh.rename(`src/f${step - 1}.py`, `src/f${step}.py`);
        fresh.commitFiles({ [`src/f${step}.py`]: text });
      }
      const checked = await check(fresh.root);
      assert.deepEqual(checked.all, ['current/unchanged']);
      counts.push(checked.processes.length);
      fresh.remove();
    }
    assert.equal(counts[1], counts[0]);
  });

  it('with its whole folder, and with changes to one of its files', async () => {
    const files = ['x', 'y', 'z'].map((name) => [`app/auth/${name}.py`, LOGIN + linesOf(name, 20)] as const);
    repository.commitFiles({
      ...Object.fromEntries(files),
      'a.case.yaml': caseText(
        'core/login/x.py',
        'core/login/y.py#login',
        'app/auth/z.py',
        'app/auth/',
        'core/login/',
      ),
    });
    repository.rename('app/auth', 'core/auth');
    repository.commit();
    repository.rename('core/auth', 'core/login');
    repository.commitFiles({ 'core/login/x.py': LOGIN.replace('check', 'ask') + linesOf('x', 20) });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, [
      'stale/changed',
      'current/unchanged',
      'broken/moved',
      'broken/moved',
      'stale/changed',
    ]);
    assert.equal(checked.verdict('app/auth/z.py').suggestions[0]?.locator, 'core/login/z.py');
    assert.equal(checked.verdict('app/auth/').suggestions[0]?.locator, 'core/login/');
    assert.match(checked.verdict('core/login/').message, /1 of its 3 files changed: x\.py/);
  });

  it('while another file took its name', async () => {
    repository.commitFiles({
      'src/a.py': LOGIN + linesOf('a', 20),
      'a.case.yaml': caseText('src/a.py', 'src/b.py', 'src/b.py#login'),
    });
    move('src/a.py', 'src/b.py');
    repository.commitFiles({ 'src/a.py': linesOf('new', 20) });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed', 'current/unchanged', 'current/unchanged']);
  });

  it('and not what was copied', async () => {
    repository.commitFiles({ 'src/a.py': LOGIN, 'a.case.yaml': caseText('src/b.py', 'src/a.py') });
    repository.commitFiles({ 'src/b.py': LOGIN });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['unreviewed/never-reviewed', 'current/unchanged']);
  });

  it('is moved to where it went in the end, for links that name it as it was', async () => {
    repository.commitFiles({
      'src/a.py': LOGIN + linesOf('a', 20),
      'a.case.yaml': caseText('src/a.py#login'),
    });
    move('src/a.py', 'src/b.py', LOGIN + linesOf('a', 19));
    move('src/b.py', 'lib/c.py', LOGIN + linesOf('a', 18));
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['broken/moved']);
    assert.equal(checked.verdict().suggestions[0]?.locator, 'lib/c.py#login');
  });

  it('in letter case only', async () => {
    repository.commitFiles({
      'src/Auth.py': LOGIN + linesOf('a', 20),
      'a.case.yaml': caseText('src/Auth.py', 'src/auth.py'),
    });
    repository.git('mv', 'src/Auth.py', 'src/auth.py');
    repository.commit();
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['broken/case-mismatch', 'current/unchanged']);
  });
});
