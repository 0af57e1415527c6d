import assert from 'node:assert/strict';
import type {
  CompletionItem,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  MarkupContent,
  SelectionRange,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { toUri } from '../../src/service/uris.ts';
import { withCursor } from '../support/cursor.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE =
  'case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence:\n      - src/a.py#login\n';
const SOURCE = 'def login(user):\n    return check(user)\n';

describe('language features over the wire', () => {
  let repository: TestRepository;
  let editor: Editor;

  before(async () => {
    repository = makeRepository();
    repository.commitFiles(
      { 'a.case.yaml': CASE, 'src/a.py': SOURCE, 'other.yaml': 'a: b\n' },
      { author: 'Ada' },
    );
    editor = await connectEditor(repository.root);
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  const uri = (path: string): string => toUri(`${repository.root}/${path}`);
  let version = 1;
  const open = (path: string, text: string): Promise<void> =>
    editor.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(path), languageId: 'x', version: ++version, text },
    });
  const type = (path: string, text: string): Promise<void> =>
    editor.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(path), version: ++version },
      contentChanges: [{ text }],
    });
  const ask = <T>(method: string, more: object = {}, path = 'a.case.yaml'): Promise<T> =>
    editor.client.sendRequest(`textDocument/${method}`, { textDocument: { uri: uri(path) }, ...more });

  it('answers at once after the file was opened, as soon as it is read', async () => {
    await open('a.case.yaml', CASE);
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((one) => one.name)]),
      [['Access', ['C1 Only users get in.']]],
    );
  });

  it('completes what is typed right now, and describes it', async () => {
    const { text, position } = withCursor(`${CASE}      - src/a.py#¦`);
    await type('a.case.yaml', text);
    const { items } = await ask<CompletionList>('completion', { position });
    const login = items.find(({ label }) => label === 'login')!;
    const described = await editor.client.sendRequest<CompletionItem>('completionItem/resolve', login);
    assert.match((described.documentation as MarkupContent).value, /def login/);
    await type('a.case.yaml', CASE);
  });

  it('runs no git on keystrokes', async () => {
    editor.takeProcesses();
    const { text, position } = withCursor(`${CASE}      - src/¦`);
    await type('a.case.yaml', text);
    await ask('completion', { position });
    await ask('inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } });
    await type('a.case.yaml', CASE);
    assert.deepEqual(editor.takeProcesses(), []);
  });

  it('marks places of the text as it is now', async () => {
    await type('a.case.yaml', `# a line more\n${CASE}`);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [hint, ...others] = await ask<InlayHint[]>('inlayHint', { range });
    assert.deepEqual(
      [hint!.position, hint!.label, others.length],
      [{ line: 6, character: 22 }, 'current', 0],
    );
    const { tooltip } = await editor.client.sendRequest<InlayHint>('inlayHint/resolve', hint);
    assert.match((tooltip as MarkupContent).value, /src\/a\\\.py/);
    const [link] = await ask<DocumentLink[]>('documentLink');
    assert.equal(link!.target, `${uri('src/a.py')}#L1`);
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    assert.deepEqual(data.slice(0, 3), [3, 2, 2]);
    await type('a.case.yaml', CASE);
  });

  it('answers at a cursor', async () => {
    const hover = await ask<Hover>('hover', { position: { line: 4, character: 6 } });
    assert.match((hover.contents as MarkupContent).value, /\*\*evidence\*\*/);
    const [selection] = await ask<SelectionRange[]>('selectionRange', {
      positions: [{ line: 5, character: 20 }],
    });
    assert.ok(selection!.parent?.parent);
    assert.equal(await ask('documentHighlight', { position: { line: 2, character: 3 } }), null);
    const found = await editor.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'c1' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['C1 Only users get in.'],
    );
  });

  it('has nothing to say in files that are no cases', async () => {
    await open('other.yaml', 'a: b\n');
    await open('src/a.py', SOURCE);
    for (const path of ['other.yaml', 'src/a.py']) {
      assert.equal(await ask('completion', { position: { line: 0, character: 1 } }, path), null);
      assert.equal(await ask('documentSymbol', {}, path), null);
      assert.equal(await ask('semanticTokens/full', {}, path), null);
    }
  });
});
