import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { type TestRepository, makeRepository } from '../../support/git-repository.ts';
import { openProject, showLinks } from '../../support/project.ts';
import { check, linesOf } from './support.ts';

const LOGIN = 'def login(user):\n    return check(user)\n\n\n';
const LOGOUT = 'def logout(user):\n    return end(user)\n\n\n';
const FILE = LOGIN + LOGOUT + linesOf('a', 20);
/** What somebody changed before the link was led to it. */
const CHANGED = FILE.replace('check(user)', 'True');

describe('a link that was only led to where its evidence is', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const CASE = 'a.case.yaml';
  const DOCUMENT = 'docs/assurance-case.md';
  const document = (...lines: readonly string[]): string =>
    `# Assurance case\n\n## C1: Only users get in.\n\nEvidence:\n\n${lines.join('\n')}\n`;

  /** Renames a file, with this text in it. */
  function move(from: string, to: string, text: string): void {
    repository.rename(from, to);
    repository.commitFiles({ [to]: text }, { message: `Move ${from}` });
  }

  async function states(): Promise<readonly string[]> {
    return (await check(repository.root)).all;
  }

  it('does not hide what changed on the way, and says who changed it', async () => {
    const first = repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py#login') });
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [CASE]: caseText('lib/b.py#login') });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    const { baseline, changes } = checked.verdict();
    assert.equal(baseline?.commit, first);
    assert.equal(baseline.path, 'src/a.py');
    assert.deepEqual(
      changes.map(({ summary }) => summary),
      ['Move src/a.py'],
    );
  });

  it('nor what changed after the move, or with it in one commit', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py', 'src/a.py#logout') });
    repository.rename('src/a.py', 'lib/b.py');
    repository.commitFiles({ 'lib/b.py': CHANGED, [CASE]: caseText('lib/b.py', 'lib/b.py#logout') });
    assert.deepEqual(await states(), ['stale/changed', 'current/unchanged']);
  });

  it('nor what changed before its claim file was renamed', async () => {
    const first = repository.commitFiles({ 'src/a.py': FILE, 'old.case.yaml': caseText('src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.rename('old.case.yaml', CASE);
    repository.commit();
    repository.rename('src/a.py', 'lib/b.py');
    repository.commitFiles({ [CASE]: caseText('lib/b.py') });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, first);
  });

  it('is current where nothing changed', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    move('src/a.py', 'lib/b.py', FILE);
    repository.commitFiles({ [CASE]: caseText('lib/b.py') });
    assert.deepEqual(await states(), ['current/unchanged']);
  });

  it('is followed over several moves', async () => {
    const first = repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    for (const [from, to, text] of [
      ['src/a.py', 'src/b.py', FILE],
      ['src/b.py', 'lib/b.py', CHANGED],
      ['lib/b.py', 'lib/c.py', CHANGED],
    ] as const) {
      move(from, to, text);
      repository.commitFiles({ [CASE]: caseText(to) });
      repository.commitFiles({ [CASE]: `# ${to}\n${caseText(to)}` });
    }
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, first);
  });

  it('with its folder, as a folder too', async () => {
    const files = (folder: string, text: string): Record<string, string> =>
      Object.fromEntries(['x', 'y', 'z'].map((name) => [`${folder}/${name}.py`, text + linesOf(name, 20)]));
    const links = (folder: string): string =>
      caseText(`${folder}/`, `${folder}/x.py`, `${folder}/y.py`, `${folder}/z.py#login`);
    repository.commitFiles({ ...files('src/auth', FILE), [CASE]: links('src/auth') });
    repository.rename('src/auth', 'core/login');
    repository.commitFiles({ 'core/login/y.py': CHANGED + linesOf('y', 20) });
    repository.commitFiles({ [CASE]: links('core/login') });
    assert.deepEqual(await states(), [
      'stale/changed',
      'current/unchanged',
      'stale/changed',
      'current/unchanged',
    ]);
  });

  it('from a file to a part of it', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py', 'E1: src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ [CASE]: caseText('src/a.py#login', 'E1: src/a.py#logout') });
    assert.deepEqual(await states(), ['stale/changed', 'current/unchanged']);
  });

  it('from a file to several parts of it', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ [CASE]: caseText('src/a.py#login', 'src/a.py#logout') });
    assert.deepEqual(await states(), ['stale/changed', 'current/unchanged']);
  });

  it('is judged anew where the part was not there before', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED.replace('logout', 'leave') });
    repository.commitFiles({ [CASE]: caseText('src/a.py#leave') });
    assert.deepEqual(await states(), ['current/unchanged']);
  });

  const GATE = 'def limit(x):\n    y = x\n    z = y\n    return min(z, 10)\n';
  const THROTTLE = GATE.replace('limit', 'throttle');

  it('from a symbol to its new name', async () => {
    const link = (name: string): Record<string, string> => ({ [CASE]: caseText(`src/a.py#${name}`) });
    const first = repository.commitFiles({ 'src/a.py': GATE + FILE, ...link('limit') });
    repository.commitFiles({ 'src/a.py': GATE + CHANGED }, { message: 'Beside it' });
    repository.commitFiles({ 'src/a.py': THROTTLE + CHANGED }, { message: 'Rename' });
    repository.commitFiles(link('throttle'));
    assert.deepEqual(await states(), ['current/unchanged'], 'but for its name');
    repository.commitFiles({ 'src/a.py': GATE.replace('10', '99') + FILE, ...link('limit') });
    repository.commitFiles({ 'src/a.py': THROTTLE.replace('10', '99') + FILE, ...link('throttle') });
    repository.write({ 'src/a.py': THROTTLE.replace('10', '98') + FILE });
    assert.deepEqual(await states(), ['stale/changed'], 'as it was when it was called by its first name');
    repository.write({ 'src/a.py': THROTTLE + FILE });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['current/unchanged']);
    assert.equal(checked.verdict().baseline?.commit ?? first, first);
  });

  it('from a symbol to its new name, under which it changed', async () => {
    repository.commitFiles({ 'src/a.py': GATE + FILE, [CASE]: caseText('src/a.py#limit') });
    repository.commitFiles({ 'src/a.py': GATE + CHANGED }, { message: 'Beside it' });
    repository.commitFiles({ 'src/a.py': THROTTLE.replace('10', '99') + CHANGED }, { message: 'Rename' });
    repository.rename('src/a.py', 'src/b.py');
    repository.commitFiles({ [CASE]: caseText('src/b.py#throttle') }, { message: 'Point there' });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.deepEqual(
      checked.verdict().changes.map(({ summary }) => summary),
      ['Rename'],
    );
  });

  for (const [what, path, from, to, state, before] of [
    ['a string', 'a.py', 'strict', 'lax', 'stale', 'def strict(req):\n    mode = "strict"\n'],
    [
      'an attribute',
      'a.py',
      'verify',
      'peek',
      'stale',
      'def verify(self, req):\n    self.backend.verify(req)\n',
    ],
    ['an argument', 'a.py', 'limit', 'most', 'stale', 'def limit(x):\n    ask(x, limit=1)\n'],
    ['a call of itself', 'a.py', 'walk', 'visit', 'current', 'def walk(x):\n    walk(x.next)\n'],
    [
      'a call of the same method',
      'a.py',
      'S.walk',
      'S.visit',
      'current',
      'class S:\n    def walk(self):\n        self.walk()\n',
    ],
    [
      'a method of another',
      'a.py',
      'S.walk',
      'S.visit',
      'stale',
      'class S:\n    def walk(self):\n        self.s.walk()\n',
    ],
    [
      'what is outside of its class',
      'a.py',
      'S.walk',
      'S.visit',
      'stale',
      'class S:\n    def walk(self):\n        walk(self)\n',
    ],
    [
      'a use of its class',
      'A.java',
      'Walk',
      'Visit',
      'current',
      'class Walk {\n  Walk next() {\n    return new Walk();\n  }\n',
    ],
    [
      'what says so in a comment',
      'a.ts',
      'walk',
      'visit',
      'current',
      '// To walk\nexport const walk = (x) => {\n  walk(x.next);\n',
    ],
    ['a key', 'a.ts', 'walk', 'visit', 'stale', 'function walk(x) {\n  x.ask({ walk: 1 });\n'],
    ['a decorator', 'a.py', 'walk', 'visit', 'current', '@app.route\ndef walk(x):\n    x.ask()\n'],
  ] as const) {
    it(`from a symbol to its new name, with ${what}`, async () => {
      const indent = path.endsWith('.py') && from.includes('.') ? '        ' : '    ';
      const rest = `${linesOf('x', 8).replace(/^/gm, indent).trimEnd()}\n${path.endsWith('.py') ? '' : '}\n'}`;
      const [old, now] = [from, to].map((name) => name.split('.').at(-1)!);
      const renamed = before.replaceAll(new RegExp(`\\b${old}\\b`, 'g'), now!);
      repository.commitFiles({ [path]: before + rest, [CASE]: caseText(`${path}#${from}`) });
      repository.commitFiles({ [path]: renamed + rest });
      repository.commitFiles({ [CASE]: caseText(`${path}#${to}`) });
      assert.deepEqual(
        (await states()).map((said) => said.split('/')[0]),
        [state],
      );
    });
  }

  it('is judged anew where it leads to another symbol', async () => {
    repository.commitFiles({ 'src/a.py': GATE + FILE, [CASE]: caseText('src/a.py#limit') });
    repository.commitFiles({ 'src/a.py': FILE.replace('check', 'ask') });
    repository.commitFiles({ [CASE]: caseText('src/a.py#login') });
    assert.deepEqual(await states(), ['current/unchanged']);
  });

  it('is judged anew with its claim', async () => {
    const reworded = (locator: string): string => caseText(locator).replace('Only users', 'Nobody but users');
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [CASE]: reworded('lib/b.py') });
    assert.deepEqual(await states(), ['current/unchanged']);
  });

  it('is judged anew with what else is said of it', async () => {
    const link = (path: string, watch: string): string => caseText(`{ at: ${path}#login, watch: ${watch} }`);
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: link('src/a.py', 'body') });
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [CASE]: link('lib/b.py', 'all') });
    assert.deepEqual(await states(), ['current/unchanged']);
    repository.commitFiles({ 'lib/b.py': FILE });
    move('lib/b.py', 'lib/c.py', CHANGED);
    repository.commitFiles({ [CASE]: link('lib/c.py', 'all') });
    assert.deepEqual(await states(), ['current/unchanged'], 'as it was when `watch` was written');
  });

  it('is judged anew where it leads to another file', async () => {
    repository.commitFiles({ 'src/a.py': FILE, 'src/b.py': LOGIN, [CASE]: caseText('src/a.py', 'src/c.py') });
    repository.commitFiles({ 'src/b.py': LOGOUT, 'src/c.py': linesOf('c', 9) });
    repository.commitFiles({ [CASE]: caseText('src/b.py', 'src/c.py') });
    assert.deepEqual(await states(), ['current/unchanged', 'unreviewed/never-reviewed']);
    repository.delete('src/a.py');
    repository.commitFiles({ [CASE]: caseText('src/b.py', 'src/b.py') });
    assert.deepEqual(await states(), ['current/unchanged', 'current/unchanged']);
  });

  it('whichever of several links it is', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `f${i}.py`);
    const files = (folder: string, changed?: string): Record<string, string> =>
      Object.fromEntries(
        names.map((name) => [`${folder}/${name}`, linesOf(name, 20) + (name === changed ? LOGIN : '')]),
      );
    const links = (folder: string): string => caseText(...names.map((name) => `${folder}/${name}`));
    repository.commitFiles({ ...files('src'), [CASE]: links('src') });
    repository.rename('src', 'lib');
    repository.commitFiles(files('lib', 'f7.py'));
    repository.commitFiles({
      [CASE]: caseText('notes.txt', ...names.map((name) => `lib/${name}`).reverse()),
    });
    const checked = await check(repository.root);
    assert.deepEqual(
      names.filter((name) => checked.verdict(`lib/${name}`).state === 'stale'),
      ['f7.py'],
    );
    assert.equal(checked.processes.filter((name) => name === 'blame').length, 1);
  });

  it('at the cost of a constant number of processes', async () => {
    const counts: number[] = [];
    for (const links of [2, 20]) {
      const fresh = makeRepository();
      const names = Array.from({ length: links }, (_, i) => `f${i}.py`);
      const paths = (folder: string): string[] => names.map((name) => `${folder}/${name}`);
      fresh.commitFiles({
        ...Object.fromEntries(paths('src').map((path) => [path, linesOf(path, 20)])),
        [CASE]: caseText(...paths('src')),
      });
      fresh.rename('src', 'lib');
      fresh.commitFiles({ 'lib/f1.py': linesOf('src/f1.py', 19) });
      fresh.commitFiles({ [CASE]: caseText(...paths('lib')) });
      const checked = await check(fresh.root);
      assert.equal(checked.all.filter((state) => state === 'stale/changed').length, 1);
      counts.push(checked.processes.length);
      fresh.remove();
    }
    assert.equal(counts[1], counts[0]);
  });

  it('in a document, by path, hyperlink and part', async () => {
    const links = (path: string, part = ''): string =>
      document(`- \`${path}\``, `- The [gate](../${path}) is shut.`, `- \`${path}${part}\`.`);
    repository.commitFiles({ 'src/a.py': FILE, [DOCUMENT]: links('src/a.py') });
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [DOCUMENT]: links('lib/b.py', '#logout') });
    assert.deepEqual(await states(), ['stale/changed', 'stale/changed', 'current/unchanged']);
  });

  for (const [what, before, after] of [
    ['bullets', '- ', '* '],
    ['numbers', '1. ', '2) '],
    ['indentation', '- ', '  - '],
  ] as const) {
    it(`in a document, where ${what} changed`, async () => {
      repository.commitFiles({ 'src/a.py': FILE, [DOCUMENT]: document(`${before}\`src/a.py\``) });
      repository.commitFiles({ 'src/a.py': CHANGED });
      repository.commitFiles({ [DOCUMENT]: document(`${after}\`src/a.py\``) });
      assert.deepEqual(await states(), ['stale/changed']);
    });
  }

  it('in a document, judged anew by whoever wrote something else on its line', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [DOCUMENT]: document('- `src/a.py` lets users in') });
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [DOCUMENT]: document('- `lib/b.py` lets members in') });
    assert.deepEqual(await states(), ['current/unchanged']);
  });

  it('on a branch that was merged', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: `# One\n\n\n\n${caseText('src/a.py')}` });
    repository.branch('work');
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.commitFiles({ [CASE]: `# One\n\n\n\n${caseText('lib/b.py')}` });
    repository.branch('main');
    repository.commitFiles({ [CASE]: `# Two\n\n\n\n${caseText('src/a.py')}` });
    repository.merge('work');
    assert.deepEqual(await states(), ['stale/changed']);
  });

  const LONG = 'Only users get in, and whoever has no account is sent away before anything is read.';
  const worded = (...links: readonly string[]): string =>
    caseText(...links).replace('Only users get in.', LONG);

  it('by the commit that moved its claim file as well', async () => {
    const links = worded('src/auth/a.py#login');
    const first = repository.commitFiles({ 'src/auth/a.py': FILE, [`src/auth/${CASE}`]: links });
    repository.commitFiles({ 'src/auth/a.py': CHANGED });
    for (const [from, to] of [
      ['src/auth', 'packages/auth'],
      ['packages/auth', 'core/auth'],
    ] as const) {
      repository.rename(from, to);
      repository.commitFiles({ [`${to}/${CASE}`]: worded(`${to}/a.py#login`) });
      const checked = await check(repository.root);
      assert.deepEqual(checked.all, ['stale/changed'], to);
      assert.equal(checked.verdict().baseline?.commit, first);
    }
  });

  it('by the commit that moved the document as well, to which it is relative', async () => {
    const text = (path: string): string => `${document(`- The [gate](${path}) is shut.`)}\n${LONG}\n`;
    repository.commitFiles({ 'src/a.py': FILE, [DOCUMENT]: text('../src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.rename(DOCUMENT, 'assurance-case.md');
    repository.commitFiles({ 'assurance-case.md': text('src/a.py') });
    assert.deepEqual(await states(), ['stale/changed']);
  });

  it('is judged by the last of its lines, also of those that are older than the name of the claim file', async () => {
    repository.commitFiles({ 'src/a.py': FILE, 'old.case.yaml': worded('src/b.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    const second = repository.commitFiles({ 'old.case.yaml': worded('src/a.py') });
    repository.rename('old.case.yaml', CASE);
    repository.delete('src/a.py');
    repository.commitFiles({ 'lib/a.py': CHANGED });
    repository.commitFiles({ [CASE]: worded('lib/a.py') });
    repository.commitFiles({ 'lib/a.py': FILE });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, second);
  });

  it('in a merge, be it of evidence that was moved on a branch or of two moves', async () => {
    const first = repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    repository.branch('work');
    move('src/a.py', 'lib/b.py', CHANGED);
    repository.branch('main');
    repository.commitFiles({ notes: 'x' });
    repository.merge('work', () => repository.write({ [CASE]: caseText('lib/b.py') }));
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, first);
  });

  it('by another id of its claim, or of its evidence', async () => {
    const link = (claim: string, evidence: string): string =>
      caseText(`${evidence}: src/a.py`).replace('C1', claim);
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: link('C1', 'E1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ [CASE]: link('C7', 'E1') });
    assert.deepEqual(await states(), ['stale/changed']);
    repository.commitFiles({ [CASE]: link('C7', 'E2') });
    assert.deepEqual(await states(), ['stale/changed']);
    repository.commitFiles({ [CASE]: link('C8', 'E2').replace('Only', 'All') });
    assert.deepEqual(await states(), ['current/unchanged'], 'judged anew with what it says');
  });

  it('by another id that is not committed yet', async () => {
    const inline = (claim: string, evidence: string, text = 'Sound'): string =>
      `case: A\nclaims:\n  ${claim}: {text: ${text}, evidence: [{${evidence}: src/a.py}]}\n  D1: {text: Other, evidence: [src/b.py]}\n`;
    repository.commitFiles({ 'src/a.py': FILE, 'src/b.py': FILE, [CASE]: inline('C1', 'E1') });
    repository.write({ [CASE]: inline('C7', 'E1') });
    assert.deepEqual(await states(), ['current/unchanged', 'current/unchanged']);
    repository.write({ [CASE]: inline('C1', 'E1') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.write({ [CASE]: inline('C7', 'E2') });
    assert.deepEqual(await states(), ['stale/changed', 'current/unchanged']);
    repository.write({ [CASE]: inline('C7', 'E2').replace('src/b.py', 'src/a.py') });
    assert.deepEqual(await states(), ['stale/changed', 'unreviewed/never-reviewed']);
    repository.write({ [CASE]: inline('C7', 'E1', 'Safe') });
    assert.deepEqual(await states(), ['unreviewed/never-reviewed', 'current/unchanged']);
    repository.write({
      [CASE]: inline('C1', 'E1').replace(/ {2}C1.*\n/, (line) => line + line.replace('C1', 'C2')),
    });
    assert.deepEqual(await states(), ['stale/changed', 'unreviewed/never-reviewed', 'current/unchanged']);
  });

  it('by another id that is not even saved yet, for which no process is started', async () => {
    const text = 'case: A\nclaims:\n  C1: {text: Sound, evidence: [src/a.py]}\n';
    repository.commitFiles({ 'src/a.py': FILE, [CASE]: text });
    repository.commitFiles({ 'src/a.py': CHANGED });
    const { project, takeProcesses } = openProject({ roots: [repository.root] });
    try {
      assert.deepEqual(showLinks(await project.check()), ['src/a.py: stale/changed']);
      project.setDocument(`${repository.root}/${CASE}`, text.replace('C1', 'C9'));
      takeProcesses();
      assert.deepEqual(showLinks(await project.recheck()), ['src/a.py: stale/changed']);
      assert.deepEqual(takeProcesses(), []);
    } finally {
      project.dispose();
    }
  });

  it('by another id of its claim in a document', async () => {
    repository.commitFiles({ 'src/a.py': FILE, [DOCUMENT]: document('- `src/a.py`') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    repository.commitFiles({ [DOCUMENT]: document('- `src/a.py`').replace('C1:', 'C7:') });
    assert.deepEqual(await states(), ['stale/changed']);
  });

  it('behind a commit that counts for nothing', async () => {
    const first = repository.commitFiles({ 'src/a.py': FILE, [CASE]: caseText('src/a.py') });
    repository.commitFiles({ 'src/a.py': CHANGED });
    const ignored = repository.commitFiles({ [CASE]: caseText('{ at: src/a.py }') });
    repository.commitFiles({ '.git-blame-ignore-revs': `# Layout\n${ignored} # of the case\n` });
    repository.rename('src/a.py', 'lib/b.py');
    repository.commitFiles({ [CASE]: caseText('{ at: lib/b.py }') });
    const checked = await check(repository.root);
    assert.deepEqual(checked.all, ['stale/changed']);
    assert.equal(checked.verdict().baseline?.commit, first);
  });
});
