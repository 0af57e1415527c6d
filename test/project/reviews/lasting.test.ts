import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, cloneRepository, makeRepository } from '../../support/git-repository.ts';
import { ADA, BEN, REVIEWS, SOURCE, review, verdicts } from './support.ts';

const LOGIN = 'src/a.py#login';
const LOGOUT = 'src/a.py#logout';
const CURRENT = [`${LOGIN}: current/unchanged by Ada`, `${LOGOUT}: current/unchanged by Ben`];
const CHANGED = SOURCE.replace('check(user)', 'True');

describe('reviews across branches', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN, LOGOUT) });
  });
  afterEach(() => repository.remove());

  const text = (): string => readFileSync(join(repository.root, REVIEWS), 'utf8');
  const records = (): string[] =>
    text()
      .split('\n')
      .filter((line) => line.startsWith('- '));

  /** Reviews one link on a branch each, and merges them. */
  async function reviewOnTwoBranches(one: string, other: string): Promise<void> {
    repository.branch('ours');
    await review(repository, [one]);
    repository.commit();
    repository.branch('theirs', 'main');
    await review(repository, [other], { by: BEN });
    repository.commit();
    repository.merge('ours');
  }

  for (const exists of [false, true]) {
    const where = exists ? 'in a file that was there' : 'where both begin the file';

    it(`of different links merge without a conflict, ${where}`, async () => {
      if (exists) {
        await review(repository);
        repository.commit();
      }
      await reviewOnTwoBranches(LOGIN, LOGOUT);
      assert.equal(records().length, exists ? 4 : 2);
      assert.deepEqual(await verdicts(repository), CURRENT);
    });

    it(`of the same link merge without a conflict, ${where}`, async () => {
      if (exists) {
        await review(repository);
        repository.commit();
      }
      await reviewOnTwoBranches(LOGIN, LOGIN);
      assert.equal(records().length, exists ? 4 : 2);
      assert.doesNotMatch(text(), /^[<=>]{7}/m);
      assert.match((await verdicts(repository))[0]!, /current\/unchanged by (Ada|Ben)$/);
    });
  }

  it('count for what was cherry-picked', async () => {
    repository.branch('feature');
    repository.commitFiles({ 'src/a.py': CHANGED });
    await review(repository, [LOGIN]);
    await review(repository, [LOGOUT], { by: BEN });
    repository.commit();
    repository.branch('main');
    repository.commitFiles({ 'notes.md': 'Something else\n' });
    repository.git('cherry-pick', 'main..feature');
    assert.deepEqual(await verdicts(repository), CURRENT);
  });

  it('are stale on a branch where the evidence is something else', async () => {
    repository.branch('feature');
    repository.commitFiles({ 'src/a.py': CHANGED });
    await review(repository, [LOGIN]);
    repository.commit();
    repository.branch('main');
    repository.git('checkout', '-q', 'feature', '--', REVIEWS);
    repository.commit();
    assert.deepEqual(await verdicts(repository), [
      `${LOGIN}: stale/changed by Ada`,
      `${LOGOUT}: current/unchanged`,
    ]);
  });
});

describe('a review', () => {
  let repository: TestRepository;
  let before: string;

  beforeEach(async () => {
    repository = makeRepository();
    before = repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN, LOGOUT) });
    repository.commitFiles({ 'src/a.py': CHANGED });
    await review(repository, [LOGIN]);
    await review(repository, [LOGOUT], { by: BEN });
    repository.commit({ message: 'Review' });
    repository.commitFiles({ 'notes.md': 'One\n' }, { message: 'Notes' });
  });
  afterEach(() => repository.remove());

  const reviewed = (): string => {
    const [, id] = /"commit": "(\w+)"/.exec(readFileSync(join(repository.root, REVIEWS), 'utf8'))!;
    return id!;
  };

  /** Whatever no branch needs is gone afterwards, the commit that was reviewed included. */
  function collect(): void {
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '-q', '--prune=now');
    assert.throws(() => repository.git('cat-file', '-e', reviewed()));
  }

  it('survives a squash', async () => {
    repository.git('reset', '-q', '--soft', before);
    repository.commit({ message: 'All in one' });
    collect();
    assert.deepEqual(await verdicts(repository), CURRENT);
  });

  it('survives a rebase, and commits that were put in another order', async () => {
    repository.branch('base', before);
    repository.commitFiles({ 'other.md': 'Two\n' });
    repository.branch('main');
    repository.git('-c', 'sequence.editor=sed -i "1{h;d};3G"', 'rebase', '-q', '-i', 'base');
    assert.match(repository.git('log', '--format=%s', '-2'), /^Change\nNotes$/);
    repository.git('branch', '-D', 'base');
    collect();
    assert.deepEqual(await verdicts(repository), CURRENT);
  });

  it('survives an amended commit', async () => {
    repository.git('reset', '-q', '--soft', 'HEAD~2');
    repository.git('commit', '-q', '--amend', '-m', 'Amended');
    collect();
    assert.deepEqual(await verdicts(repository), CURRENT);
  });

  it('counts in a clone that never had its commit', async () => {
    repository.git('reset', '-q', '--soft', before);
    repository.commit({ message: 'All in one' });
    const clone = cloneRepository(repository);
    try {
      assert.throws(() => clone.git('cat-file', '-e', reviewed()));
      assert.deepEqual(await verdicts(clone), CURRENT);
    } finally {
      clone.remove();
    }
  });

  it('is stale when the evidence changes after its commit is gone, and says what it can', async () => {
    repository.git('reset', '-q', '--soft', before);
    repository.commit({ message: 'All in one' });
    collect();
    repository.commitFiles({ 'src/a.py': CHANGED.replace('True', 'False') });
    assert.deepEqual(await verdicts(repository), [`${LOGIN}: stale/changed by Ada`, CURRENT[1]]);
  });

  it('survives other line ends in its file, and in that of the evidence', async () => {
    const crlf = (path: string): void => {
      const text = readFileSync(join(repository.root, path), 'utf8').replaceAll('\n', '\r\n');
      repository.write({ [path]: text });
    };
    crlf(REVIEWS);
    crlf('src/a.py');
    assert.deepEqual(await verdicts(repository), CURRENT);
    await review(repository, [LOGOUT], { by: ADA });
    assert.doesNotMatch(readFileSync(join(repository.root, REVIEWS), 'utf8'), /[^\r]\n/);
  });

  it('leaves nothing else behind', () => {
    assert.ok(existsSync(join(repository.root, '.gitattributes')));
    assert.equal(repository.git('status', '--porcelain'), '');
  });
});
