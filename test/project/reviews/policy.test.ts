import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { linksOf } from '../../support/project.ts';
import { ADA, BEN, REVIEWS, SOURCE, review, verdicts, withProject } from './support.ts';

const LOGIN = 'src/a.py#login';
const LOGOUT = 'src/a.py#logout';

describe('what is demanded of reviews', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles(
      { 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN, LOGOUT) },
      { author: 'Ben', email: 'BEN@example.org' },
    );
  });
  afterEach(() => repository.remove());

  const demand = (policy: string): void => repository.write({ 'warrant.yaml': `reviews: {${policy}}\n` });

  const messages = (): Promise<string[]> =>
    withProject(repository, async ({ project }) =>
      linksOf(await project.check()).map(({ verdict }) => verdict.message),
    );

  for (const required of ['all', '[C1]', '[access/C1]', '["*/C?"]', '["C*"]', '[X, "acc*/*1"]']) {
    it(`is a record, where reviews of ${required} are required`, async () => {
      demand(`required: ${required}`);
      await review(repository, [LOGIN]);
      assert.deepEqual(await verdicts(repository), [
        `${LOGIN}: current/unchanged by Ada`,
        `${LOGOUT}: unreviewed/review-required`,
      ]);
      assert.match(
        (await messages())[1]!,
        /^A recorded review of src\/a\.py#logout is required \(warrant\.yaml\)/,
      );
    });
  }

  for (const required of ['[]', '[C2]', '[other/C1]', '[C]', '["?"]']) {
    it(`is nothing here, where reviews of ${required} are required`, async () => {
      demand(`required: ${required}`);
      assert.deepEqual(await verdicts(repository), [
        `${LOGIN}: current/unchanged`,
        `${LOGOUT}: current/unchanged`,
      ]);
    });
  }

  it('is not a record of reports, mentions and web addresses, which no person can judge', async () => {
    demand('required: all');
    repository.commitFiles({
      'report.xml': '<testsuite name="a" tests="1"><testcase name="t"/></testsuite>\n',
      'access.case.yaml': caseText('{at: report.xml, expect: {tests: {failed: 0}}}', 'https://example.org/x'),
    });
    const found = await verdicts(repository);
    assert.deepEqual(
      found.filter((line) => line.includes('review-required')),
      [],
    );
  });

  it('is that what is stale stays so, whatever else is wanting', async () => {
    demand('required: all, expireAfterDays: 1');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask') });
    assert.equal((await verdicts(repository))[0], `${LOGIN}: stale/changed`);
  });

  it('is said of what is stale, too, where it has no record at all', async () => {
    const wanted = async (): Promise<string[]> =>
      withProject(repository, async ({ project }) =>
        (await project.check()).findings.map(({ rule, severity }) => `${severity} ${rule}`),
      );
    repository.write({
      'warrant.yaml': 'reviews: {required: all}\nrules: {evidence-review-required: error}\n',
    });
    await review(repository, [LOGOUT]);
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask').replace('forget', 'drop') });
    assert.deepEqual(await verdicts(repository), [
      `${LOGIN}: stale/changed`,
      `${LOGOUT}: stale/changed by Ada`,
    ]);
    assert.deepEqual((await wanted()).sort(), [
      'error evidence-review-required',
      'warning evidence-changed',
      'warning evidence-changed',
    ]);
  });

  it('is a record also where there is no git', async () => {
    demand('required: all');
    rmSync(join(repository.root, '.git'), { recursive: true });
    assert.deepEqual(await verdicts(repository), [
      `${LOGIN}: unreviewed/review-required`,
      `${LOGOUT}: unreviewed/review-required`,
    ]);
  });

  it('is that somebody else than whoever wrote it reviews it', async () => {
    demand('independent: true');
    await review(repository, [LOGIN]);
    await review(repository, [LOGOUT], { by: BEN });
    assert.deepEqual(await verdicts(repository), [
      `${LOGIN}: current/unchanged by Ada`,
      `${LOGOUT}: unreviewed/review-not-independent by Ben`,
    ]);
    assert.match((await messages())[1]!, /^Ben Builder reviewed src\/a\.py#logout on 15 Jun, and also wrote/);
    await review(repository, [LOGOUT]);
    assert.equal((await verdicts(repository))[1], `${LOGOUT}: current/unchanged by Ada`);
  });

  it('is that nobody reviews their own uncommitted change', async () => {
    demand('independent: true');
    repository.write({ 'src/a.py': SOURCE.replace('check', 'ask') });
    await review(repository, [LOGIN], { by: ADA });
    assert.equal((await verdicts(repository))[0], `${LOGIN}: unreviewed/review-not-independent by Ada`);
  });

  it('is that reviews are not too old', async () => {
    await review(repository);
    const reviewedOn = (day: string): void => {
      const text = repository.git('hash-object', '-w', REVIEWS);
      repository.write({
        [REVIEWS]: `${repository.git('cat-file', '-p', text)}\n`.replaceAll('2026-06-15', day),
      });
    };
    demand('expireAfterDays: 30');
    reviewedOn('2026-05-16');
    assert.equal((await verdicts(repository))[0], `${LOGIN}: current/unchanged by Ada`);
    demand('expireAfterDays: 29');
    assert.equal((await verdicts(repository))[0], `${LOGIN}: unreviewed/review-expired by Ada`);
    assert.match(
      (await messages())[0]!,
      /by Ada Author on 16 May has expired: .* 29 days .* ended on 14 Jun\./,
    );
  });

  it('is that a review that is dated in the future does not count for ever', async () => {
    await review(repository);
    const file = join(repository.root, REVIEWS);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('2026-06-15', '2999-06-15'));
    assert.equal((await verdicts(repository))[0], `${LOGIN}: current/unchanged by Ada`);
    demand('expireAfterDays: 30');
    assert.equal((await verdicts(repository))[0], `${LOGIN}: unreviewed/review-expired by Ada`);
    assert.match((await messages())[0]!, /by Ada Author is dated 15 Jun 2999, which is in the future\./);
    const { recorded } = await review(repository, [LOGIN], { by: BEN });
    assert.equal(recorded[0]!.record.at, '2026-06-15T12:00:00Z');
    assert.equal((await verdicts(repository))[0], `${LOGIN}: current/unchanged by Ben`);
  });

  it('costs no process', async () => {
    repository.commit();
    const processes = (): Promise<number> =>
      withProject(repository, async ({ project, takeProcesses }) => {
        await project.check();
        return takeProcesses().length;
      });
    await review(repository);
    repository.commit();
    const before = await processes();
    repository.commitFiles({
      'warrant.yaml': 'reviews: {required: all, independent: true, expireAfterDays: 9}\n',
    });
    assert.equal(await processes(), before);
  });

  it('is a warning, which a rule can set', async () => {
    demand('required: all');
    const rules = (): Promise<string[]> =>
      withProject(repository, async ({ project }) =>
        (await project.check()).findings.map(({ rule, severity }) => `${severity} ${rule}`),
      );
    assert.deepEqual(new Set(await rules()), new Set(['warning evidence-review-required']));
    repository.write({
      'warrant.yaml': 'reviews: {required: all}\nrules: {evidence-review-required: error}\n',
    });
    assert.deepEqual(new Set(await rules()), new Set(['error evidence-review-required']));
  });
});
