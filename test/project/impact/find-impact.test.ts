import assert from 'node:assert/strict';
import { sayDifference } from '../../../src/project/impact/say-impact.ts';
import type { Impact } from '../../../src/project/impact/impact.ts';
import { openForEachTest } from '../../support/each-test.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { type TestProject, openProject } from '../../support/project.ts';

const GATE = `def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, 10)


def greet(name):
    return name
`;

/** A case with one claim for each locator: C1, C2 … */
function caseOf(...locators: readonly string[]): string {
  const claims = locators.map(
    (locator, at) => `  C${at + 1}:\n    text: Claim ${at + 1}.\n    evidence: ["${locator}"]\n`,
  );
  return `case: The gate\nclaims:\n${claims.join('')}`;
}

/** `C1 locator: what became of it`, worst first. */
function show({ nodes }: Impact): string[] {
  return nodes.flatMap(({ node, links }) =>
    links.map(
      ({ judged, difference }) => `${node.node.id} ${judged.link.locator}: ${sayDifference(difference)}`,
    ),
  );
}

describe('what rests on a change', () => {
  let repository: TestRepository;
  let opened: TestProject;

  openForEachTest((made) => ({ repository, opened } = made));

  async function impact(revision?: string): Promise<Impact> {
    return opened.project.impact(await opened.project.check(), revision);
  }

  it('is found by what links name, not by their files', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'a.case.yaml': caseOf(
        'src/gate.py#open_gate',
        'src/gate.py#rate_limit',
        'src/gate.py',
        'src/gate.py#L5-L6',
        'src/gate.py#L9-L10',
      ),
    });
    repository.write({ 'src/gate.py': `# A gate.\n${GATE.replace('10', '20')}` });
    const found = await impact();
    assert.deepEqual(show(found), [
      'C2 src/gate.py#rate_limit: changed',
      'C3 src/gate.py: changed: rate_limit',
      'C4 src/gate.py#L5-L6: changed',
    ]);
    assert.equal(found.untouched, 2);
  });

  it('is what became of the files of a glob, also where it stands for one only', async () => {
    repository.commitFiles({ 'pkg/sub/m.py': GATE, 'a.case.yaml': caseOf('pkg/**') });
    repository.git('mv', 'pkg/sub/m.py', 'pkg/n.py');
    assert.deepEqual(show(await impact()), ['C1 pkg/**: 2 files changed: pkg/n.py and pkg/sub/m.py']);
  });

  it('is nothing where only layout and comments changed', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'a.case.yaml': caseOf('src/gate.py', 'src/gate.py#greet'),
    });
    repository.write({
      'src/gate.py': GATE.replace('return name\n\n', 'return (name)  # it\n\n'.replace('(name)', 'name')),
    });
    const found = await impact();
    assert.deepEqual([show(found), found.untouched], [[], 2]);
  });

  it('is what a range lost at its end, and follows the numbers that were right when it was judged', async () => {
    repository.commitFiles({ 'notes.txt': 'a\nb\nc\nd\n', 'a.case.yaml': caseOf('notes.txt#L2-L3') });
    repository.commitFiles({ 'notes.txt': 'new\na\nb\nc\nd\n' });
    repository.write({ 'notes.txt': 'new\na\nb\nd\n' });
    assert.deepEqual(show(await impact()), ['C1 notes.txt#L2-L3: changed']);
    repository.write({ 'notes.txt': 'new\nother\nb\nc\nd\n' });
    opened.project.forgetAll();
    assert.deepEqual(show(await impact()), []);
  });

  it('is what is gone, new, or not where it was', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'old.txt': 'One.\n',
      'moved.txt': 'A text that is long enough to be known again.\n',
      'a.case.yaml': caseOf('src/gate.py#greet', 'old.txt', 'new.txt', 'moved.txt', 'never.txt'),
    });
    repository.write({ 'src/gate.py': GATE.replace('greet', 'salute'), 'new.txt': 'New.\n' });
    repository.delete('old.txt');
    repository.rename('moved.txt', 'docs/moved.txt');
    assert.deepEqual(show(await impact()), [
      'C1 src/gate.py#greet: no longer found',
      'C2 old.txt: no longer found',
      'C4 moved.txt: no longer found',
      'C3 new.txt: new',
    ]);
    assert.deepEqual(show(await impact('HEAD')).length, 4);
  });

  it('is in folders and patterns, by their files', async () => {
    repository.commitFiles({
      'src/a.py': GATE,
      'src/b.py': 'b = 1\n',
      'lib/c.py': 'c = 1\n',
      'a.case.yaml': caseOf('src/', '**/*.py', 'lib/', 'lib/*.py'),
    });
    repository.write({
      'src/a.py': GATE.replace('10', '20'),
      'src/b.py': 'b = 1  # one\n',
      'src/d.py': 'd = 1\n',
    });
    assert.deepEqual(show(await impact()), [
      'C1 src/: 2 files changed: src/a.py and src/d.py',
      'C2 **/*.py: 2 files changed: src/a.py and src/d.py',
    ]);
  });

  it('is that of a branch since it began, renames followed', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'src/same.py': `# Same.\n${GATE}`,
      'src/dir/x.py': GATE.replace('greet', 'wave'),
      'notes.txt': 'One.\n',
      'a.case.yaml': caseOf('src/gate.py#rate_limit', 'src/same.py', 'notes.txt', 'src/dir/'),
    });
    repository.branch('work');
    repository.rename('src/gate.py', 'src/door.py');
    repository.rename('src/same.py', 'src/even.py');
    repository.rename('src/dir/x.py', 'src/dir/y.py');
    repository.commitFiles({
      'a.case.yaml': caseOf('src/door.py#rate_limit', 'src/even.py', 'notes.txt', 'src/dir/'),
    });
    repository.commitFiles({ 'src/door.py': GATE.replace('10', '20') });
    repository.branch('main');
    repository.commitFiles({ 'notes.txt': 'Two.\n' });
    repository.branch('work');
    assert.deepEqual(show(await impact('main')), ['C1 src/door.py#rate_limit: changed']);
    assert.deepEqual(show(await impact()), []);
  });

  it('says what a branch broke by a rename', async () => {
    repository.commitFiles({ 'src/gate.py': GATE, 'a.case.yaml': caseOf('src/gate.py#greet') });
    repository.branch('work');
    repository.rename('src/gate.py', 'src/door.py');
    repository.commit();
    assert.deepEqual(show(await impact('main')), ['C1 src/gate.py#greet: no longer found']);
  });

  it('is read from documents, too, with mentions last', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'docs/notes.txt': 'One.\n',
      'docs/assurance-case.md':
        '# Assurance case\n\n- **C1:** It is written down in `docs/notes.txt`.\n- **C2:** It is safe.\n  - Evidence: [the notes](notes.txt), `gate.py` (`greet`)\n',
    });
    repository.write({ 'docs/notes.txt': 'Two.\n', 'src/gate.py': GATE.replace('greet', 'salute') });
    assert.deepEqual(show(await impact()), [
      'C2 gate.py#greet: no longer found',
      'C2 notes.txt: changed',
      'C1 docs/notes.txt: changed',
    ]);
  });

  it('names what stands above, across files, the nearest first', async () => {
    repository.commitFiles({
      'n.txt': 'One.\n',
      'low.case.yaml':
        'case: Low\nclaims:\n  L1:\n    text: Low.\n    claims:\n      L2:\n        text: Lower.\n        evidence: [n.txt]\n',
      'top.case.yaml': 'case: Top\nclaims:\n  T1:\n    text: Top.\n    supportedBy: [low/L1]\n',
    });
    repository.write({ 'n.txt': 'Two.\n' });
    const { nodes } = await impact();
    assert.deepEqual(
      nodes[0]!.above.map(({ node }) => node),
      ['L1', 'T1'],
    );
  });

  it('takes what an editor holds, and asks git nothing while one types', async () => {
    repository.commitFiles({
      'src/gate.py': GATE,
      'a.case.yaml': caseOf('src/gate.py#rate_limit', 'src/gate.py#greet'),
    });
    assert.deepEqual(show(await impact()), []);
    opened.takeProcesses();
    const { project } = opened;
    project.setDocument(`${repository.root}/src/gate.py`, GATE.replace('10', '20'));
    const found = await project.impact(await project.recheck(), undefined, false);
    assert.deepEqual(show(found), ['C1 src/gate.py#rate_limit: changed']);
    assert.deepEqual(opened.takeProcesses(), []);
  });

  it('takes a constant number of processes', async () => {
    const many = (text: (at: number) => string, number: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: number }, (_, at) => [`src/m${at}.py`, text(at)]));
    const counts: string[][] = [];
    for (const number of [2, 12]) {
      const own = makeRepository();
      const names = Array.from({ length: number }, (_, at) => `src/m${at}.py#f`);
      own.commitFiles({
        ...many((at) => `def f():\n    return ${at}\n`, number),
        'a.case.yaml': caseOf(...names, 'src/'),
      });
      own.branch('work');
      own.commitFiles(many((at) => `def f():\n    return ${at + 1}\n`, number));
      own.write(many((at) => `def f():\n    return ${at + 2}\n`, number));
      const { project, takeProcesses } = openProject({ roots: [own.root] });
      const snapshot = await project.check();
      takeProcesses();
      const { nodes } = await project.impact(snapshot, 'main');
      assert.equal(nodes.length, number + 1);
      counts.push(takeProcesses().sort());
      project.dispose();
      own.remove();
    }
    assert.deepEqual(counts[0], counts[1]);
    assert.ok(counts[0]!.length <= 4, counts[0]!.join());
  });

  it('says what cannot be compared, and why', async () => {
    repository.write({ 'n.txt': 'One.\n', 'a.case.yaml': caseOf('n.txt') });
    const { problems, bases } = await impact();
    assert.deepEqual([problems.length, bases.length], [1, 0]);
    assert.match(problems[0]!, /no commits yet/);
  });
});
