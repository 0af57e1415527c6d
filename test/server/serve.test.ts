import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { REVISION_TEXT, COMMIT_TEXT, TREE, TRUST_GRANTED } from '../../src/server/protocol.ts';
import type { TreeItem } from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE =
  'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence:\n      - src/a.py#login\n';
const SOURCE = 'def login(user):\n    return check(user)\n';

describe('the language server', () => {
  let repository: TestRepository;
  let editor: Editor;

  beforeEach(() => {
    repository = makeRepository();
    repository.commitFiles({ 'a.case.yaml': CASE, 'src/a.py': SOURCE }, { author: 'Ada' });
  });
  afterEach(() => {
    editor.client.dispose();
    repository.remove();
  });

  async function connect(trusted = true): Promise<Editor> {
    editor = await connectEditor(repository.root, trusted);
    return editor;
  }

  const uri = (path: string): string => toUri(`${repository.root}/${path}`);
  const idle = (): boolean => editor.changes.at(-1)?.busy === false;
  const open = (path: string, text: string): Promise<void> =>
    editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(path), languageId: 'x', version: 1, text },
    });
  const type = (path: string, text: string, version: number): Promise<void> =>
    editor.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(path), version },
      contentChanges: [{ text }],
    });
  const lens = async (): Promise<string | undefined> => {
    const lenses = await editor.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uri('src/a.py') },
    });
    return lenses[0]?.command?.title;
  };
  const changed = (files: Record<string, string>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) writeFileSync(`${repository.root}/${path}`, text);
    return editor.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.keys(files).map((path) => ({ uri: uri(path), type: 2 })),
    });
  };

  it('goes on when an editor refuses what it said that it could', async () => {
    const workspace = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
    editor = await connectEditor(repository.root, true, { workspace });
    await editor.until('the first look', idle);
    const symbols = await editor.client.sendRequest<unknown[]>('workspace/symbol', { query: 'users' });
    assert.equal(symbols.length, 1);
  });

  it('judges by itself, and follows what is typed and undone without running git', async () => {
    await connect();
    await editor.until('the first look', idle);
    assert.equal(await lens(), 'C1 Only users get in · current');
    await open('src/a.py', SOURCE);
    await editor.until('the look after opening', idle);
    editor.takeProcesses();
    await type('src/a.py', SOURCE.replace('check(user)', 'True'), 2);
    await editor.until(
      'a warning',
      () => editor.diagnostics('a.case.yaml')?.[0]?.code === 'evidence-uncommitted',
    );
    assert.equal(await lens(), 'C1 Only users get in · stale: changed, not committed');
    await type('src/a.py', SOURCE, 3);
    await editor.until('no warning', () => editor.diagnostics('a.case.yaml')?.length === 0);
    assert.equal(await lens(), 'C1 Only users get in · current');
    assert.deepEqual(editor.takeProcesses(), []);
  });

  it('follows saves and commits', async () => {
    await connect();
    await editor.until('the first look', idle);
    await changed({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    await editor.until(
      'a warning',
      () => editor.diagnostics('a.case.yaml')?.[0]?.code === 'evidence-uncommitted',
    );
    repository.commit({ author: 'Ben', message: 'Let all in' });
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('.git/logs/HEAD'), type: 2 }],
    });
    await editor.until(
      'the commit',
      () => editor.diagnostics('a.case.yaml')?.[0]?.code === 'evidence-changed',
    );
    assert.match(String(editor.diagnostics('a.case.yaml')?.[0]?.message), /by Ben/);
    assert.equal(await lens(), 'C1 Only users get in · stale: 1 change since 1 Jan 2024');
  });

  it('follows the claim file as it is typed, half typed too', async () => {
    await connect();
    await editor.until('the first look', idle);
    await open('a.case.yaml', CASE);
    await type('a.case.yaml', CASE.replace('#login', '#logout'), 2);
    await editor.until(
      'an error',
      () => editor.diagnostics('a.case.yaml')?.[0]?.code === 'evidence-symbol-missing',
    );
    await type('a.case.yaml', `${CASE}      - src/`, 3);
    await editor.until('the error to go', () => editor.diagnostics('a.case.yaml')?.length === 0);
    const items = await editor.client.sendRequest<TreeItem[]>(TREE, {});
    assert.deepEqual(
      items.map(({ label, description }) => `${label} ${description}`),
      ['Access 1/2'],
    );
  });

  it('follows the settings as they are typed and made, and leads from a finding to the page of its rule', async () => {
    await connect();
    await editor.until('the first look', idle);
    const said = (path: string) =>
      editor
        .diagnostics(path)
        ?.map(({ code, severity, codeDescription }) => [code, severity, codeDescription]);
    const page = (rule: string) => ({ href: `file:///pages/${rule}.md` });
    await changed({ 'src/a.py': SOURCE.replace('check(user)', 'True') });
    await editor.until('a warning', () => editor.diagnostics('a.case.yaml')?.length === 1);
    assert.deepEqual(said('a.case.yaml'), [['evidence-uncommitted', 2, page('evidence-uncommitted')]]);
    writeFileSync(`${repository.root}/warrant.yaml`, 'rules: {evidence-uncommitted: error}\n');
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('warrant.yaml'), type: 1 }],
    });
    await editor.until('an error', () => editor.diagnostics('a.case.yaml')?.[0]?.severity === 1);
    await open('warrant.yaml', 'rules: {evidence-uncommitted: off}\n');
    await editor.until('silence', () => editor.diagnostics('a.case.yaml')?.length === 0);
    await type('warrant.yaml', 'rules: {evidence-uncommited: off}\n', 2);
    await editor.until('a mistake', () => editor.diagnostics('warrant.yaml')?.length === 1);
    assert.deepEqual(said('warrant.yaml'), [['settings', 1, page('settings')]]);
    await type('warrant.yaml', '', 3);
    await editor.until('no mistake', () => editor.diagnostics('warrant.yaml')?.length === 0);
  });

  it('runs no git until the workspace is trusted, and says what that costs', async () => {
    await connect(false);
    await editor.until('the first look', idle);
    assert.equal(await lens(), 'C1 Only users get in · unknown: no history');
    assert.match(editor.changes.at(-1)?.summary.notices[0] ?? '', /not trusted.*Trust the workspace/);
    assert.deepEqual(editor.takeProcesses(), []);
    const before = editor.changes.length;
    await editor.client.sendNotification(TRUST_GRANTED);
    await editor.until('a look with git', () => editor.changes.length > before + 1 && idle());
    assert.equal(await lens(), 'C1 Only users get in · current');
    assert.deepEqual(editor.changes.at(-1)?.summary.notices, []);
  });

  it('shows files and commits of known repositories only', async () => {
    await connect();
    await editor.until('the first look', idle);
    const commit = repository.git('rev-parse', 'HEAD');
    const revision = { root: repository.root, commit, path: 'src/a.py' };
    assert.equal(await editor.client.sendRequest(REVISION_TEXT, revision), SOURCE);
    const text = await editor.client.sendRequest<string>(COMMIT_TEXT, revision);
    assert.match(text, /^commit [0-9a-f]{40}\nAuthor: Ada <ada@example.org>[^]*\+def login\(user\):/);
    for (const wrong of [
      { ...revision, root: '/' },
      { ...revision, commit: 'HEAD' },
      { ...revision, commit: '--output=/tmp/x' },
      { ...revision, path: '../x' },
      { ...revision, path: 'src/none.py' },
    ])
      assert.equal(await editor.client.sendRequest(REVISION_TEXT, wrong), null);
  });
});
