import assert from 'node:assert/strict';
import { caseText } from '../support/case-text.ts';
import { openForEachTest } from '../support/each-test.ts';
import type { TestRepository } from '../support/git-repository.ts';
import { summarize } from '../../src/project/judging/explain.ts';
import { TODAY, type TestProject, linksOf, showLinks } from '../support/project.ts';

const SOURCE = `def login(user):
    return check(user)


def logout(user):
    forget(user)
`;

describe('verdicts over a real repository', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  /** Commits a case over `src/a.py`, then does something, then gives the verdicts. */
  async function after(locators: readonly string[], change: () => void): Promise<string[]> {
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': caseText(...locators) });
    change();
    return showLinks(await opened.project.check());
  }

  it('of a folder that a file took the place of say that it is deleted', async () => {
    const replace = (): void => {
      repository.git('rm', '-rq', 'src');
      repository.write({ src: 'no folder\n' });
    };
    const links = ['src/', 'src/a.py', 'src/a.py#login'];
    const gone = links.map((link) => `${link}: broken/deleted`);
    assert.deepEqual(await after(links, replace), ['src/: broken/missing', ...gone.slice(1)]);
    assert.match(linksOf(await opened.project.check())[0]!.verdict.message, /^src is a file now/);
    const head = repository.commit();
    const snapshot = await opened.project.check();
    assert.deepEqual(showLinks(snapshot), gone);
    for (const { verdict } of linksOf(snapshot)) {
      assert.match(verdict.message, /was deleted by/);
      assert.equal(verdict.changes?.[0]?.commit, head);
    }
  });

  const edits: [title: string, edit: (source: string) => string, expected: Record<string, string>][] = [
    [
      'nothing',
      (s) => s,
      { file: 'current/unchanged', symbol: 'current/unchanged', range: 'current/unchanged' },
    ],
    [
      'the body of the function',
      (s) => s.replace('check(user)', 'True'),
      { file: 'stale/changed', symbol: 'stale/changed', range: 'stale/changed' },
    ],
    [
      'another function',
      (s) => s.replace('forget(user)', 'pass'),
      { file: 'stale/changed', symbol: 'current/unchanged', range: 'current/unchanged' },
    ],
    [
      'a comment',
      (s) => s.replace('check(user)', 'check(user)  # asks the directory'),
      { file: 'current/cosmetic', symbol: 'current/cosmetic', range: 'current/cosmetic' },
    ],
    [
      'code above',
      (s) => `import directory\n\n\n${s}`,
      { file: 'stale/changed', symbol: 'current/unchanged', range: 'current/shifted' },
    ],
    [
      'the name',
      (s) => s.replace('def login', 'def sign_in'),
      { file: 'stale/changed', symbol: 'broken/symbol-missing', range: 'stale/changed' },
    ],
    [
      'all of it',
      () => '',
      { file: 'stale/changed', symbol: 'broken/symbol-missing', range: 'broken/range-outside' },
    ],
    [
      'line ends',
      (s) => s.replaceAll('\n', '\r\n'),
      { file: 'current/cosmetic', symbol: 'current/cosmetic', range: 'current/unchanged' },
    ],
  ];
  const anchors: [anchor: string, locator: string][] = [
    ['file', 'src/a.py'],
    ['symbol', 'src/a.py#login'],
    ['range', 'src/a.py#L1-L2'],
  ];
  for (const [title, edit, expected] of edits) {
    it(`after a commit that changed ${title}`, async () => {
      const locators = anchors.map(([, locator]) => locator);
      const shown = await after(locators, () => repository.commitFiles({ 'src/a.py': edit(SOURCE) }));
      assert.deepEqual(
        shown,
        anchors.map(([anchor, locator]) => `${locator}: ${expected[anchor]}`),
      );
    });
  }

  it('tells changes in the working tree from committed ones', async () => {
    const locators = ['src/a.py', 'src/a.py#login', 'src/a.py#logout'];
    const shown = await after(locators, () =>
      repository.write({ 'src/a.py': SOURCE.replace('check(user)', 'True') }),
    );
    assert.deepEqual(shown, [
      'src/a.py: stale/uncommitted',
      'src/a.py#login: stale/uncommitted',
      'src/a.py#logout: current/unchanged',
    ]);
  });

  it('says so when a change came to the committed ones', async () => {
    const shown = await after(['src/a.py#login', 'src/a.py#logout'], () => {
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check', 'ask').replace('forget', 'drop') });
      repository.write({ 'src/a.py': SOURCE.replace('check', 'look').replace('forget', 'drop') });
    });
    assert.deepEqual(shown, ['src/a.py#login: stale/changed', 'src/a.py#logout: stale/changed']);
    const verdicts = linksOf(await opened.project.check()).map(({ verdict }) => verdict);
    assert.deepEqual(
      verdicts.map((verdict) => summarize(verdict, TODAY)),
      ['stale: 1 change since 1 Jan 2024, and one not committed', 'stale: 1 change since 1 Jan 2024'],
    );
  });

  it('is current again when the change is reverted, and when the claim is edited', async () => {
    await after(['src/a.py'], () => repository.commitFiles({ 'src/a.py': 'pass\n' }));
    repository.commitFiles({ 'src/a.py': SOURCE });
    opened.project.forgetAll();
    assert.deepEqual(showLinks(await opened.project.check()), ['src/a.py: current/unchanged']);
    repository.commitFiles({ 'src/a.py': 'pass\n' });
    repository.commitFiles({ 'a.case.yaml': caseText('src/a.py').replace('Only users', 'Users alone') });
    opened.project.forgetAll();
    assert.deepEqual(showLinks(await opened.project.check()), ['src/a.py: current/unchanged']);
  });

  it('takes the last of the commits that made the link and its claim', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': caseText('src/a.py#login') });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    repository.commitFiles({ 'a.case.yaml': `# a note\n${caseText('src/a.py#login')}` });
    const [link] = linksOf(await opened.project.check());
    assert.equal(link?.verdict.state, 'stale', 'a line elsewhere in the file judges nothing');
  });

  it('says who changed what since, and only what changed the meaning', async () => {
    repository.commitFiles(
      { 'src/a.py': SOURCE, 'a.case.yaml': caseText('src/a.py#login') },
      { author: 'Ada' },
    );
    const edit = (from: string, to: string, author: string, message: string): string => {
      const source = repository.git('show', 'HEAD:src/a.py') + '\n';
      return repository.commitFiles({ 'src/a.py': source.replace(from, to) }, { author, message });
    };
    edit('check(user)', 'check(user, 1)', 'Ben', 'Check once');
    edit('forget(user)', 'pass', 'Cy', 'Forget nothing');
    edit('check(user, 1)', 'check(user,  1)', 'Cy', 'Reformat');
    const last = edit('check(user,  1)', 'check(user, 2)', 'Dot', 'Check twice');
    const [link] = linksOf(await opened.project.check());
    assert.deepEqual(
      link?.verdict.changes.map(({ author, summary }) => `${author}: ${summary}`),
      ['Dot: Check twice', 'Ben: Check once'],
    );
    assert.equal(link.verdict.changes[0]?.commit, last);
    assert.equal(link.verdict.baseline?.author, 'Ada');
    assert.match(
      link.verdict.message,
      /changed since its claim was last edited \(.*, Ada\): 2 times, last by Dot .*“Check twice”/,
    );
  });

  it('says who judged unchanged evidence where the claim file is open, at the cost of one blame', async () => {
    const text = caseText('src/a.py', 'src/a.py#login');
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': text }, { author: 'Ada' });
    const authors = async (): Promise<(string | undefined)[]> =>
      linksOf(await opened.project.check()).map(({ verdict }) => verdict.baseline?.author);
    assert.deepEqual(await authors(), [undefined, undefined]);
    opened.takeProcesses();
    opened.project.setDocument(`${repository.root}/a.case.yaml`, text);
    assert.deepEqual(await authors(), ['Ada', 'Ada']);
    assert.equal(opened.takeProcesses().filter((name) => name === 'blame').length, 1);
  });

  it('follows a range through several commits', async () => {
    const shown = await after(['src/a.py#L5-L6'], () => {
      repository.commitFiles({ 'src/a.py': `import os\n${SOURCE}` });
      repository.commitFiles({ 'src/a.py': `import os\nimport sys\n${SOURCE}` });
    });
    assert.deepEqual(shown, ['src/a.py#L5-L6: current/shifted']);
    const [link] = linksOf(await opened.project.check());
    assert.deepEqual(
      link?.verdict.suggestions.map(({ locator }) => locator),
      ['src/a.py#L7-L8'],
    );
  });

  it('says where a file went', async () => {
    const shown = await after(['src/a.py', 'src/b.py', 'tests/a.py', 'SRC/a.py'], () => {
      repository.rename('src/a.py', 'lib/a.py');
      repository.commit({ author: 'Ben', message: 'Make it a library' });
    });
    assert.deepEqual(shown, [
      'src/a.py: broken/moved',
      'src/b.py: broken/missing',
      'tests/a.py: broken/missing',
      'SRC/a.py: broken/missing',
    ]);
    const [moved, , elsewhere] = linksOf(await opened.project.check());
    assert.equal(moved?.verdict.suggestions[0]?.locator, 'lib/a.py');
    assert.match(moved.verdict.message, /moved to lib\/a.py by Ben .*“Make it a library”/);
    assert.equal(elsewhere?.verdict.suggestions[0]?.locator, 'lib/a.py');
  });

  it('says of what moved whether it changed, too, before somebody judges it by pointing there', async () => {
    await after(['src/a.py#login', 'src/a.py#logout'], () => {
      repository.rename('src/a.py', 'lib/a.py');
      repository.commit({ message: 'Move' });
      repository.commitFiles({ 'lib/a.py': SOURCE.replace('check(user)', 'True') });
    });
    const messages = linksOf(await opened.project.check()).map(({ verdict }) => verdict.message);
    assert.match(
      messages[0] ?? '',
      /to lib\/a\.py#login .* It changed since it was judged, too: look at that before/,
    );
    assert.match(messages[1] ?? '', /to lib\/a\.py#logout .*\(\w{8}\)\. Point the link there\.$/);
  });

  it('takes nobody for having judged evidence who only laid the case out anew', async () => {
    const shown = await after(['src/a.py'], () => {
      repository.commitFiles({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
      repository.commitFiles({ 'a.case.yaml': caseText('src/a.py').replaceAll('      -', '        -') });
      repository.commitFiles({ 'a.case.yaml': caseText('src/a.py').replaceAll('\n', '\r\n') });
    });
    assert.deepEqual(shown, ['src/a.py: stale/changed']);
  });

  it('says where a file went before that is committed', async () => {
    const shown = await after(['src/a.py#login'], () => repository.rename('src/a.py', 'lib/b.py'));
    assert.deepEqual(shown, ['src/a.py#login: broken/moved']);
    repository.git('add', '-A');
    assert.deepEqual(showLinks(await opened.project.check()), ['src/a.py#login: broken/moved'], 'staged');
    repository.git('reset', '-q');
    repository.write({ 'lib/b.py': 'pass\n' });
    opened.project.forgetAll();
    assert.deepEqual(showLinks(await opened.project.check()), ['src/a.py#login: broken/deleted']);
    repository.rename('lib/b.py', 'lib/a.py');
    opened.project.forgetAll();
    const [link] = linksOf(await opened.project.check());
    assert.equal(link?.verdict.reason, 'moved');
    assert.deepEqual(
      link.verdict.suggestions.map(({ locator }) => locator),
      ['lib/a.py#login'],
    );
  });

  it('says which commit deleted a file, and sees one that is deleted but not committed', async () => {
    repository.commitFiles({ 'src/b.py': 'pass\n' });
    const shown = await after(['src/a.py', 'src/b.py'], () => {
      repository.delete('src/a.py');
      repository.commit({ author: 'Cy', message: 'Remove a' });
      repository.delete('src/b.py');
    });
    assert.deepEqual(shown, ['src/a.py: broken/deleted', 'src/b.py: broken/deleted']);
    const [first] = linksOf(await opened.project.check());
    assert.match(first?.verdict.message ?? '', /deleted by Cy .*“Remove a”/);
  });

  it('follows a renamed file whose link was updated', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, 'a.case.yaml': caseText('lib/a.py#login') });
    repository.rename('src/a.py', 'lib/a.py');
    repository.commit();
    assert.deepEqual(showLinks(await opened.project.check()), ['lib/a.py#login: current/unchanged']);
  });

  it('compares folders and globs file by file', async () => {
    repository.commitFiles({ 'src/b.py': 'pass\n', 'docs/x.txt': 'x\n', 'docs/y.txt': 'y\n' });
    const shown = await after(['src/', 'docs/*.txt', 'src/**'], () => {
      repository.commitFiles({ 'src/b.py': 'pass  # nothing\n' });
      repository.commitFiles({ 'docs/z.txt': 'z\n' }, { author: 'Cy' });
    });
    assert.deepEqual(shown, [
      'src/: current/cosmetic',
      'docs/*.txt: stale/changed',
      'src/**: current/cosmetic',
    ]);
    const changed = linksOf(await opened.project.check())[1]?.verdict;
    assert.match(changed?.message ?? '', /\. New: z\.txt\. Does/);
    repository.delete('docs/y.txt');
    repository.commitFiles({ 'docs/x.txt': 'w\n' });
    opened.project.forgetAll();
    const [, edited] = linksOf(await opened.project.check());
    assert.match(
      edited?.verdict.message ?? '',
      /1 of its 2 files changed: x\.txt; new: z\.txt; gone: y\.txt\./,
    );
  });

  it('has no baseline for lines that are not committed', async () => {
    const shown = await after(['src/a.py'], () =>
      repository.write({ 'a.case.yaml': caseText('src/a.py', 'src/a.py#login') }),
    );
    assert.deepEqual(shown, ['src/a.py: current/unchanged', 'src/a.py#login: unreviewed/never-reviewed']);
  });

  it('does not call evidence judged that came after the claim', async () => {
    repository.commitFiles({ 'a.case.yaml': caseText('src/a.py') });
    repository.commitFiles({ 'src/a.py': SOURCE });
    assert.deepEqual(showLinks(await opened.project.check()), ['src/a.py: unreviewed/never-reviewed']);
  });

  it('never looks outside, whatever the locator says', async () => {
    const shown = await after(
      [
        '../../etc/passwd',
        '/etc/passwd',
        'src/../../x',
        'file:///etc/passwd',
        '~/x',
        'https://example.org/x',
      ],
      () => {},
    );
    assert.deepEqual(
      shown.map((line) => line.replace(/^.*: /, '')),
      [...Array<string>(5).fill('broken/outside-root'), 'unknown/external'],
    );
  });
});
