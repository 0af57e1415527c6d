import assert from 'node:assert/strict';
import { type Run, runWarrant } from '../support/command-line.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    claims:
      C2:
        text: Passwords are checked.
        rebuttals:
          R1: Unless one is stolen.
          R2:
            text: Unless they are guessed.
            accepted: {by: Ada, why: It takes years., until: 2999-12-31}
        evidence: [src/a.py#login, src/gone.py]
      C3: {text: Sessions end., supportedBy: C2}
`;

describe('warrant tree', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'access.case.yaml': CASE, 'src/a.py': 'def login(user):\n    pass\n' });
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, 'tree', ...args);

  it('prints every claim with its state, its current evidence and its answered defeaters', async () => {
    const { out, status } = await run();
    assert.equal(
      out,
      `Access  broken  access.case.yaml:1
└─ ✗ C1 Only users get in.  1/2 evidence current, 1/2 defeaters answered  broken
   ├─ ✗ C2 Passwords are checked.  1/2 evidence current, 1/2 defeaters answered  broken
   │  ├─ ⚔ R1 Unless one is stolen.  challenged
   │  ├─ ✓ R2 Unless they are guessed.
   │  ├─ ✓ src/a.py#login
   │  └─ ✗ src/gone.py  broken: not there
   └─ ✗ C3 Sessions end.  1/2 evidence current, 1/2 defeaters answered  broken
      └─ ✗ C2 Passwords are checked.  1/2 evidence current, 1/2 defeaters answered  broken (see above)
`,
    );
    assert.equal(status, 0);
  });

  it('calls nothing fine that holds nothing to check', async () => {
    repository.commitFiles({
      'access.case.yaml':
        'case: Access\nassets: {A1: The door.}\nclaims:\n  C1:\n    text: Only users get in.\n    context: {CT1: A house.}\n    inference: {IR1: {text: As all doors lock., undercuts: {UC1: {text: Unless it burns., evidence: [src/a.py]}}}}\n    claims:\n      C2: {text: The door is locked., evidence: [src/a.py]}\n      C3: {text: The windows are locked., undeveloped: true}\n',
    });
    const { out } = await run();
    for (const line of [
      '– CT1 A house.',
      '– A1 The door.',
      '✓ IR1 As all',
      '– C3 The windows',
      '✓ C2 The door',
      '✓ C1 Only',
    ])
      assert.ok(out.includes(line), `${line}\n${out}`);
  });

  it('calls no case fine in which nothing could be checked', async () => {
    repository.commitFiles({
      'access.case.yaml':
        'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    claims:\n      C2: {text: The door is locked., undeveloped: true}\n      C3: {text: The windows are locked., undeveloped: true}\n',
      'empty.case.yaml': 'case: None\n',
    });
    const { out } = await run();
    assert.match(
      out,
      /^Access {2}undeveloped .*\n└─ ○ C1 Only users get in\. {2}undeveloped\n {3}├─ – C2 The door is locked\. {2}undeveloped on purpose\n/,
    );
    assert.match(out, /^None {2}undeveloped {2}empty/m);
    const check = await runWarrant(repository.root, 'check', '--format', 'json');
    const { cases } = JSON.parse(check.out) as { cases: { state: string; nodes: { state: string }[] }[] };
    assert.deepEqual(
      cases.flatMap(({ state, nodes }) => [state, ...nodes.map((node) => node.state)]),
      Array.from({ length: 5 }, () => 'undeveloped'),
    );
    assert.equal(check.status, 0, 'leaves that are meant to be ones do not fail the gate');
  });

  it('says how much stands below the last level that was asked for', async () => {
    const { out } = await run('--depth', '2');
    assert.match(out, /├─ ✗ C2 .* broken \(\+4 below\)\n {3}└─ ✗ C3 .* broken \(\+1 below\)\n$/);
  });

  for (const node of ['C2', 'access/C2']) {
    it(`prints what stands below ${node} only`, async () => {
      const { out } = await run('--node', node);
      assert.match(out, /^└─ ✗ C2 Passwords/);
      assert.doesNotMatch(out, /C1/);
    });
  }

  for (const [title, args, message] of [
    ['a node that does not exist', ['--node', 'C9'], /no node C9 in access/],
    ['a depth that is none', ['--depth', 'all'], /whole number above 0/],
    ['a folder without cases', ['src'], /No case was found/],
  ] as const) {
    it(`exits with 2 for ${title}, and says so on standard error`, async () => {
      const { status, out, log } = await run(...args);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(log, message);
    });
  }
});
