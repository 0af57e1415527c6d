import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Run, runWarrant } from '../support/command-line.ts';
import {
  TEST_GIT_ENVIRONMENT,
  type TestRepository,
  makeFolder,
  makeRepository,
} from '../support/git-repository.ts';

const CASE = `case: Access
id: access
claims:
  C1:
    text: Only users get in.
    claims:
      C2:
        text: Names are checked.
        evidence:
          - src/a.py#login
          - E2: docs/guide.md
          - https://example.org/policy
      C3:
        text: Sessions end.
        evidence: [src/a.py#logout, src/none.py]
`;
const SOURCE = 'def login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';

describe('warrant review', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.git('config', 'user.name', 'Ada Author');
    repository.git('config', 'user.email', 'ada@example.org');
    repository.commitFiles({ 'access.case.yaml': CASE, 'src/a.py': SOURCE, 'docs/guide.md': '# Guide\n' });
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, 'review', ...args);
  const written = (): string[] =>
    existsSync(join(repository.root, 'access.reviews.yaml'))
      ? readFileSync(join(repository.root, 'access.reviews.yaml'), 'utf8')
          .split('\n')
          .filter((line) => line.startsWith('- '))
          .map((line) => {
            const { node, locator, by, note } = JSON.parse(line.slice(2)) as Record<string, string>;
            return [node, locator, by, note].filter((part) => part !== undefined).join(' | ');
          })
      : [];

  it('records all evidence directly under a claim, by whoever git says works here', async () => {
    const { status, out, log } = await run('C2', '--note', 'read it');
    assert.equal(status, 0, log);
    assert.deepEqual(written(), [
      'C2 | src/a.py#login | Ada Author <ada@example.org> | read it',
      'C2 | docs/guide.md | Ada Author <ada@example.org> | read it',
    ]);
    assert.equal(
      out,
      'Ada Author <ada@example.org> reviewed\n  C2  src/a.py#login  (was current)\n  C2  docs/guide.md  (was current)\n2 reviews recorded in access.reviews.yaml.\n',
    );
    assert.match(log, /^Added `\*\.reviews\.yaml merge=union` to \.gitattributes/);
  });

  it('takes a piece of evidence, a locator, and a node of a named case', async () => {
    assert.equal((await run('E2', '--by', 'Ben <ben@example.org>')).status, 0);
    assert.equal((await run('src/a.py#logout', 'access/C2', '--by', 'Cy')).status, 0);
    assert.deepEqual(written(), [
      'C2 | docs/guide.md | Ben <ben@example.org>',
      'C3 | src/a.py#logout | Cy',
      'C2 | src/a.py#login | Cy',
      'C2 | docs/guide.md | Cy',
    ]);
  });

  it('takes all that is stale, and says what it was', async () => {
    const nothing = await run('--stale');
    assert.deepEqual([nothing.status, nothing.out], [0, 'Nothing is stale.\n']);
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    const { status, out } = await run('--stale', '--dry-run');
    assert.equal(status, 0);
    assert.match(
      out,
      /would be recorded as the reviewer of\n {2}C2 {2}src\/a\.py#login {2}\(was stale: 1 change since .*\)\n/,
    );
    assert.match(out, /1 review for access\.reviews\.yaml; nothing was written\.\n$/);
    assert.deepEqual(written(), []);
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.equal((await run('--stale')).status, 0);
    assert.deepEqual(written(), ['C2 | src/a.py#login | Ada Author <ada@example.org>']);
    assert.equal((await run('--stale')).out, 'Nothing is stale.\n');
  });

  it('shows first what changed since it was judged, and nothing else in its place', async () => {
    await run('E2');
    repository.commitFiles({
      'src/a.py': SOURCE.replace('check(user)', 'True'),
      'docs/guide.md': '# The guide\n',
    });
    const { out } = await run('C2', '--diff');
    assert.match(out, /^--- a\/src\/a\.py[^]*^- {4}return check\(user\)\n\+ {4}return True$/m);
    assert.match(out, /^-# Guide\n\+# The guide$/m);
    repository.write({ 'src/a.py': SOURCE.replace('check(user)', 'ask(user)') });
    await run('src/a.py#login');
    repository.write({ 'src/a.py': SOURCE });
    // What was reviewed was never committed, and is gone.
    const gone = await run('--stale', '--diff', '--dry-run');
    assert.match(gone.out, /^src\/a\.py#login: what was judged is not in this repository as text/);
  });

  it('refuses what is broken and says why, and records the rest', async () => {
    const { status, log } = await run('C3');
    assert.equal(status, 1);
    assert.match(
      log,
      /not recorded {2}src\/none\.py cannot be reviewed before that is mended: src\/none\.py does not exist\./,
    );
    assert.deepEqual(written(), ['C3 | src/a.py#logout | Ada Author <ada@example.org>']);
  });

  it('is seen by warrant check, as text and as JSON', async () => {
    await run('E2', '--note', 'fine');
    const text = await runWarrant(repository.root, 'check');
    assert.match(text.out, /E2 docs\/guide\.md {2}reviewed by Ada Author on /);
    const json = await runWarrant(repository.root, 'check', '--format', 'json');
    const { cases } = JSON.parse(json.out) as {
      cases: {
        evidence: {
          locator: string;
          baseline: { by: string } | null;
          review: { by: string; note: string } | null;
        }[];
      }[];
    };
    const [login, guide] = cases[0]!.evidence;
    assert.equal(login!.review, null);
    assert.equal(guide!.baseline!.by, 'review');
    assert.deepEqual([guide!.review!.by, guide!.review!.note], ['Ada Author <ada@example.org>', 'fine']);
  });

  it('is JSON where that is wanted, refusals and differences included', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE.replace('forget(user)', 'drop(user)') });
    const { status, out, log } = await run('C3', '--note', 'read it', '--diff', '--format', 'json');
    assert.deepEqual([status, log], [1, '']);
    const { recorded, ...rest } = JSON.parse(out) as { recorded: Record<string, unknown>[] };
    const [{ at, fingerprint, diff, ...first } = {}] = recorded;
    assert.match(String(at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.match(String(fingerprint), /^tokens-/);
    assert.match(String(diff), /^- {4}forget\(user\)\n\+ {4}drop\(user\)$/m);
    const C3 = { case: 'access', node: 'C3', file: 'access.case.yaml', line: 15 };
    assert.deepEqual(first, {
      ...C3,
      locator: 'src/a.py#logout',
      state: 'stale',
      reason: 'changed',
      reviews: 'access.reviews.yaml',
      note: 'read it',
    });
    assert.deepEqual(rest, {
      schema: 1,
      by: 'Ada Author <ada@example.org>',
      refused: [
        {
          ...C3,
          locator: 'src/none.py',
          state: 'broken',
          reason: 'missing',
          diff: 'src/none.py: there is nothing to compare it with.\n',
          why: 'src/none.py cannot be reviewed before that is mended: src/none.py does not exist.',
        },
      ],
      files: ['.gitattributes', 'access.reviews.yaml'],
      notes: [
        'Added `*.reviews.yaml merge=union` to .gitattributes, so that the reviews of two branches merge. Commit it with the reviews.',
      ],
      unwritten: [],
    });
    const nothing = await run('--stale', '--format', 'json');
    assert.equal(nothing.status, 0);
    assert.deepEqual((JSON.parse(nothing.out) as { recorded: unknown }).recorded, []);
  });

  it('checks the cases once', async () => {
    const tools = makeFolder();
    const before = process.env;
    try {
      const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
      const noted = join(tools, 'noted');
      writeFileSync(join(tools, 'git'), `#!/bin/sh\necho "$@" >> '${noted}'\nexec '${git}' "$@"\n`, {
        mode: 0o755,
      });
      process.env = { ...before, PATH: `${tools}${delimiter}${before['PATH']}` };
      await run('C2', '--diff');
      const lists = readFileSync(noted, 'utf8').match(/ls-files.*--others/g);
      assert.equal(lists?.length, 1);
    } finally {
      process.env = before;
      rmSync(tools, { recursive: true });
    }
  });

  it('says so where a folder stands in the way of the file, and writes nothing', async () => {
    mkdirSync(join(repository.root, 'access.reviews.yaml'));
    const { status, out, log } = await run('C2');
    assert.deepEqual([status, out], [2, '']);
    assert.equal(log, 'warrant: access.reviews.yaml cannot be written: it is a folder. Move it away.\n');
    assert.ok(!existsSync(join(repository.root, '.gitattributes')));
    const json = await run('C2', '--format', 'json');
    assert.equal(json.status, 2);
    assert.deepEqual((JSON.parse(json.out) as { unwritten: string[] }).unwritten, [
      'access.reviews.yaml cannot be written: it is a folder. Move it away.',
    ]);
  });

  it('warns where git ignores the file, as nobody else would have it', async () => {
    repository.commitFiles({ '.gitignore': '*.reviews.yaml\n' });
    const warning = /^Warning: git ignores access\.reviews\.yaml, so nobody else will have these reviews\./m;
    assert.match((await run('C2', '--dry-run')).log, warning);
    const { status, log } = await run('C2');
    assert.equal(status, 0);
    assert.match(log, warning);
    repository.git('add', '--force', 'access.reviews.yaml');
    // What is tracked is shared, whatever is ignored.
    assert.doesNotMatch((await run('C2')).log, warning);
  });

  const mistakes: [args: string[], says: RegExp][] = [
    [[], /Name what was reviewed: a node \(C2\)/],
    [['C2', '--stale'], /not both/],
    [['C22'], /Nothing is called C22\. Did you mean C2\?/],
    [['src/a.py#logn'], /Did you mean src\/a\.py#login\?/],
    [['something else entirely'], /Name a node with evidence \(C2, E2.* or a locator/],
    [['C1'], /C1 has no evidence of its own to review\. Below it are C2 and C3\./],
    [['C2', '--case', 'transit'], /There is no case transit\. There are access\./],
    [['C2', '--by', ' '], /--by needs a name/],
  ];
  for (const [args, says] of mistakes) {
    it(`is used wrongly: ${args.join(' ') || 'nothing is named'}`, async () => {
      const { status, log } = await run(...args);
      assert.equal(status, 2);
      assert.match(log, says);
      assert.deepEqual(written(), []);
    });
  }

  it('wants to know which of several nodes of one id is meant', async () => {
    repository.write({ 'other.case.yaml': CASE.replace('id: access', 'id: other') });
    const { status, log } = await run('C2');
    assert.equal(status, 2);
    assert.match(log, /C2 could be 2 nodes\. Write which: access\/C2 and other\/C2\./);
    assert.equal((await run('C2', '--case', 'access')).status, 0);
  });

  it('wants to know who judged, where git does not', async () => {
    repository.git('config', '--unset', 'user.email');
    repository.git('config', 'user.name', '');
    const before = process.env;
    try {
      process.env = { ...TEST_GIT_ENVIRONMENT };
      const { status, log } = await run('C2');
      assert.equal(status, 2);
      assert.match(log, /Nothing says who you are\..* Here: --by "Ada Author <ada@example\.org>"\./);
      Object.assign(process.env, { GIT_AUTHOR_NAME: 'Di', GIT_AUTHOR_EMAIL: 'di@example.org' });
      assert.match((await run('E2')).out, /^Di <di@example\.org> reviewed\n/);
    } finally {
      process.env = before;
    }
  });
});
