import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { BEN, SOURCE, review, verdicts } from './support.ts';

const CASE = 'access.case.yaml';
const CHANGED = SOURCE.replace('check(user)', 'True');

describe('a reviewed link that was only led to where its evidence is', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** The case's evidence is changed, reviewed, and then maybe changed again. */
  async function reviewed(after = CHANGED): Promise<void> {
    repository.commitFiles({ 'src/a.py': SOURCE, [CASE]: caseText('src/a.py#login') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    await review(repository, [], { by: BEN });
    repository.commitFiles({ 'src/a.py': after });
  }

  function lead(text = caseText('lib/b.py#login')): void {
    repository.rename('src/a.py', 'lib/b.py');
    repository.commitFiles({ [CASE]: text });
  }

  it('is as it was when somebody reviewed it, and not as when it was written', async () => {
    await reviewed();
    lead();
    assert.deepEqual(await verdicts(repository), ['lib/b.py#login: current/unchanged by Ben']);
  });

  it('is stale where what was reviewed changed back since', async () => {
    await reviewed(SOURCE);
    lead();
    assert.deepEqual(await verdicts(repository), ['lib/b.py#login: stale/changed by Ben']);
  });

  it('with another id of its claim', async () => {
    await reviewed(SOURCE);
    repository.commitFiles({ [CASE]: caseText('src/a.py#login').replace('C1', 'C7') });
    assert.deepEqual(await verdicts(repository), ['src/a.py#login: stale/changed by Ben']);
    lead(caseText('lib/b.py#login').replace('C1', 'C7'));
    assert.deepEqual(await verdicts(repository), ['lib/b.py#login: stale/changed by Ben']);
  });

  it('is judged anew with its claim', async () => {
    await reviewed(SOURCE);
    lead(caseText('lib/b.py#login').replace('Only', 'All'));
    assert.deepEqual(await verdicts(repository), ['lib/b.py#login: current/unchanged']);
  });
});
