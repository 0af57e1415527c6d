import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { linesOf } from '../history/support.ts';
import { ADA, BEN, SOURCE, review, verdicts } from './support.ts';

const CASE = 'access.case.yaml';
const FILE = SOURCE + linesOf('a', 20);
const AS_BEN = { author: 'Ben Builder', email: 'ben@example.org' };

describe('a review by somebody else than the author', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    repository.write({ 'warrant.yaml': 'reviews:\n  independent: true\n' });
  });
  afterEach(() => repository.remove());

  async function reviewedBy(by: string): Promise<string | undefined> {
    await review(repository, [], { by });
    return (await verdicts(repository))[0];
  }

  it('is not one by whoever wrote a file that somebody renamed', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py#login') }, AS_BEN);
    for (const [from, to] of [
      ['src/a.py', 'lib/b.py'],
      ['lib/b.py', 'lib/c.py'],
    ] as const) {
      repository.rename(from, to);
      repository.commitFiles({ [CASE]: caseText(`${to}#login`) });
    }
    assert.equal(await reviewedBy(BEN), 'lib/c.py#login: unreviewed/review-not-independent by Ben');
    assert.equal(await reviewedBy(ADA), 'lib/c.py#login: current/unchanged by Ada');
  });

  it('may be one by who only merged', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py#login') });
    repository.branch('work');
    repository.commitFiles({ 'src/a.py': FILE.replace('check(user)', 'True') }, AS_BEN);
    repository.branch('main');
    repository.commitFiles({ 'src/a.py': `${FILE}zz = 1\n` });
    repository.merge('work');
    assert.equal(await reviewedBy(ADA), 'src/a.py#login: current/unchanged by Ada');
  });
});
