import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayIn } from '../../src/l10n/say.ts';
import type { Reason } from '../../src/model/state.ts';
import { sayWithoutGit, summarize } from '../../src/project/judging/explain.ts';
import type { Difference } from '../../src/project/impact/impact.ts';
import { sayDifference } from '../../src/project/impact/say-impact.ts';
import type { Snapshot } from '../../src/project/snapshot.ts';
import { ADA, BEN, named, withProject } from '../project/reviews/support.ts';
import { judgeReports } from '../project/judging/reports/judged-reports.ts';
import { caseText } from '../support/case-text.ts';
import { openForEachTest } from '../support/each-test.ts';
import { type TestRepository, cloneRepository } from '../support/git-repository.ts';
import { TODAY, type TestProject, linksOf } from '../support/project.ts';
import { sayMarked, unmarked } from './marking.ts';

/** What these tests write themselves, and the names of people, tools and things: nobody's to translate. */
const KNOWN = new Set(
  [
    'Ada Author Ben Builder HEAD CASE ID login logout logins nobody twice aa bb kk src reports',
    'Quick report quill sha Boom zap zip zep zum Run Holds Users Only users get in standard zips merge union Cc lib dir zaps',
  ].flatMap((words) => words.split(' ')),
);

const SOURCE = `def login(user):
    return check(user)


def logout(user):
    forget(user)
`;
const AS_BEN = { author: 'Ben Builder', email: 'ben@example.org', message: 'Quick' };

/** All that a person reads of a snapshot: of each link its verdict, in full and in short, and what it offers; and the findings. */
function allSaid({ cases, findings }: Snapshot): string[] {
  const links = linksOf({ cases } as Snapshot).flatMap(({ verdict }) => [
    verdict.message,
    summarize(verdict, TODAY),
    verdict.missingReview ?? '',
    ...verdict.suggestions.map(({ why }) => why),
  ]);
  const found = findings.flatMap(({ message, related = [] }) => [
    message,
    ...related.map((one) => one.message),
  ]);
  return [...links, ...found].filter((text) => text !== '');
}

function assertMarked(said: readonly string[]): void {
  assert.ok(said.some((text) => text.includes('«')));
  for (const text of said) assert.deepEqual(unmarked(text, KNOWN), [], text);
}

function reasonsOf(snapshot: Snapshot): Reason[] {
  return [...new Set(linksOf(snapshot).map(({ verdict }) => verdict.reason))].sort();
}

