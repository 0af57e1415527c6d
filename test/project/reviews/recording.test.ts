import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReviews } from '../../../src/formats/reviews/read-reviews.ts';
import type { ReviewRecord } from '../../../src/model/review.ts';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeFolder, makeRepository } from '../../support/git-repository.ts';
import { openProject } from '../../support/project.ts';
import { ADA, BEN, REVIEWS, SOURCE, named, review, show, verdicts, withProject } from './support.ts';

const LOGIN = 'src/a.py#login';

describe('recording a review', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const at = (path: string): string => join(repository.root, path);
  const records = (): readonly ReviewRecord[] =>
    readReviews(readFileSync(at(REVIEWS), 'utf8'), REVIEWS).records;

  /** What is said of each link that cannot be reviewed. */
  const refusals = (): Promise<string[]> =>
    withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      const { refused, recorded } = await project.review({ links, by: ADA });
      assert.deepEqual(recorded, []);
      assert.ok(!existsSync(at(REVIEWS)));
      return refused.map(({ why }) => why);
    });

  it('writes who judged what, what it was, and who wrote that', async () => {
    const head = repository.commitFiles(
      { 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) },
      { author: 'Ben', email: 'ben@example.org' },
    );
    const { recorded, files, notes } = await review(repository, [], { note: ' looks fine ' });
    assert.equal(recorded[0]!.before.reason, 'unchanged');
    assert.deepEqual(files, [at('.gitattributes'), at(REVIEWS)]);
    assert.match(notes.join(), /Added `\*\.reviews\.yaml merge=union` to \.gitattributes/);
    const [{ fingerprint, claim, ...rest } = {} as ReviewRecord] = records();
    assert.match(fingerprint, /^tokens-\d+:python:[0-9a-f]{64}$/);
    assert.match(claim, /^claim-1:[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      case: 'access',
      node: 'C1',
      locator: LOGIN,
      commit: head,
      path: 'src/a.py',
      blob: repository.git('rev-parse', 'HEAD:src/a.py'),
      authors: ['Ben <ben@example.org>'],
      by: ADA,
      at: '2026-06-15T12:00:00Z',
      note: 'looks fine',
    });
  });

  it('refuses evidence in which a merge left both sides', async () => {
    const files = { 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN, 'src/a.py', '"src/*.py"') };
    repository.commitFiles(files);
    repository.branch('side');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask') });
    repository.branch('main');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'trust') });
    assert.throws(() => repository.git('merge', '-q', 'side'));
    const why = 'cannot be reviewed before its merge conflict is resolved: both sides stand in it.';
    const refused = await refusals();
    assert.equal(refused.length, 3);
    refused.forEach((one, i) =>
      assert.ok(one.startsWith(`${[LOGIN, 'src/a.py', 'src/*.py'][i]} ${why}`), one),
    );
  });

  it('names as authors whoever changed it since, and the reviewer of what is not committed', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    repository.commitFiles(
      { 'src/a.py': SOURCE.replace('check', 'ask') },
      { author: 'Ben', email: 'ben@example.org' },
    );
    repository.commitFiles(
      { 'src/a.py': SOURCE.replace('check', 'trust') },
      { author: 'Cy', email: 'cy@example.org' },
    );
    // Beside what is linked.
    repository.commitFiles(
      { 'src/a.py': SOURCE.replace('check', 'trust').replace('forget', 'drop') },
      { author: 'Di', email: 'di@example.org' },
    );
    await review(repository);
    assert.deepEqual(records()[0]!.authors, ['Cy <cy@example.org>', 'Ben <ben@example.org>']);
    repository.write({ 'src/a.py': SOURCE });
    await review(repository, [], { by: BEN });
    assert.equal(records()[1]!.authors![0], BEN);
  });

  it('costs as many processes for many links as for few', async () => {
    const count = async (links: number): Promise<string[]> => {
      const names = Array.from({ length: links }, (_, i) => `src/f${i}.py`);
      repository.commitFiles({
        'access.case.yaml': caseText(...names),
        ...Object.fromEntries(names.map((name) => [name, SOURCE])),
      });
      return withProject(repository, async ({ project, takeProcesses }) => {
        const wanted = named(await project.check(), []);
        takeProcesses();
        await project.review({ links: wanted, by: ADA });
        // That of look-ups is started once, and may be running already.
        return takeProcesses()
          .filter((name) => name !== 'cat-file')
          .sort();
      });
    };
    await count(1);
    assert.deepEqual(await count(40), await count(2));
  });

  it('looks at nothing again where it is told what was found', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await withProject(repository, async ({ project, takeProcesses, takeReads }) => {
      const snapshot = await project.check();
      takeProcesses();
      takeReads();
      const { recorded } = await project.review({ links: named(snapshot, []), by: ADA }, snapshot);
      assert.equal(recorded.length, 1);
      const processes = takeProcesses();
      for (const look of ['ls-files', 'diff-index', 'ls-tree', 'rev-parse', 'status'])
        assert.ok(!processes.includes(look), processes.join());
      assert.ok(!takeReads().includes('access.case.yaml'));
    });
  });

  it('happens in turn with checks, and the next one sees it without being told', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      const [, outcome, snapshot, again] = await Promise.all([
        project.check(),
        project.review({ links, by: ADA }),
        project.recheck(),
        project.check(),
      ]);
      assert.equal(outcome.recorded.length, 1);
      assert.deepEqual(show(snapshot), [`${LOGIN}: current/unchanged by Ada`]);
      assert.deepEqual(show(again), [`${LOGIN}: current/unchanged by Ada`]);
    });
  });

  it('reads a review file once a version, and follows what becomes of it', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await review(repository);
    await withProject(repository, async ({ project, takeReads }) => {
      await project.check();
      assert.ok(takeReads().includes(REVIEWS));
      await project.recheck();
      assert.ok(!takeReads().includes(REVIEWS));
      project.setDocument(at(REVIEWS), '');
      assert.deepEqual(show(await project.recheck()), [`${LOGIN}: current/unchanged`]);
      project.setDocument(at(REVIEWS), undefined);
      assert.deepEqual(show(await project.recheck()), [`${LOGIN}: current/unchanged by Ada`]);
      rmSync(at(REVIEWS));
      project.forget(at(REVIEWS));
      assert.deepEqual(show(await project.recheck()), [`${LOGIN}: current/unchanged`]);
    });
  });

  it('writes nothing when it is only to be said what would be', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      const { recorded, files } = await project.review({ links, by: ADA, dryRun: true });
      assert.deepEqual([recorded.length, files], [1, []]);
      assert.equal(repository.git('status', '--porcelain'), '');
    });
  });

  it('is refused for what has to be mended, and for what no person judges', async () => {
    repository.write({ 'report.xml': '<testsuite name="a" tests="1"><testcase name="t"/></testsuite>\n' });
    repository.commitFiles({
      'src/a.py': SOURCE,
      'access.case.yaml': caseText(
        'src/none.py',
        'src/a.py#logn',
        'https://example.org/x',
        '{at: report.xml, expect: {tests: {failed: 0}}}',
      ),
    });
    const [missing, symbol, address, report] = await refusals();
    assert.match(
      missing!,
      /^src\/none\.py cannot be reviewed before that is mended: src\/none\.py does not exist\./,
    );
    assert.match(symbol!, /^src\/a\.py#logn cannot be reviewed before that is mended: .*login/);
    assert.match(address!, /is a web address/);
    assert.match(report!, /report\.xml/);
  });

  it('is refused for what an editor has not saved, of the evidence and of the claim', async () => {
    const text = caseText(LOGIN);
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': text });
    await withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      const why = async (): Promise<string[]> =>
        (await project.review({ links, by: ADA, dryRun: true })).refused.map((one) => one.why);
      project.setDocument(at('src/a.py'), SOURCE);
      project.setDocument(at('access.case.yaml'), text);
      assert.deepEqual(await why(), []);
      project.setDocument(at('src/a.py'), SOURCE.replace('check', 'ask'));
      assert.match((await why()).join(), /^src\/a\.py has changes that are not saved\. Save it first/);
      project.setDocument(at('src/a.py'), undefined);
      project.setDocument(at('access.case.yaml'), text.replace('Only', 'All'));
      assert.match((await why()).join(), /^access\.case\.yaml has changes that are not saved/);
    });
  });

  it('sees what is on the disk, whatever it was told of it', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      writeFileSync(at('src/a.py'), SOURCE.replace('check', 'ask'));
      const { recorded, refused } = await project.review({ links, by: ADA });
      const blob = repository.git('hash-object', 'src/a.py');
      assert.ok(
        recorded.length === 0
          ? /changed this moment/.test(refused[0]!.why)
          : recorded[0]!.record.blob === blob,
      );
    });
  });

  it('needs somebody who judged, by git if by nobody else', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await withProject(repository, async ({ project }) => {
      const links = named(await project.check(), []);
      const nobody = await project.review({ links });
      assert.deepEqual([nobody.by, nobody.recorded], ['', []]);
      assert.match(nobody.notes.join(), /Nothing says who you are\. Set user\.name and user\.email/);
      repository.git('config', 'user.name', 'Ben Builder');
      repository.git('config', 'user.email', 'ben@example.org');
      assert.equal((await project.review({ links })).recorded[0]!.record.by, BEN);
    });
  });

  it('does not say that nobody is set where git may not be asked, or is not there', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    const notesWhere = async (trusted: boolean): Promise<string> => {
      const { project } = openProject({ roots: [repository.root] }, { trusted });
      try {
        return (await project.review({ links: named(await project.check(), []) })).notes.join();
      } finally {
        project.dispose();
      }
    };
    assert.match(await notesWhere(false), /^The workspace is not trusted, so git is not asked who you are\./);
    rmSync(at('.git'), { recursive: true });
    assert.match(await notesWhere(true), /^access\.case\.yaml is not in a git repository, .*\(git init\)/);
  });

  it('counts after a review whose clock was ahead', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
    await review(repository);
    const ahead = readFileSync(at(REVIEWS), 'utf8').replace('2026-06-15', '2031-01-01');
    repository.write({ [REVIEWS]: ahead });
    await review(repository, [], { by: BEN });
    assert.deepEqual(await verdicts(repository), [`${LOGIN}: current/unchanged by Ben`]);
  });

  it('leaves attributes that somebody set, and the ends of their lines', async () => {
    repository.commitFiles({
      'src/a.py': SOURCE,
      'access.case.yaml': caseText(LOGIN),
      '.gitattributes': '*.py text\r\n*.md text',
    });
    await review(repository);
    const text = readFileSync(at('.gitattributes'), 'utf8');
    assert.equal(text, '*.py text\r\n*.md text\r\n*.reviews.yaml merge=union\r\n');
    const { files } = await review(repository);
    assert.deepEqual(files, [at(REVIEWS)]);
    repository.write({ '.gitattributes': '*.yaml merge=ours\n' });
    const { notes } = await review(repository);
    assert.match(notes.join(), /The attribute merge=ours is set for access\.reviews\.yaml/);
    assert.equal(readFileSync(at('.gitattributes'), 'utf8'), '*.yaml merge=ours\n');
  });

  it('writes nothing through a link that leads out, and says so', async () => {
    const elsewhere = makeFolder();
    try {
      writeFileSync(join(elsewhere, 'mine.yaml'), '# mine\n');
      repository.commitFiles({ 'src/a.py': SOURCE, 'access.case.yaml': caseText(LOGIN) });
      symlinkSync(join(elsewhere, 'mine.yaml'), at(REVIEWS));
      await withProject(repository, async ({ project }) => {
        const snapshot = await project.check();
        assert.deepEqual(
          snapshot.findings.map(({ rule }) => rule),
          ['review-unreadable'],
        );
        const { recorded, unwritten } = await project.review({ links: named(snapshot, []), by: ADA });
        assert.deepEqual(recorded, []);
        assert.match(
          unwritten.join(),
          /access\.reviews\.yaml cannot be written: it is a link that leads out/,
        );
        assert.ok(!existsSync(at('.gitattributes')));
      });
      assert.equal(readFileSync(join(elsewhere, 'mine.yaml'), 'utf8'), '# mine\n');
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it('works where there is no git, and gives a baseline there', async () => {
    const root = makeFolder();
    const opened = openProject({ roots: [root] });
    try {
      mkdirSync(join(root, 'src'));
      writeFileSync(join(root, 'src/a.py'), SOURCE);
      writeFileSync(join(root, 'access.case.yaml'), caseText(LOGIN, 'src/'));
      const snapshot = await opened.project.check();
      assert.deepEqual(show(snapshot), [`${LOGIN}: unknown/no-git`, 'src/: unknown/no-git']);
      const { recorded, files } = await opened.project.review({ links: named(snapshot, []), by: ADA });
      assert.equal(recorded[0]?.record.commit, null);
      assert.deepEqual(files, [join(root, REVIEWS)]);
      assert.deepEqual(show(await opened.project.check()), [
        `${LOGIN}: current/unchanged by Ada`,
        'src/: current/unchanged by Ada',
      ]);
      writeFileSync(join(root, 'src/a.py'), SOURCE.replace('check', 'ask'));
      opened.project.forgetAll();
      const after = await opened.project.check();
      assert.deepEqual(show(after), [`${LOGIN}: stale/changed by Ada`, 'src/: stale/changed by Ada']);
      assert.match(
        [...after.cases[0]!.links.values()][0]!.verdict.message,
        /changed since Ada Author reviewed it/,
      );
    } finally {
      opened.project.dispose();
      rmSync(root, { recursive: true });
    }
  });
});
