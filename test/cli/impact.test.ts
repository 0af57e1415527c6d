import assert from 'node:assert/strict';
import { runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const GATE = `def open_gate(name):
    return name


def rate_limit(requests):
    return min(requests, 10)
`;

const CASE = `case: The gate
claims:
  C1:
    text: The gate is safe.
    claims:
      C2:
        text: Nobody gets in too often.
        evidence: [src/gate.py#rate_limit]
      C3:
        text: The gate opens.
        evidence: [src/gate.py#open_gate, notes.txt]
`;

describe('warrant impact', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'src/gate.py': GATE, 'notes.txt': 'One.\n', 'gate.case.yaml': CASE });
  });
  afterEach(() => repository.remove());

  it('says so where no claim rests on a change', async () => {
    const { status, out } = await runWarrant(repository.root, 'impact', '--fail');
    assert.equal(status, 0);
    assert.match(out, /^No claim rests on what changed since HEAD \([0-9a-f]{8}\)\.\n$/);
  });

  it('concludes nothing where there is no case, and says where it looked', async () => {
    for (const more of [[], ['--fail'], ['--format', 'json']]) {
      const { status, out, log } = await runWarrant(repository.root, 'impact', '--root', 'src', ...more);
      assert.deepEqual([status, out], [2, '']);
      assert.match(log, /^warrant: No case was found \(looked in .*src\).*--root/);
    }
  });

  it('says where evidence went that is no longer found', async () => {
    repository.git('mv', 'notes.txt', 'words.txt');
    const { out } = await runWarrant(repository.root, 'impact');
    assert.match(out, /notes\.txt {2}no longer found {2}broken: moved\n {6}.*words\.txt/);
  });

  it('names the claims whose part of a file changed, and only counts the others', async () => {
    repository.write({ 'src/gate.py': GATE.replace('10', '20') });
    const { status, out } = await runWarrant(repository.root, 'impact');
    assert.equal(status, 0);
    assert.deepEqual(out.replace(/\([0-9a-f]{8}\)/, '(COMMIT)').split('\n'), [
      '! C2 Nobody gets in too often.  gate.case.yaml:6',
      '    src/gate.py#rate_limit  changed  stale: changed, not committed',
      '    above it: C1',
      '',
      '1 claim rests on what changed since HEAD (COMMIT): 1 link, 1 stale. 1 above inherits that. One more link leads into a file that changed, and what it names did not.',
      '',
    ]);
    assert.equal((await runWarrant(repository.root, 'impact', '--fail')).status, 1);
  });

  it('compares with where a branch began, and lets pass what was reviewed since', async () => {
    repository.git('config', 'user.name', 'Rea');
    repository.git('config', 'user.email', 'rea@example.org');
    repository.branch('work');
    repository.commitFiles({ 'notes.txt': 'Two.\n' });
    repository.branch('main');
    repository.commitFiles({ 'src/gate.py': GATE.replace('10', '30') });
    repository.branch('work');
    const run = (...more: string[]) =>
      runWarrant(repository.root, 'impact', '--base', 'main', '--fail', ...more);
    const first = await run('--format', 'json');
    const { claims, summary, bases } = JSON.parse(first.out) as {
      claims: { node: string; evidence: { locator: string; change: string; state: string }[] }[];
      summary: Record<string, number>;
      bases: { commit: string }[];
    };
    assert.equal(first.status, 1);
    assert.equal(bases[0]?.commit, repository.git('rev-parse', 'main~1'));
    assert.deepEqual(
      claims.map(({ node, evidence }) => [
        node,
        evidence.map((one) => `${one.locator} ${one.change} ${one.state}`),
      ]),
      [['C3', ['notes.txt changed stale']]],
    );
    assert.deepEqual(summary, { claims: 1, evidence: 1, open: 1, inheriting: 1, untouched: 0 });
    await runWarrant(repository.root, 'review', 'notes.txt', '--by', 'Rea <rea@example.org>');
    const then = await run();
    assert.equal(then.status, 0);
    assert.match(then.out, /✓ C3 [^]*notes\.txt {2}changed {2}reviewed by Rea/);
  });

  it('refuses what it cannot compare with', async () => {
    for (const [base, why] of [
      ['nowhere', /has no revision nowhere/],
      ['--help', /"--help" is no revision/],
    ] as const) {
      const { status, log, out } = await runWarrant(repository.root, 'impact', `--base=${base}`);
      assert.equal(status, 2);
      assert.match(log, why);
      assert.equal(out, '');
    }
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.commitFiles({ 'notes.txt': 'Other.\n' });
    const { status, log } = await runWarrant(repository.root, 'impact', '--base', 'main');
    assert.equal(status, 2);
    assert.match(log, /no commit in common/);
  });
});