describe('what is said of links, in a language that marks what it says', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));
  beforeEach(sayMarked);
  afterEach(() => sayIn({}));

  it('is a message throughout, whatever became of the evidence', async () => {
    const links = [
      ...['a.py', 'a.py#login', 'a.py#logout', '{at: a.py#logout, watch: signature}', 'b.py#login'],
      ...['c.py#L1-L2', 'c.py', 'dir/', '"dir/*.py"', 'lib/', 'gone.py', 'old.py#login', 'w.py', 'm.py'],
      ...['n.py#login', 'u.py', 'u.py#login', 'zum.py', 'a.py#nobody', 'a.py#logins', 'a.py#L90-L99'],
      ...['kk.json#/aa/bb', 'kk.json#/zz', 'kk.md#zip', 'a.py#region:zep', 'twice.py#twice', 'kk.txt#zap'],
      ...['../x.py', 'a.py#L0', 'A.py', 'https://example.org/x', 'nowhere.py', 'dirr/x.py', 'late.py'],
      ...[
        'built/x.py',
        'built/y.py',
        'src#login',
        'zaps',
        'zaps/',
        'moved/kk.py',
        'many.py#login',
        'dir/x.py',
      ],
    ];
    const sources = [
      'a',
      'b',
      'c',
      'gone',
      'old',
      'w',
      'm',
      'n',
      'u',
      'zum',
      'many',
      'dir/x',
      'dir/y',
      'lib/x',
    ];
    repository.commitFiles({
      ...Object.fromEntries(
        sources.map((name) => [`${name}.py`, `${SOURCE}${name.replace('/', '_')} = 1\n`]),
      ),
      'src/kk.py': 'kk = 1\n',
      'twice.py': 'class One:\n    def twice(self): pass\n\n\nclass Two:\n    def twice(self): pass\n',
      'kk.json': '{"aa": {"bb": 1}}\n',
      'kk.md': '# Zip\n\nzip\n',
      'kk.txt': 'zip\n',
      zaps: 'zip\n',
      '.gitignore': 'built/\n',
      'a.case.yaml': caseText(...links),
    });
    const change = (name: string): Record<string, string> => ({
      [`${name}.py`]: SOURCE.replace('check(user)', name),
    });
    repository.rename('old.py', 'new/old.py');
    for (const path of ['gone.py', 'dir/y.py', 'zaps']) repository.delete(path);
    repository.commitFiles(
      {
        ...change('a'),
        ...change('dir/x'),
        ...change('zum'),
        ...change('many'),
        'dir/z.py': 'zip = 1\n',
        'zaps/x.py': 'zip = 1\n',
        'lib/x.py': `# zip\n${SOURCE}lib_x = 1\n`,
        'b.py': `${SOURCE.replace('check(user)', 'check(user)  # zip')}b = 1\n`,
        'c.py': `import zip\n\n${SOURCE}c = 1\n`,
        'kk.json': '{"aa": {"cc": 1}}\n',
        'kk.md': '# Two\n\nzip\n',
        'late.py': 'import zep\n\n\ndef twice():\n    return zep.zap(1)\n',
      },
      AS_BEN,
    );
    repository.commitFiles({ 'many.py': SOURCE }, AS_BEN);
    repository.rename('m.py', 'new/m.py');
    repository.delete('w.py');
    repository.write({
      ...change('u'),
      'zum.py': SOURCE.replace('check(user)', 'zep'),
      'n.py': 'zip = 1\n',
      'built/x.py': SOURCE,
    });
    const snapshot = await opened.project.check();
    assert.deepEqual(reasonsOf(snapshot), [
      ...['ambiguous', 'case-mismatch', 'changed', 'cosmetic', 'deleted', 'external', 'missing', 'moved'],
      ...['never-reviewed', 'no-git', 'outside-root', 'range-outside', 'shifted', 'symbol-missing'],
      ...['unchanged', 'uncommitted', 'unsupported'],
    ]);
    assertMarked(allSaid(snapshot));
  });

  it('is so in prose, where names are taken loosely', async () => {
    repository.commitFiles({
      'one/zap.py': SOURCE,
      'two/zap.py': SOURCE,
      'a.py': `${SOURCE}\n\nclass Zep:\n    zip = 1\n`,
      'a.case.md': '# Holds\n\n**C1:** Users\n\n- **Evidence:** `zap.py`, `a.py` (`zip`), `a.py` (`login`)\n',
    });
    repository.commitFiles({ 'a.py': SOURCE.replace('login', 'nobody').replace('check', 'zap') }, AS_BEN);
    const snapshot = await opened.project.check();
    assert.ok(reasonsOf(snapshot).includes('ambiguous'));
    assertMarked(allSaid(snapshot));
  });

  it('is so in a merge conflict, and where nothing was committed', async () => {
    repository.write({ 'a.py': SOURCE, 'a.case.yaml': caseText('a.py', 'src/') });
    assertMarked(allSaid(await opened.project.check()));
    repository.commit();
    repository.branch('work');
    repository.commitFiles({ 'a.py': 'zip = 1\n', 'src/b.py': 'zip = 1\n' });
    repository.branch('main');
    repository.commitFiles({ 'a.py': 'zip = 2\n', 'src/b.py': 'zip = 2\n' });
    assert.throws(() => repository.merge('work'));
    const snapshot = await opened.project.check();
    assert.ok(reasonsOf(snapshot).includes('in-conflict'));
    assertMarked(allSaid(snapshot));
  });

  it('is so in a clone that has not the whole history', async () => {
    repository.commitFiles({ 'a.py': SOURCE, 'a.case.yaml': caseText('a.py') });
    repository.commitFiles({ 'a.py': 'zip = 1\n' }, AS_BEN);
    const clone = cloneRepository(repository, '--depth', '1');
    try {
      const snapshot = await withProject(clone, ({ project }) => project.check());
      assert.deepEqual(reasonsOf(snapshot), ['shallow']);
      assertMarked(allSaid(snapshot));
    } finally {
      clone.remove();
    }
  });

  it('is so of what was reviewed, and of what is demanded of reviews', async () => {
    const text = caseText('a.py', 'a.py#login', 'a.py#logout', 'b.py', 'c.py#L1-L2', 'src/');
    const files = { 'a.py': SOURCE, 'b.py': SOURCE, 'c.py': SOURCE, 'src/b.py': SOURCE };
    repository.commitFiles(
      {
        ...files,
        'a.case.yaml': text,
        'y.case.yaml': caseText('a.py', 'b.py'),
        'z.case.yaml': caseText('b.py'),
      },
      AS_BEN,
    );
    const { project } = opened;
    const links = named(await project.check(), []);
    const byAda = await project.review({
      links: links.filter(({ case: key }) => !key.includes('y.case')),
      by: ADA,
    });
    const byBen = await project.review({ links: links.slice(2, 3), by: BEN });
    assert.deepEqual([...byAda.refused, ...byBen.refused], []);
    assertMarked(byAda.notes);
    const reasons = new Set<Reason>();
    /** Demands something of reviews, does something more, and looks. */
    const look = async (policy: string, change: () => void): Promise<void> => {
      repository.write({ 'warrant.yaml': `reviews: {${policy}}\n` });
      change();
      const snapshot = await withProject(repository, ({ project: fresh }) => fresh.check());
      for (const reason of reasonsOf(snapshot)) reasons.add(reason);
      assertMarked(allSaid(snapshot));
    };
    const dateReviews = (date: string): void => {
      const reviews = readFileSync(join(repository.root, 'a.reviews.yaml'), 'utf8');
      repository.write({ 'a.reviews.yaml': reviews.replaceAll(/2026-06-15T/g, `${date}T`) });
    };
    await look('required: all, independent: true', () =>
      repository.write({ 'a.py': SOURCE.replace('check(user)', 'zip'), 'c.py': `# zip\n\n${SOURCE}` }),
    );
    await look('expireAfterDays: 1', () => dateReviews('2026-06-01'));
    await look('expireAfterDays: 9', () => dateReviews('2031-06-01'));
    await look('required: [Cc]', () => {
      repository.commitFiles({ 'a.case.yaml': text.replace('Only users get in.', 'Users') }, AS_BEN);
      repository.write({ 'z.case.yaml': caseText('b.py').replace('C1', 'C7') });
    });
    await look('required: []', () => repository.rename('z.case.yaml', 'x.case.yaml'));
    assert.deepEqual([...reasons].sort(), [
      ...['changed', 'claim-changed', 'never-reviewed', 'review-expired', 'review-not-independent'],
      ...['review-required', 'shifted', 'unchanged', 'uncommitted'],
    ]);
  });

  it('is so of why a link cannot be reviewed', async () => {
    const items = ['nowhere.py', 'https://example.org/x', '{at: r.xml, expect: {passed: all}}', 'kk.txt#zap'];
    repository.commitFiles({
      'a.py': SOURCE,
      'kk.txt': 'zip\n',
      'r.xml': '<testsuite><testcase name="zip"/></testsuite>',
      'a.case.yaml': caseText(...items),
      'b.case.md': '# Holds\n\n**C1:** Users `a.py`\n',
    });
    const { project } = opened;
    const links = named(await project.check(), []);
    const { refused } = await project.review({ links: [...links, { case: 'x', link: 'x' }], by: ADA });
    assert.equal(refused.length, items.length + 2);
    assertMarked(refused.map(({ why }) => why));
  });
});

