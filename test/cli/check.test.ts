import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
        rebuttals: {R1: Unless one is stolen.}
        evidence:
          - E1: src/a.py#login
          - src/gone.py
`;
const SOURCE = 'def login(user):\n    return check(user)\n';

describe('warrant check', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles(
      { 'access.case.yaml': CASE, 'src/a.py': SOURCE, 'lib/gone.py': '\n' },
      { author: 'Ada' },
    );
  });
  afterEach(() => repository.remove());

  const run = (...args: string[]): Promise<Run> => runWarrant(repository.root, 'check', ...args);

  it('prints the tree with states, the reason and the fix at each finding, and a summary', async () => {
    const { out, status, log } = await run();
    assert.equal(
      out,
      `Access  broken  access.case.yaml:1
└─ ✗ C1 Only users get in.  1/2
   └─ ✗ C2 Passwords are checked.  1/2
      ├─ ⚔ R1 Unless one is stolen.  challenged
      ├─ ✓ E1 src/a.py#login
      └─ ✗ src/gone.py  broken: not there
           src/gone.py does not exist. Did you mean lib/gone.py? (the same name elsewhere)

1 case, 2 claims, 2 links to evidence: 1 broken, 1 current. 1 error.
`,
    );
    assert.equal(status, 1);
    assert.equal(log, '');
  });

  it('exits with 0 where nothing is broken, stale or not', async () => {
    repository.commitFiles({ 'access.case.yaml': CASE.replace('          - src/gone.py\n', '') });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    const { out, status } = await run();
    assert.match(out, /1 stale\. No errors\.\n$/);
    assert.equal(status, 0);
  });

  it('gives JSON in the form that is agreed', async () => {
    repository.commitFiles(
      { 'src/a.py': SOURCE.replace('check(user)', 'True') },
      { author: 'Ben', message: 'Let all in' },
    );
    const head = repository.git('rev-parse', 'HEAD');
    const first = repository.git('rev-list', '--max-parents=0', 'HEAD');
    const { out } = await run('--format', 'json');
    const report = JSON.parse(out);
    assert.equal(report.schema, 1);
    assert.equal(report.root, repository.root);
    assert.deepEqual(report.git, { head, shallow: false, dirty: false });
    const [one] = report.cases;
    assert.deepEqual(
      [one.id, one.title, one.file, one.format, one.state],
      ['access', 'Access', 'access.case.yaml', 'yaml', 'broken'],
    );
    assert.deepEqual(one.nodes[1], {
      id: 'C2',
      kind: 'claim',
      text: 'Passwords are checked.',
      line: 7,
      parents: ['C1'],
      state: 'broken',
      derived: false,
    });
    assert.deepEqual(
      one.nodes.map((node: { id: string }) => node.id),
      ['C1', 'C2', 'R1', 'E1'],
    );
    const [stale, missing] = one.evidence;
    assert.deepEqual(
      [stale.id, stale.parent, stale.locator, stale.line, stale.cited],
      ['E1', 'C2', 'src/a.py#login', 11, true],
    );
    assert.deepEqual([stale.state, stale.reason], ['stale', 'changed']);
    assert.deepEqual(stale.targets, [{ path: 'src/a.py', startLine: 1, endLine: 2 }]);
    assert.deepEqual(stale.baseline, { commit: first, by: 'blame' });
    assert.deepEqual(
      [stale.changed.commit, stale.changed.author, stale.changed.summary],
      [head, 'Ben', 'Let all in'],
    );
    assert.deepEqual(
      [missing.id, missing.state, missing.reason, missing.suggestions],
      [null, 'broken', 'missing', ['lib/gone.py']],
    );
    const finding = report.findings.find(({ rule }: { rule: string }) => rule === 'evidence-missing');
    assert.deepEqual([finding.severity, finding.file, finding.node], ['error', 'access.case.yaml', 'C2']);
    assert.deepEqual(finding.range, { start: { line: 11, character: 12 }, end: { line: 11, character: 23 } });
    assert.deepEqual(report.summary, {
      cases: 1,
      claims: 2,
      evidence: 2,
      current: 0,
      stale: 1,
      broken: 1,
      failing: 0,
      unreviewed: 0,
      unknown: 0,
    });
  });

  it('says in JSON that the working tree differs from HEAD, and that there is no HEAD', async () => {
    repository.write({ 'src/a.py': '\n' });
    assert.equal(JSON.parse((await run('--format', 'json')).out).git.dirty, true);
    const unborn = makeRepository();
    unborn.write({ 'access.case.yaml': CASE });
    const { git } = JSON.parse((await run('--format', 'json', '--root', unborn.root)).out);
    assert.deepEqual(git, { head: null, shallow: false, dirty: false });
    unborn.remove();
  });

  it('says why a link is unknown, and what a report says that is as expected', async () => {
    repository.commitFiles({
      'access.case.yaml':
        'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence:\n      - {at: tests.xml, expect: {passed: all}}\n      - {at: tests.xml, expect: {pased: all}}\n      - src/a.bin#login\n      - https://example.org/\n',
      'tests.xml': '<testsuite><testcase name="a"/></testsuite>',
      'src/a.bin': '\0',
    });
    const { out } = await run();
    assert.match(out, /tests\.xml {2}current: as expected\n.* tests\.xml is as expected: 1 of 1 test passed/);
    assert.match(out, /tests\.xml {2}unknown: .*\n.* `pased` is not a key .*Did you mean `passed`\?\n/);
    assert.match(out, /src\/a\.bin#login {2}unknown: .*\n.* src\/a\.bin is not text/);
    assert.match(out, /https:\/\/example\.org\/ {2}unknown: not checked\n\n/);
  });

  it('says only once that there is no history to judge by', async () => {
    const unborn = makeRepository();
    unborn.write({ 'access.case.yaml': CASE, 'src/a.py': SOURCE });
    const { out } = await run('--root', unborn.root);
    assert.equal(out.split('The repository has no commits yet').length, 2);
    unborn.remove();
  });

  it('counts entry points of threats apart from evidence', async () => {
    repository.commitFiles({
      'access.case.yaml':
        'case: Access\nassets: {A1: The door.}\nthreats:\n  T1:\n    text: Somebody breaks in.\n    threatens: A1\n    entryPoints: [{at: src/a.py#login}, {at: src/gone.py}]\n    controls: {K1: {text: It is locked., evidence: [src/a.py]}}\n',
    });
    const { out } = await run();
    assert.match(
      out,
      /\n1 case, 0 claims, 1 link to evidence: 1 current\. 2 entry points of threats: 1 current\. 1 error\.\n$/,
    );
    const { summary, cases } = JSON.parse((await run('--format', 'json')).out);
    assert.deepEqual([summary.evidence, summary.current, summary.broken], [1, 1, 0]);
    assert.deepEqual(
      cases[0].evidence.map(({ role }: { role: string }) => role),
      ['entry-point', 'entry-point', 'evidence'],
    );
  });

  it('shows the one link of evidence that has something else below it', async () => {
    repository.commitFiles({
      'access.case.yaml': CASE.replace(
        '          - E1: src/a.py#login\n',
        '          - E1: {at: src/none.py, undermines: {UM1: Unless it is old.}}\n',
      ),
    });
    assert.match(
      (await run()).out,
      /E1 src\/none\.py {2}0\/1\n +│ +├─ ✗ src\/none\.py  broken: not there\n[^]*UM1 Unless it is old\./,
    );
  });

  it('offers all that are alike, and prefers none', async () => {
    repository.commitFiles({ 'bin/gone.py': '' });
    assert.match(
      (await run()).out,
      /Did you mean bin\/gone\.py or lib\/gone\.py\? \(the same name elsewhere\)/,
    );
  });

  it('forgets files that were removed and not committed', async () => {
    repository.commitFiles({
      'old.case.yaml': CASE,
      'old.standard.yaml': 'standard: OLD\nrequirements: {R1: One}\n',
      'warrant.yaml': 'rules: {undeveloped: off}\n',
    });
    for (const file of ['old.case.yaml', 'old.standard.yaml', 'warrant.yaml']) repository.delete(file);
    const { out, log } = await run();
    assert.doesNotMatch(out, /old\.|does not exist\. \[/);
    assert.equal(log, '');
  });

  it('prints so many findings of one rule, errors apart, and says how many more there are', async () => {
    const keys = Array.from({ length: 25 }, (_, i) => `zz${i}: 1\n`).join('');
    repository.commitFiles({ 'access.case.yaml': CASE + keys });
    const { out } = await run();
    assert.equal(out.match(/\[unknown-key\]/g)?.length, 20);
    assert.match(out, /\n5 findings more of these rules: --format json lists all\.\n/);
  });

  it('reads a file that is named as a case, whatever it is called', async () => {
    repository.commitFiles({
      'notes.txt': '# Safety\n\n**C1:** It is safe.\n\n- **Evidence:** `src/a.py`\n',
    });
    const { out, status } = await run('notes.txt');
    assert.match(out, /C1 It is safe\.[^]*✓ src\/a\.py/);
    assert.equal(status, 0);
  });

  it('reads a file once that is named twice', async () => {
    assert.match((await run('access.case.yaml', './access.case.yaml')).out, /\n1 case, /);
  });

  it('writes nothing', async () => {
    const state = (): string =>
      repository.git('status', '--porcelain=v2', '--ignored', '--branch') + repository.git('count-objects');
    const before = state();
    await run();
    assert.equal(state(), before);
  });

  describe('with evidence in another checkout', () => {
    let cases: TestRepository;

    beforeEach(() => {
      cases = makeRepository();
      cases.commitFiles({ 'access.case.yaml': CASE.replace('          - src/gone.py\n', '') });
    });
    afterEach(() => cases.remove());

    const shown = async (subject: string): Promise<string> => {
      const { out } = await run('--root', cases.root, '--subject', subject);
      return /[✓!·✗?] E1 .*/.exec(out)?.[0] ?? out;
    };

    it('has no baseline, unless a revision is named', async () => {
      const rev = repository.git('rev-parse', '--short', 'HEAD');
      assert.equal(await shown('.'), '· E1 src/a.py#login  unreviewed: not judged yet');
      assert.equal(await shown(`.@${rev}`), '✓ E1 src/a.py#login');
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
      assert.equal(await shown(`.@${rev}`), '! E1 src/a.py#login  stale: 1 change since 1 Jan 2024');
    });

    it('takes the revision that the case names, and rather the one that the person does', async () => {
      const rev = repository.git('rev-parse', 'HEAD');
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
      const pinned = CASE.replace('          - src/gone.py\n', '').replace(
        'claims:',
        `subject: {rev: ${rev}}\nclaims:`,
      );
      cases.commitFiles({ 'access.case.yaml': pinned });
      assert.equal(await shown('.'), '! E1 src/a.py#login  stale: 1 change since 1 Jan 2024');
      assert.equal(await shown('.@HEAD'), '✓ E1 src/a.py#login');
    });

    it('says that there is no such revision', async () => {
      const { out, status } = await run('--root', cases.root, '--subject', '.@nowhere');
      assert.match(out, /error {2}.* has no revision nowhere/);
      assert.equal(status, 1);
    });
  });

  for (const [title, args, message] of [
    ['a path that does not exist', ['nowhere.md'], /warrant: nowhere.md does not exist/],
    ['a root that does not exist', ['--root', 'nowhere'], /--root: .*nowhere is not a folder/],
    ['a subject that does not exist', ['--subject', 'nowhere'], /--subject: .*nowhere is not a folder/],
    ['a revision that looks like an option', ['--subject', '.@--output=x'], /is no revision/],
    ['an unknown option', ['--colour'], /unknown option/],
    ['an unknown format', ['--format', 'xml'], /Allowed choices are text, json/],
  ] as const) {
    it(`exits with 2 for ${title}, and says so on standard error`, async () => {
      const { status, out, log } = await run(...args);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(log, message);
    });
  }

  it('has the version of the package', async () => {
    const manifest = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
    const { out } = await runWarrant('.', '--version');
    assert.equal(out.trim(), (JSON.parse(manifest) as { version: string }).version);
  });

  it('says what it looked for where there is no case', async () => {
    const empty = makeRepository();
    const { out, status } = await run('--root', empty.root);
    assert.match(out, /^No case was found in .*\nWarrant reads \*\.case\.yaml/);
    assert.equal(status, 0);
    const head = empty.commitFiles({
      'floor.drawio': '<mxfile><diagram><mxGraphModel><root/></mxGraphModel></diagram></mxfile>',
    });
    const drawing = await run('--root', empty.root);
    assert.match(drawing.out, /^No case was found: nothing in floor\.drawio is a node of an argument\.\n/);
    assert.equal(JSON.parse((await run('--root', empty.root, '--format', 'json')).out).git.head, head);
    empty.remove();
  });

  it('says at a case that a part of its file cannot be read, which looks no better for it', async () => {
    const half = makeRepository();
    half.commitFiles({
      'a.case.yaml': 'case: A\nclaims: [[[\n  C1: {text: It holds., evidence: [a.txt]}\n',
      'a.txt': 'a\n',
    });
    const { out, status } = await run('--root', half.root);
    assert.match(out, /^A {2}(undeveloped|unknown) {2}part of its file cannot be read {2}a\.case\.yaml:1$/m);
    assert.equal(status, 1);
    const json = await run('--root', half.root, '--format', 'json');
    assert.equal((JSON.parse(json.out) as { cases: { unread?: boolean }[] }).cases[0]!.unread, true);
    half.remove();
  });

  it('names the folder in which there is no case', async () => {
    assert.match((await run('src')).out, /^No case was found in .*\/src\.\n/);
  });

  it('judges a case beside its evidence by another revision only where a person says so', async () => {
    const rev = repository.git('rev-parse', 'HEAD');
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    repository.commitFiles({ 'access.case.yaml': CASE.replace('are checked', 'are tested') });
    assert.match((await run()).out, /✓ E1 src/);
    assert.match((await run('--subject', `.@${rev}`)).out, /! E1 src\/a\.py#login {2}stale/);
    assert.match((await run('--subject', '.@nowhere')).out, /error {2}.* has no revision nowhere/);
  });
});
