import assert from 'node:assert/strict';
import { type TestRepository, cloneRepository, makeRepository } from '../support/git-repository.ts';
import { type TestProject, linksOf, openProject, showLinks } from '../support/project.ts';

const SOURCE = `def login(user):
    limit = 3
    return check(user, limit)


def logout(user):
    forget(user)
`;

/** A document with one claim and this for its evidence, one item each. */
function documentWith(...items: readonly string[]): string {
  return ['# Assurance case', '', '## C1: Only users get in.', '', '**Evidence:**', '']
    .concat(items.map((item) => `- ${item}`))
    .concat('')
    .join('\n');
}

const CASE = 'docs/assurance-case.md';

describe('links of prose over a real repository', () => {
  let repository: TestRepository;
  let opened: TestProject;
  const more: (() => void)[] = [];

  beforeEach(() => {
    repository = makeRepository();
    opened = openProject({ roots: [repository.root] });
  });
  afterEach(() => {
    opened.project.dispose();
    repository.remove();
    for (const end of more.splice(0)) end();
  });

  async function shown(): Promise<string[]> {
    return showLinks(await opened.project.check());
  }

  it('bind symbols to the path before them, and are compared by these alone', async () => {
    const text = documentWith('`src/a.py` (`login`, `logout`)');
    repository.commitFiles({ 'src/a.py': SOURCE, [CASE]: text });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('forget', 'drop') });
    assert.deepEqual(await shown(), ['src/a.py#login: current/unchanged', 'src/a.py#logout: stale/changed']);
  });

  it('may have spaces and such in their paths, and say so where there is no such file', async () => {
    const text = documentWith(
      '`src/with space/x.py`',
      '`src/(p).py`',
      '`src/with spce/x.py`',
      '`src/(q).py`',
      '`src/run tests/all.py`',
      '`cat src/all.py`',
      '`@scope/three.js`',
      'what `src/in prose/x.py` says',
    );
    const files = {
      'src/with space/x.py': SOURCE,
      'src/(p).py': SOURCE,
      'src/run': 'x\n',
      'src/in prose/x.py': 'x',
    };
    repository.commitFiles({ ...files, [CASE]: text });
    assert.deepEqual(await shown(), [
      'src/with space/x.py: current/unchanged',
      'src/(p).py: current/unchanged',
      'src/(q).py: broken/missing',
      'src/in prose/x.py: current/unchanged',
    ]);
    const { findings } = await opened.project.check();
    const unread = findings.filter(({ rule }) => rule === 'evidence-unread');
    assert.deepEqual(
      unread.map(({ message, severity, node }) => [message.split(' is ')[0], severity, node]),
      [['`src/with spce/x.py`', 'information', 'C1']],
    );
  });

  it('mean what a name stands in that is no symbol, else the whole file, and say so of one that is not there', async () => {
    const text = documentWith(
      '`src/a.py` (`limit` constant)',
      '`src/a.py` (`sign_in()`)',
      '`src/b.swift` (`Run`)',
      '`b.yml` (`all:x` task)',
    );
    const files = { 'src/a.py': SOURCE, 'src/b.swift': 'import b\n', 'b.yml': 'x: 1\n' };
    repository.commitFiles({ ...files, [CASE]: text });
    assert.deepEqual(await shown(), [
      'src/a.py#limit: current/unchanged',
      'src/a.py#sign_in: broken/symbol-missing',
      'src/b.swift#Run: current/unchanged',
      'b.yml#all:x: current/unchanged',
    ]);
    const [limit, , run] = linksOf(await opened.project.check());
    assert.equal(limit?.verdict.targets[0]?.endLine, 3, 'the function that it is of');
    assert.equal(run?.verdict.targets[0]?.whole, true);
  });

  it('are no evidence where git ignores them, or where nothing says that they are paths', async () => {
    const text = documentWith('`reports/audit/all.html`, `config.yaml`, `os/exec`, `lib/gone.py`');
    repository.commitFiles({ '.gitignore': 'reports/\n', [CASE]: text });
    assert.deepEqual(await shown(), ['lib/gone.py: broken/missing']);
  });

  it('are evidence where git says that a doubtful name was a path', async () => {
    repository.commitFiles({
      'policy.yaml': 'a: 1\n',
      'src/a.py': SOURCE,
      [CASE]: documentWith('`policy.yaml`'),
    });
    assert.deepEqual(await shown(), ['policy.yaml: current/unchanged']);
    repository.rename('policy.yaml', 'src/rules.yaml');
    repository.commit();
    assert.deepEqual(await shown(), ['policy.yaml: broken/moved']);
  });

  it('are not missing where they lie in a submodule that is not there', async () => {
    const other = makeRepository();
    more.push(() => other.remove());
    const commit = other.commitFiles({ 'x.md': 'x\n' });
    repository.commitFiles({ [CASE]: documentWith('`third/party/x.md`') });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},third/party`);
    repository.git('commit', '-q', '-m', 'Add a submodule');
    assert.deepEqual(await shown(), ['third/party/x.md: unknown/not-fetched']);
  });

  describe('that are web addresses', () => {
    const address = (ref: string, path: string): string =>
      `https://git.example/team/tool/blob/${ref}/${path}`;

    it('are paths where a remote says that they are of this repository', async () => {
      repository.commitFiles({ 'src/a.py': SOURCE });
      repository.git('remote', 'add', 'origin', 'git@git.example:team/tool.git');
      const other = 'https://git.example/else/where/blob/main/src/a.py';
      repository.commitFiles({
        [CASE]: documentWith(`[a](${address('main', 'src/a.py')})`, `[b](${other})`),
      });
      assert.deepEqual(await shown(), [
        `${address('main', 'src/a.py')}: current/unchanged`,
        `${other}: unknown/external`,
      ]);
    });

    it('are missing only where git says that something was there', async () => {
      repository.git('remote', 'add', 'origin', 'https://git.example/team/tool');
      repository.commitFiles({ 'src/a.py': SOURCE });
      const [gone, never] = [address('main', 'src/a.py'), address('main', 'src/never.py')];
      repository.commitFiles({ [CASE]: documentWith(`<${gone}>`, `<${never}>`) });
      repository.delete('src/a.py');
      repository.commit();
      assert.deepEqual(await shown(), [`${gone}: broken/deleted`, `${never}: unknown/external`]);
    });

    it('and name a commit are judged against that, with its lines', async () => {
      repository.git('remote', 'add', 'origin', 'https://git.example/team/tool');
      const pinned = repository.commitFiles({ 'src/a.py': SOURCE }, { author: 'Cy' });
      repository.commitFiles({ 'src/a.py': `import directory\n\n\n${SOURCE}` });
      repository.commitFiles({ 'src/a.py': `import directory\n\n\n${SOURCE.replace('forget', 'drop')}` });
      const lines = [1, 6].map((from) => `${address(pinned, 'src/a.py')}#L${from}-L${from + 1}`);
      repository.commitFiles({ [CASE]: documentWith(...lines.map((line) => `<${line}>`)) });
      assert.deepEqual(await shown(), [`${lines[0]}: current/shifted`, `${lines[1]}: stale/changed`]);
      const links = linksOf(await opened.project.check());
      for (const { verdict } of links) {
        assert.equal(verdict.baseline?.by, 'permalink');
        assert.equal(verdict.baseline.commit, pinned);
        assert.equal(verdict.baseline.author, 'Cy');
      }
      assert.equal(links[0]?.verdict.targets[0]?.startLine, 4);
    });

    it('and name a commit that was never fetched are unknown', async () => {
      repository.commitFiles({ 'src/a.py': SOURCE });
      repository.git('remote', 'add', 'origin', 'https://git.example/team/tool');
      const url = address('f'.repeat(40), 'src/a.py');
      repository.commitFiles({ [CASE]: documentWith(`<${url}>`) });
      assert.deepEqual(await shown(), [`${url}: unknown/not-fetched`]);
    });

    it('and name a commit behind the end of a shallow clone are unknown, too', async () => {
      const pinned = repository.commitFiles({ 'src/a.py': SOURCE });
      const url = address(pinned, 'src/a.py');
      repository.commitFiles({ [CASE]: documentWith(`<${url}>`) });
      const clone = cloneRepository(repository, '--depth=1');
      clone.git('remote', 'set-url', 'origin', 'https://git.example/team/tool');
      const shallow = openProject({ roots: [clone.root] });
      more.push(
        () => shallow.project.dispose(),
        () => clone.remove(),
      );
      assert.deepEqual(showLinks(await shallow.project.check()), [`${url}: unknown/shallow`]);
    });
  });
});