describe('what is said of cases and settings, in a language that marks what it says', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));
  beforeEach(sayMarked);
  afterEach(() => sayIn({}));

  it('is a message throughout', async () => {
    const standard = (title: string): string =>
      `standard: {id: OWASP-2021, title: ${title}, version: "1"}\nrequirements: {A01: Zip}\n`;
    repository.write({
      'warrant.yaml':
        'cases: [nowhere.md, ../x.md, "[a.md"]\nstandards: [nowhere.yaml]\nreviews: {required: [C9, Cc]}\n',
      'a.case.yaml': caseText('a.py').replace('case: Access\n', 'case: Access\nsubject: {path: ../x}\n'),
      'b.case.yaml': caseText('a.py').replace('case: Access\n', 'case: Access\nsubject: {path: src}\n'),
      'zip.case.yaml': '\0',
      'one.standard.yaml': standard('Zip'),
      'two.standard.yaml': standard('Zap'),
      'a.gsn.yaml': 'module: {name: M, extends: [{module: nowhere.gsn.yaml, G1: [G2]}]}\nG1: {text: Holds}\n',
      'a.dotstop.dot': 'digraph G { "NONE-1"; }\n',
      'c.case.md': '# Holds\n\n![Zip](zip.png)\n\n**C1:** Users\n',
      'a.reviews.yaml': 'zip\n',
      'a.py': '# warrant: C9\ndef login():\n    pass\n\n\n# warrant: C1\n',
      'b.py': '# warrant: a/C1\nzip = 1\n',
    });
    repository.commit();
    const { findings } = await opened.project.check();
    assertMarked(findings.map(({ message }) => message));
  });

  it('is so of what changed since a base', () => {
    const parts = { changed: ['zip'], added: ['zap'], removed: ['zep'], elsewhere: true as const };
    const differences: readonly Difference[] = [
      { kind: 'changed' },
      { kind: 'changed', parts },
      { kind: 'changed', files: ['a.py', 'b.py'] },
      { kind: 'added' },
      { kind: 'lost' },
      { kind: 'unknown', why: '' },
    ];
    assertMarked(differences.map(sayDifference));
  });

  it('is so of histories that cannot be asked', () => {
    for (const why of [
      'no-repository',
      'bare',
      'no-commits',
      'untrusted',
      'not-installed',
      'failed',
    ] as const)
      assertMarked([sayWithoutGit(why)]);
  });
});

