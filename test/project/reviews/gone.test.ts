import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { linksOf } from '../../support/project.ts';
import { review, withProject } from './support.ts';
import type { Verdict } from '../../../src/model/verdict.ts';

const BLOCK = 'if user.allowed:\n    open(door)\n    log(user)\n';
/** Lines of Python, `count` of them. */
function linesOf(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name}_${i} = step(${i * 7})\n`).join('');
}

const FILE = `${linesOf('a', 8)}${BLOCK}${linesOf('b', 8)}`;
const LINES = 'src/a.py#L9-L11';

describe('what was reviewed, gone from the repository', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  async function verdict(): Promise<Verdict> {
    return withProject(repository, async ({ project }) => linksOf(await project.check())[0]!.verdict);
  }

  const collect = (): void => {
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '-q', '--prune=now');
  };

  describe('as lines of a file that was never committed so', () => {
    const REVIEWED = FILE.replace('open(door)', 'unlock(door)');
    const reviewed = BLOCK.replace('open(door)', 'unlock(door)');

    async function reviewUncommitted(after: string): Promise<Verdict> {
      repository.commitFiles({ 'src/a.py': FILE, 'access.case.yaml': caseText(LINES) });
      repository.write({ 'src/a.py': REVIEWED });
      await review(repository);
      repository.commitFiles({ 'src/a.py': after });
      return verdict();
    }

    it('are followed to where the same stands now', async () => {
      const found = await reviewUncommitted(`import door\n\n\n${REVIEWED}`);
      assert.equal(`${found.state}/${found.reason}`, 'current/shifted');
      assert.deepEqual(found.targets, [{ path: 'src/a.py', startLine: 12, endLine: 14, whole: false }]);
      assert.equal(found.suggestions[0]?.locator, 'src/a.py#L12-L14');
    });

    it('also where only comments in them changed', async () => {
      const found = await reviewUncommitted(`\n\n${REVIEWED.replace('(door)', '(door)  # at last')}`);
      assert.equal(`${found.state}/${found.reason}`, 'current/shifted');
    });

    it('are stale where nothing means the same, or several places do, and say so', async () => {
      const none = await reviewUncommitted(`\n\n${FILE}`);
      assert.equal(`${none.state}/${none.reason}`, 'stale/changed');
      assert.match(none.message, /cannot be shown\. Nothing in the file means the same\. Does the claim/);
      repository.commitFiles({ 'src/a.py': `${linesOf('c', 20)}${reviewed}x = 1\n${reviewed}` });
      const several = await verdict();
      assert.equal(`${several.state}/${several.reason}`, 'stale/changed');
      assert.match(several.message, /Several places in the file mean the same, so nobody can say which/);
    });
  });

  describe('with its commit, by a squash', () => {
    let before: string;
    beforeEach(() => {
      before = repository.commitFiles({ 'src/a.py': FILE, 'access.case.yaml': caseText('src/a.py') });
    });

    const squash = (message: string): string => {
      repository.git('reset', '-q', '--soft', before);
      const squashed = repository.commit({ message, author: 'Sue Squash', date: '2026-06-16T10:00:00Z' });
      collect();
      return squashed;
    };
    const changed = (to: string): string => FILE.replace('open(door)', to);
    const commits = async (): Promise<string[]> => {
      const found = await verdict();
      assert.equal(`${found.state}/${found.reason}`, 'stale/changed');
      return found.changes.map(({ commit }) => commit);
    };

    it('names the commits since the one that has the content now', async () => {
      repository.commitFiles({ 'src/a.py': changed('unlock(door)') });
      await review(repository);
      squash('All in one');
      const one = repository.commitFiles({ 'src/a.py': changed('kick(door)') });
      const two = repository.commitFiles({ 'src/a.py': changed('break(door)') });
      assert.deepEqual(await commits(), [two, one]);
    });

    it('names the squash itself where that changed it, too', async () => {
      repository.commitFiles({ 'src/a.py': changed('unlock(door)') });
      await review(repository);
      repository.commitFiles({ 'src/a.py': changed('kick(door)') });
      const squashed = squash('All in one');
      assert.deepEqual(await commits(), [squashed]);
      assert.match((await verdict()).message, /: once, by Sue Squash on 16 Jun in “All in one” \(/);
    });

    it('names nobody where what was reviewed was never committed, and nothing was since', async () => {
      repository.commitFiles({ 'src/a.py': changed('unlock(door)') });
      repository.write({ 'src/a.py': changed('kick(door)') });
      await review(repository);
      repository.write({ 'src/a.py': changed('unlock(door)') });
      repository.git('commit', '-q', '--amend', '--reset-author', '-a', '-m', 'Amended');
      collect();
      assert.deepEqual(await commits(), []);
    });
  });
});
