import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/model/finding.ts';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { BEN, REVIEWS, SOURCE, review, withProject } from './support.ts';

const LOGIN = 'src/a.py#login';
const LOGOUT = 'src/a.py#logout';
const CASE = 'access.case.yaml';

describe('reviews of no link', () => {
  let repository: TestRepository;

  beforeEach(async () => {
    repository = makeRepository();
    repository.commitFiles({ 'src/a.py': SOURCE, [CASE]: caseText(LOGIN, LOGOUT) });
    await review(repository, [LOGIN]);
    await review(repository, [LOGOUT], { by: BEN });
    repository.commit();
  });
  afterEach(() => repository.remove());

  const at = (path: string): string => join(repository.root, path);
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));
  const found = (): Promise<readonly Finding[]> =>
    withProject(repository, async ({ project }) =>
      (await project.check()).findings.filter(({ rule }) => rule === 'review-without-link'),
    );
  const said = async (): Promise<string[]> =>
    (await found()).map(
      ({ severity, file, range, message }) =>
        `${severity} ${file.slice(repository.root.length + 1)}:${range.start.line + 1} ${message}`,
    );

  it('are none where every review has its link', async () => {
    assert.deepEqual(await said(), []);
  });

  it('are those of a claim that has another id now, which is said once', async () => {
    edit(CASE, (text) => text.replace('C1:', 'C7:'));
    assert.deepEqual(await said(), [
      `warning ${REVIEWS}:3 2 reviews in ${REVIEWS} are of no link: access/C1 ${LOGIN} and access/C1 ${LOGOUT}, last reviewed by Ben Builder on 15 Jun. access/C1 is called access/C7 now. Give it its old id again, or review the evidence by its new name.`,
    ]);
    const [{ related } = {} as Finding] = await found();
    assert.deepEqual(
      related?.map(({ message }) => message),
      [`access/C7 ${LOGIN}`, `access/C7 ${LOGOUT}`],
    );
    await review(repository);
    assert.deepEqual(await said(), []);
  });

  it('are those of a claim file that was renamed, with its reviews or without', async () => {
    renameSync(at(CASE), at('portal.case.yaml'));
    assert.deepEqual(await said(), [
      `warning ${REVIEWS}:3 No claim file has the 2 reviews in ${REVIEWS}: access/C1 ${LOGIN} and access/C1 ${LOGOUT}, last reviewed by Ben Builder on 15 Jun. The case access is called portal now. Their claims are in another file now: move the lines to portal.reviews.yaml. Give it its old id again, or review the evidence by its new name.`,
    ]);
    renameSync(at(REVIEWS), at('portal.reviews.yaml'));
    assert.match(
      (await said()).join(),
      /^warning portal\.reviews\.yaml:3 2 reviews .* The case access is called portal now\./,
    );
    edit('portal.case.yaml', (text) => text.replace('claims:', 'id: access\nclaims:'));
    assert.deepEqual(await said(), []);
  });

  it('are found outside of git, too', async () => {
    rmSync(at('.git'), { recursive: true });
    renameSync(at(CASE), at('portal.case.yaml'));
    assert.match((await said()).join(), /^warning access\.reviews\.yaml:3 No claim file has the 2 reviews/);
  });

  it('are no more than information where the link was removed', async () => {
    edit(CASE, (text) => text.replace(`      - ${LOGOUT}\n`, ''));
    assert.deepEqual(await said(), [
      `information ${REVIEWS}:3 1 review in ${REVIEWS} is of no link: access/C1 ${LOGOUT}, last reviewed by Ben Builder on 15 Jun. If a claim was renamed or a locator changed, review the evidence anew, or give the claim its old id again; if a link was removed on purpose, its lines here can go.`,
    ]);
    rmSync(at(CASE));
    assert.match((await said()).join(), /^information .* if it was removed, remove this one, too\.$/);
  });

  it('get no new name where the claim says something else, or two links could be meant', async () => {
    edit(CASE, (text) => text.replace('C1:', 'C7:').replace('Only users', 'Nobody'));
    assert.match((await said()).join(), /^information .* If a claim was renamed/);
    edit(
      CASE,
      () =>
        caseText(LOGIN, LOGOUT).replace('C1:', 'C7:') +
        caseText(LOGIN, LOGOUT).slice(caseText().indexOf('  C1')),
    );
    edit(CASE, (text) => text.replace('  C1:', '  C8:'));
    assert.match((await said()).join(), /^information .* If a claim was renamed/);
  });

  it('are not looked for where the claim file could be read in part only', async () => {
    edit(CASE, (text) => `${text.replace(`      - ${LOGOUT}\n`, '')}  C2: "open\n`);
    assert.deepEqual(await said(), []);
  });

  it('are not said of a document that another command reads as a case', async () => {
    renameSync(at(CASE), at('access.yaml'));
    assert.deepEqual(await said(), []);
  });

  it('are as loud as people want them, and a comment silences them', async () => {
    edit(CASE, (text) => text.replace('C1:', 'C7:'));
    repository.write({ 'warrant.yaml': 'rules: {review-without-link: error}\n' });
    assert.match((await said()).join(), /^error /);
    const lines = readFileSync(at(REVIEWS), 'utf8').split('\n');
    lines.splice(2, 0, '# warrant-disable-next-line review-without-link');
    writeFileSync(at(REVIEWS), lines.join('\n'));
    assert.deepEqual(await said(), []);
  });

  it('are looked for without a process, and follow what is typed', async () => {
    await withProject(repository, async ({ project, takeProcesses, takeReads }) => {
      await project.check();
      takeProcesses();
      takeReads();
      project.setDocument(at(CASE), caseText(LOGIN, LOGOUT).replace('C1:', 'C7:'));
      const rules = (await project.recheck()).findings.map(({ rule }) => rule);
      assert.ok(rules.includes('review-without-link'));
      assert.deepEqual(takeProcesses(), []);
      assert.deepEqual(
        takeReads().filter((path) => path === REVIEWS),
        [],
      );
    });
  });
});