const TESTS = `<testsuite><testcase name="zip"/><testcase name="zap"><failure message="Boom"/></testcase>
<testcase name="zep"><error/></testcase><testcase name="kk"><skipped/></testcase></testsuite>`;
const LOG = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Quick', rules: [{ id: 'zip' }, { id: 'zap' }] } },
      results: [
        { ruleId: 'zip', level: 'error', message: { text: 'Boom' } },
        { ruleId: 'zap', level: 'note', message: { text: 'Boom' }, suppressions: [{ kind: 'inSource' }] },
      ],
    },
  ],
});
const COVERED = 'TN:\nSF:a.c\nDA:1,1\nDA:2,0\nDA:3,0\nend_of_record\n';
const STATED = JSON.stringify({
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://example.org/run',
  subject: [{ name: 'quill', digest: { sha256: 'ab'.repeat(32) } }],
});

describe('what is said of reports, in a language that marks what it says', () => {
  before(sayMarked);
  after(() => sayIn({}));

  it('is a message throughout', async () => {
    const asked: readonly (readonly [report: string, ...expected: string[]])[] = [
      [
        TESTS,
        ...['{passed: all}', '{passed: [zip]}', '{passed: [zap, zep]}', '{passed: [kk, nobody]}'],
        ...['{max: {failures: 1, errors: 1}}', '{max: {skipped: 0}}', '{min: {tests: 9}}', '{maxAgeDays: 1}'],
        ...['{max: {error: 0}}', '{min: {tests: 1}, maxAgeDays: 9000}', '{passed: 3}'],
      ],
      [
        LOG,
        ...['{max: {error: 0}}', '{max: {total: 3, note: 0}, tool: quick}', '{max: {critical: 0}}'],
        ...['{max: {zips: 0}}', '{max: {zip: 1, nobody: 0}, tool: zep}', '{passed: all}'],
      ],
      [
        COVERED,
        ...['{min: {lines: 33.3}}', '{min: {lines: 90}, of: a.c}', '{min: {branches: 1, functions: 1}}'],
        ...['{min: {lines: 1}, of: lib/}', '{min: {lines: 1}, of: "[a"}'],
      ],
      [
        STATED,
        ...['{subject: quill}', '{subject: nobody}', '{commit: HEAD}', '{file: zip}', '{file: a.case.yaml}'],
        ...['{predicateType: https://example.org/x}'],
      ],
      ['<testsuite', '{passed: all}'],
      ['zip', '{passed: all}', '{equals: 1}'],
      ['', '{passed: all}'],
    ];
    const rows = asked.flatMap(([report, ...expected]) => expected.map((expect) => ({ expect, report })));
    const verdicts = await judgeReports(rows);
    assertMarked(verdicts.flatMap((verdict) => [verdict.message, summarize(verdict, TODAY)]));
  });
});
