import assert from 'node:assert/strict';
import { openForEachTest } from '../../../support/each-test.ts';
import type { TestRepository } from '../../../support/git-repository.ts';
import { type TestProject, linksOf, showLinks } from '../../../support/project.ts';
import { review, verdicts } from '../../reviews/support.ts';

const CASE = 'docs/assurance-case.md';

const SOURCE = `\
def login(user):
    limit = 3
    return check(user, limit)


def logout(user):
    forget(user)
`;

const SETTINGS = 'server:\n  session_timeout: 30\n  port: 80\nclient:\n  port: 81\n';

describe('prose that names what is no part of its file by itself', () => {
  let repository: TestRepository;
  let opened: TestProject;
  openForEachTest((made) => ({ repository, opened } = made));

  /** A claim that mentions this, and cites nothing of it. */
  const mentions = (text: string): string => `# Assurance case\n\n## C1: Only users get in. ${text}\n`;
  const cites = (text: string): string => `# Assurance case\n\n## C1: Only users.\n\n**Evidence:** ${text}\n`;

  async function shown(): Promise<string[]> {
    return showLinks(await opened.project.check());
  }

  /** The links after this replaced the first version of a file. */
  async function after(path: string, before: string, now: string, text: string): Promise<string[]> {
    repository.commitFiles({ [path]: before, [CASE]: text });
    repository.commitFiles({ [path]: now });
    return shown();
  }

  it('rests on the function that a local name is of, and on no other', async () => {
    const text = mentions('See `src/a.py` (`limit`).');
    assert.deepEqual(await after('src/a.py', SOURCE, SOURCE.replace('forget', 'drop'), text), [
      '(src/a.py#limit: current/unchanged)',
    ]);
  });

  it('is stale where that function changed, and says what was compared', async () => {
    const text = mentions('See `src/a.py` (`limit`).');
    const now = SOURCE.replace('limit = 3', 'limit = 4');
    assert.deepEqual(await after('src/a.py', SOURCE, now, text), ['(src/a.py#limit: stale/changed)']);
    const [link] = linksOf(await opened.project.check());
    const { targets, message, changes } = link!.verdict;
    assert.deepEqual(targets, [{ path: 'src/a.py', startLine: 1, endLine: 3, whole: false }]);
    assert.match(message, /What is compared is login, where it stands\. Does the claim still hold\?$/);
    assert.equal(changes.length, 1);
  });

  it('names only the commits that changed that function', async () => {
    repository.commitFiles({ 'src/a.py': SOURCE, [CASE]: mentions('See `src/a.py` (`limit`).') });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('forget', 'drop') });
    repository.commitFiles({ 'src/a.py': SOURCE.replace('forget', 'drop').replace('3', '4') });
    const [link] = linksOf(await opened.project.check());
    assert.equal(link!.verdict.changes.length, 1);
  });

  it('rests on the whole file where the name is of two functions', async () => {
    const text = mentions('See `src/a.py` (`user` field).');
    const now = SOURCE.replace('forget', 'drop');
    assert.deepEqual(await after('src/a.py', SOURCE, now, text), ['(src/a.py#user: stale/changed)']);
  });

  it('rests on the whole file where the function had another name then', async () => {
    const text = mentions('See `src/a.py` (`limit`).');
    const now = SOURCE.replace('login', 'sign_in');
    assert.deepEqual(await after('src/a.py', SOURCE, now, text), ['(src/a.py#limit: stale/changed)']);
  });

  it('rests on the only key of that name', async () => {
    const text = mentions('See `conf/app.yaml` (`session_timeout`).');
    const path = 'conf/app.yaml';
    assert.deepEqual(await after(path, SETTINGS, SETTINGS.replace('81', '82'), text), [
      '(conf/app.yaml#session_timeout: current/unchanged)',
    ]);
  });

  it('is stale where that key changed', async () => {
    const text = mentions('See `conf/app.yaml` (`session_timeout`).');
    const now = SETTINGS.replace('30', '60');
    assert.deepEqual(await after('conf/app.yaml', SETTINGS, now, text), [
      '(conf/app.yaml#session_timeout: stale/changed)',
    ]);
    const [link] = linksOf(await opened.project.check());
    assert.equal(link!.verdict.targets[0]?.startLine, 2);
  });

  it('says that a symbol is gone which was there, though the file still has the word', async () => {
    const moved = SOURCE.replace(/def login[\s\S]*limit\)\n\n\n/, 'from b import login\n\n\n');
    assert.deepEqual(await after('src/a.py', SOURCE, moved, mentions('See `src/a.py` (`login`).')), [
      '(src/a.py#login: broken/symbol-missing)',
    ]);
    const [link] = linksOf(await opened.project.check());
    assert.match(link!.verdict.message, /^login was deleted from src\/a\.py by /);
    const snapshot = await opened.project.check();
    const told = snapshot.findings.filter(({ message }) => message.includes('login'));
    assert.deepEqual(
      told.map(({ severity }) => severity),
      ['information'],
    );
  });

  it('says so where what is left stands in another function', async () => {
    const moved = `from b import login\n\n${SOURCE.replace(/def login[\s\S]*limit\)\n\n\n/, '')}    login(user)\n`;
    const text = mentions('See `src/a.py` (`login`).');
    assert.deepEqual(await after('src/a.py', SOURCE, moved, text), [
      '(src/a.py#login: broken/symbol-missing)',
    ]);
  });

  it('can be reviewed where it is cited, and is judged by that', async () => {
    const files = { 'src/a.py': SOURCE, 'conf/app.yaml': SETTINGS };
    const text = cites('`src/a.py` (`limit` constant), `conf/app.yaml` (`session_timeout`)');
    repository.commitFiles({ ...files, [CASE]: text });
    await review(repository);
    repository.commitFiles({
      'src/a.py': SOURCE.replace('forget', 'drop'),
      'conf/app.yaml': SETTINGS.replace('81', '82'),
    });
    assert.deepEqual(await verdicts(repository), [
      'src/a.py#limit: current/unchanged by Ada',
      'conf/app.yaml#session_timeout: current/unchanged by Ada',
    ]);
    repository.commitFiles({
      'src/a.py': SOURCE.replace('3', '4'),
      'conf/app.yaml': SETTINGS.replace('30', '40'),
    });
    assert.deepEqual(await verdicts(repository), [
      'src/a.py#limit: stale/changed by Ada',
      'conf/app.yaml#session_timeout: stale/changed by Ada',
    ]);
  });
});
