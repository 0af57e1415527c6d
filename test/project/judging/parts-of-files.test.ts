import assert from 'node:assert/strict';
import { caseText } from '../../support/case-text.ts';
import { openForEachTest } from '../../support/each-test.ts';
import type { TestRepository } from '../../support/git-repository.ts';
import { type TestProject, linksOf, showLinks } from '../../support/project.ts';

const SOURCE =
  'import os\n\ndef login(user):\n    return check(user)\n\n\ndef logout(user):\n    forget(user)\n';
const POLICY = '# Policy\n\nAll of it.\n\n## Keys\n\nAt least 2048 bits.\n\n## Keys\n\nOld ones.\n';
const SETTINGS = 'tls:\n  min: 1.3 # why\n  ciphers: [a, b]\nother: 1\n';
const NGINX = '# warrant:begin tls\nssl_protocols TLSv1.3;\n# warrant:end tls\n# warrant:begin open\n';

describe('links to parts of files', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  async function after(evidence: readonly string[], change: () => void) {
    repository.commitFiles({
      'a.py': SOURCE,
      'policy.md': POLICY,
      'settings.yaml': SETTINGS,
      'nginx.conf': NGINX,
      'a.case.yaml': caseText(...evidence),
    });
    change();
    return opened.project.check();
  }
  const evidence = ['policy.md#keys', 'settings.yaml#/tls/min', 'nginx.conf#region:tls', 'a.py#login'];
  const states = (...reasons: readonly string[]) => evidence.map((one, i) => `${one}: ${reasons[i]}`);

  it('are current while only what is beside them changes', async () => {
    const snapshot = await after(evidence, () => {
      repository.commitFiles({
        'a.py': SOURCE.replace('forget', 'drop'),
        'policy.md': POLICY.replace('All of it', 'Nearly all').replace('Old ones', 'Gone'),
        'settings.yaml': `new: 1\n${SETTINGS.replace('other: 1', 'other: 2').replace('why', 'because')}`,
        'nginx.conf': `listen 443;\n${NGINX}`,
      });
    });
    const expected = states(
      'current/unchanged',
      'current/cosmetic',
      'current/unchanged',
      'current/unchanged',
    );
    assert.deepEqual(showLinks(snapshot), expected);
  });

  it('are stale once they change, by those commits that did it', async () => {
    const snapshot = await after(evidence, () => {
      repository.commitFiles(
        { 'policy.md': POLICY.replace('All of it', 'Nearly all') },
        { message: 'Beside' },
      );
      repository.commitFiles(
        {
          'a.py': SOURCE.replace('check', 'trust'),
          'policy.md': POLICY.replace('2048', '1024'),
          'settings.yaml': SETTINGS.replace('1.3', '1.2'),
          'nginx.conf': NGINX.replace('1.3', '1.2'),
        },
        { message: 'Weaken' },
      );
      repository.commitFiles(
        { 'settings.yaml': SETTINGS.replace('1.3', '1.2').replace('a, b', 'c') },
        { message: 'Beside, too' },
      );
    });
    assert.deepEqual(showLinks(snapshot), states(...evidence.map(() => 'stale/changed')));
    for (const { verdict } of linksOf(snapshot)) {
      assert.deepEqual(
        verdict.changes.map(({ summary }) => summary),
        ['Weaken'],
      );
    }
  });

  it('are judged by what is watched of them', async () => {
    const watched = [
      '{ at: a.py#login, watch: signature }',
      '{ at: a.py#login, watch: body }',
      '{ at: settings.yaml#/tls, watch: all }',
      'settings.yaml#/tls',
    ];
    const snapshot = await after(watched, () => {
      repository.commitFiles({
        'a.py': SOURCE.replace('check', 'trust'),
        'settings.yaml': SETTINGS.replace('why', 'because'),
      });
    });
    assert.deepEqual(showLinks(snapshot), [
      'a.py#login: current/unchanged',
      'a.py#login: stale/changed',
      'settings.yaml#/tls: stale/changed',
      'settings.yaml#/tls: current/cosmetic',
    ]);
  });

  const broken: [locator: string, reason: string, message: string][] = [
    [
      'policy.md#keyes',
      'symbol-missing',
      'policy.md has no heading #keyes. Did you mean policy.md#keys? (is in the file)',
    ],
    [
      'settings.yaml#/tls/mins',
      'symbol-missing',
      'settings.yaml has no key /tls/mins. Did you mean settings.yaml#/tls/min? (is in the file)',
    ],
    [
      'nginx.conf#region:tlss',
      'symbol-missing',
      'nginx.conf has no region tlss. Did you mean nginx.conf#region:tls? (is in the file)',
    ],
    [
      'nginx.conf#region:open',
      'symbol-missing',
      'nginx.conf has no region open. `warrant:begin open` in line 4 has no `warrant:end open` behind it.',
    ],
    [
      'twice.py#f',
      'ambiguous',
      'twice.py#f fits several places: f in line 1 and f in line 4. Write which one is meant, such as twice.py#f~1.',
    ],
    [
      'twice.conf#region:r',
      'ambiguous',
      'twice.conf#region:r fits several places: `warrant:begin r` in line 1 and `warrant:begin r` in line 4. Give them different names, or name the lines instead (#L).',
    ],
  ];
  for (const [locator, reason, message] of broken) {
    it(`that lead nowhere say what there is: ${locator}`, async () => {
      repository.write({
        'twice.py': 'def f(a): pass\n\nx = 1\ndef f(b): pass\n',
        'twice.conf': '# warrant:begin r\na\n# warrant:end r\n'.repeat(2),
      });
      const [link] = linksOf(await after([locator], () => {}));
      assert.equal(`${link!.verdict.state}/${link!.verdict.reason}`, `broken/${reason}`);
      assert.equal(link!.verdict.message, message);
    });
  }

  it('suggest each of several definitions', async () => {
    repository.write({ 'twice.py': 'def f(a): pass\n\nx = 1\ndef f(b): pass\n' });
    const [link] = linksOf(await after(['twice.py#f'], () => {}));
    assert.deepEqual(link!.verdict.suggestions, [
      { locator: 'twice.py#f~1', why: 'the one in line 1' },
      { locator: 'twice.py#f~2', why: 'the one in line 4' },
    ]);
  });
});

