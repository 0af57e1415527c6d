import assert from 'node:assert/strict';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type TestProject, linksOf, openProject, showLinks } from '../support/project.ts';

/** A repository with `count` claims, each resting on a file; there are at most 200 files, since git is slow to take in more. */
function makeCase(repository: TestRepository, count: number): void {
  const names = Array.from({ length: count }, (_, i) => `f${i % 200}`);
  repository.commitFiles({
    ...Object.fromEntries(names.map((name) => [`src/${name}.txt`, `${name}\n`])),
    'a.case.yaml': caseText(names),
  });
  // Something has to have happened since, or there would be nothing to screen.
  repository.commitFiles({ 'README.md': 'hello\n' });
}

function caseText(names: readonly string[]): string {
  const claims = names.map((name, i) => `  C${i}: {text: About ${name}., evidence: [src/${name}.txt]}\n`);
  return `case: Many\nclaims:\n${claims.join('')}`;
}

describe('what a check costs', () => {
  const open: { repository: TestRepository; opened: TestProject }[] = [];

  function makeProject(count: number): { repository: TestRepository; opened: TestProject } {
    const repository = makeRepository();
    makeCase(repository, count);
    const made = { repository, opened: openProject({ roots: [repository.root] }) };
    open.push(made);
    return made;
  }
  afterEach(() => {
    for (const { repository, opened } of open.splice(0)) {
      opened.project.dispose();
      repository.remove();
    }
  });

  it('is the same number of git processes for ten links and for ten thousand', async () => {
    const processes: string[][] = [];
    for (const count of [10, 10_000]) {
      const { opened } = makeProject(count);
      const snapshot = await opened.project.check();
      assert.equal(linksOf(snapshot).filter(({ verdict }) => verdict.state === 'current').length, count);
      processes.push(opened.takeProcesses().sort());
    }
    assert.deepEqual(processes[1], processes[0]);
    assert.ok(processes[0]!.length <= 7, processes[0]!.join(' '));
    assert.ok(!processes[0]!.includes('blame'), 'nothing changed, so there is nobody to blame');
  }).timeout(60_000);

  it('blames a claim file once, however many of its links changed', async () => {
    const { repository, opened } = makeProject(20);
    repository.commitFiles({ 'src/f1.txt': 'other\n', 'src/f2.txt': 'other\n', 'src/f3.txt': 'other\n' });
    const snapshot = await opened.project.check();
    assert.equal(linksOf(snapshot).filter(({ verdict }) => verdict.state === 'stale').length, 3);
    const processes = opened.takeProcesses();
    assert.equal(processes.filter((name) => name === 'blame').length, 1);
    assert.ok(processes.length <= 10, processes.join(' '));
  });

  it('is no process for a keystroke, in a claim file or in evidence', async () => {
    const { repository, opened } = makeProject(30);
    const { project } = opened;
    await project.check();
    opened.takeProcesses();
    const evidence = `${repository.root}/src/f1.txt`;
    const claimFile = `${repository.root}/a.case.yaml`;
    const text = caseText(Array.from({ length: 30 }, (_, i) => `f${i}`));

    project.setDocument(evidence, 'f1, and more\n');
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.txt: stale/uncommitted');
    project.setDocument(evidence, 'f1\n');
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.txt: current/unchanged');

    project.setDocument(claimFile, text.replace('About f1.', 'About one.'));
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.txt: unreviewed/never-reviewed');
    project.setDocument(claimFile, `# a comment above\n${text}`);
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.txt: current/unchanged');
    project.setDocument(claimFile, text.replace('src/f1.txt', 'src/f1.tx'));
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.tx: broken/missing');
    project.setDocument(claimFile, `${text}  C99: {text: New., evidence: [src/f2.txt]}\n  C`);
    assert.equal(showLinks(await project.recheck()).at(-1), 'src/f2.txt: unreviewed/never-reviewed');

    assert.deepEqual(opened.takeProcesses(), []);
  });

  it('judges text that is typed into evidence that had changed before', async () => {
    const { repository, opened } = makeProject(3);
    repository.commitFiles({ 'src/f1.txt': 'other\n' });
    await opened.project.check();
    opened.takeProcesses();
    opened.project.setDocument(`${repository.root}/src/f1.txt`, 'f1\n');
    assert.equal(showLinks(await opened.project.recheck())[1], 'src/f1.txt: current/unchanged');
    opened.project.setDocument(`${repository.root}/src/f1.txt`, 'f1  \n');
    assert.equal(showLinks(await opened.project.recheck())[1], 'src/f1.txt: current/cosmetic');
    assert.deepEqual(opened.takeProcesses(), []);
  });

  it('does not lose what is typed while a check is under way', async () => {
    const { repository } = makeProject(3);
    repository.commitFiles({ 'src/f2.txt': 'other\n' });
    // Blame for the one runs when the other has been judged, and before any verdict is final.
    const { project } = openProject(
      { roots: [repository.root] },
      {
        onProcess: (subcommand) => {
          if (subcommand === 'blame') project.setDocument(`${repository.root}/src/f1.txt`, 'typed\n');
        },
      },
    );
    await project.check();
    assert.equal(showLinks(await project.recheck())[1], 'src/f1.txt: stale/uncommitted');
    project.dispose();
  });

  it('reads only what changed again', async () => {
    const { repository, opened } = makeProject(100);
    await opened.project.check();
    opened.takeReads();
    opened.project.setDocument(`${repository.root}/src/f1.txt`, 'f1 more\n');
    await opened.project.recheck();
    const reads = opened.takeReads();
    assert.deepEqual([...new Set(reads)], ['src/f1.txt']);
  });
});
