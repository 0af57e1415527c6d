import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { SEMGREP } from '../../../evidence/reports/samples.ts';
import { type TestRepository, makeRepository } from '../../../support/git-repository.ts';
import { type TestProject, openProject, showLinks } from '../../../support/project.ts';

const CASE = `case: A
claims:
  C1:
    text: Holds.
    evidence:
      - {at: r.sarif, expect: {max: {error: 1}}}
      - {at: r.sarif, expect: {max: {error: 0}}}
      - {at: r.sarif, expect: {max: {note: 5}}}
      - {at: stmt.json, expect: {file: r.sarif}}
`;
/** What the statement is about, which is not there yet. */
const STATED = '{"version": "2.1.0", "runs": []}';
const STATEMENT = JSON.stringify({
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://example.org/run',
  subject: [{ name: 'r.sarif', digest: { sha256: createHash('sha256').update(STATED).digest('hex') } }],
});

describe('what it costs to judge reports', () => {
  let repository: TestRepository;
  let opened: TestProject;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'r.sarif': SEMGREP, 'stmt.json': STATEMENT, 'a.case.yaml': CASE });
    opened = openProject({ roots: [repository.root] });
  });
  afterEach(() => {
    opened.project.dispose();
    repository.remove();
  });

  const readsOf = (path: string): number => opened.takeReads().filter((read) => read === path).length;

  it('reads a report once a check, and once more for its digest, however many links lead to it', async () => {
    assert.deepEqual(showLinks(await opened.project.check()), [
      'r.sarif: current/as-expected',
      'r.sarif: failing/expectation',
      'r.sarif: current/as-expected',
      'stmt.json: failing/expectation',
    ]);
    assert.equal(readsOf('r.sarif'), 2);
  });

  it('reads nothing and asks git nothing while nothing changes, and judges again what an editor holds', async () => {
    const { project } = opened;
    await project.check();
    opened.takeReads();
    opened.takeProcesses();
    await project.recheck();
    assert.equal(readsOf('r.sarif'), 0);
    project.setDocument(`${repository.root}/r.sarif`, SEMGREP.replace('"level": "error"', '"level": "note"'));
    assert.equal(showLinks(await project.recheck())[1], 'r.sarif: current/as-expected');
    project.setDocument(`${repository.root}/r.sarif`, undefined);
    assert.equal(showLinks(await project.recheck())[1], 'r.sarif: failing/expectation');
    assert.deepEqual(opened.takeProcesses(), []);
  });

  it('notices what a build made anew without anybody saying so, and is not stale by it', async () => {
    await opened.project.check();
    repository.write({ 'r.sarif': SEMGREP.replace('"error"', '"warning"') });
    const links = showLinks(await opened.project.check());
    assert.deepEqual(links.slice(0, 2), ['r.sarif: current/as-expected', 'r.sarif: current/as-expected']);
  });

  it('takes the time of the last commit only where the report is as it was committed', async () => {
    const lcov = 'SF:a.c\nDA:1,1\nend_of_record\n';
    const aged = CASE.replace(/ {6}- [^]*$/, '      - {at: r.info, expect: {maxAgeDays: 3000}}\n');
    repository.commitFiles({ 'r.info': lcov, 'a.case.yaml': aged });
    assert.deepEqual(showLinks(await opened.project.check()), ['r.info: current/as-expected']);
    repository.write({ 'r.info': lcov + lcov });
    assert.deepEqual(showLinks(await opened.project.check()), ['r.info: unknown/unsupported']);
  });

  it('judges a statement again when a file changes that it should name', async () => {
    const { project } = opened;
    assert.equal(showLinks(await project.check())[3], 'stmt.json: failing/expectation');
    repository.write({ 'r.sarif': STATED });
    project.forget(`${repository.root}/r.sarif`);
    assert.equal(showLinks(await project.recheck())[3], 'stmt.json: current/as-expected');
  });
});