describe('a link to a whole file that is stale', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  async function verdictAfter(path: string, before: string, change: () => void) {
    repository.commitFiles({ [path]: before, 'a.case.yaml': caseText(path) });
    change();
    return linksOf(await opened.project.check())[0]!.verdict;
  }

  it('says which of its parts changed', async () => {
    const verdict = await verdictAfter('a.py', SOURCE, () => {
      const login = SOURCE.replace('check(user)', 'True').replace('import os\n', 'import sys\n');
      repository.commitFiles({
        'a.py': `${login.replace('def logout', 'def leave')}\nclass A:\n    def f(self): pass\n`,
      });
    });
    assert.equal(verdict.reason, 'changed');
    assert.deepEqual(verdict.parts, {
      changed: ['login'],
      added: ['leave', 'A'],
      removed: ['logout'],
      elsewhere: true,
    });
    assert.match(
      verdict.message,
      / Changed: login; new: leave and A; gone: logout; and more outside of these\. Does/,
    );
  });

  it('says so for changes that are not committed', async () => {
    const verdict = await verdictAfter('a.json', '{"a": 1, "b": 1}', () => {
      repository.write({ 'a.json': '{"a": 1, "b": 2}' });
    });
    assert.equal(verdict.reason, 'uncommitted');
    assert.match(verdict.message, / Changed: \/b\. Does/);
  });

  it('names a few of many parts', async () => {
    const many = (value: number) => Array.from({ length: 9 }, (_, i) => `x${i} = ${value}\n`).join('');
    const verdict = await verdictAfter('a.py', many(1), () => repository.commitFiles({ 'a.py': many(2) }));
    assert.equal(verdict.parts?.changed.length, 9);
    assert.match(verdict.message, / Changed: x0, x1, x2 and 6 others\. Does/);
  });

  it('says so where what changed has no name', async () => {
    const verdict = await verdictAfter('a.py', SOURCE, () =>
      repository.commitFiles({ 'a.py': SOURCE.replace('import os', 'import re') }),
    );
    assert.match(verdict.message, / What changed is in none of its named parts, or is their order\. Does/);
  });

  it('says nothing of parts where it has none', async () => {
    const verdict = await verdictAfter('a.conf', 'a\n', () => repository.commitFiles({ 'a.conf': 'b\n' }));
    assert.equal(verdict.parts, undefined);
    assert.equal(verdict.state, 'stale');
  });
});
