import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import {
  ADD_EVIDENCE,
  EVIDENCE_OFFER,
  EXTRACT_CLAIM,
  type EvidenceAnswer,
  type EvidenceOffer,
  type ExtractAnswer,
} from '../../src/server/protocol.ts';
import { toUri } from '../../src/service/uris.ts';
import { appliedEdit } from '../support/applied-edit.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const CASE = `case: Access
claims:
  C1:
    text: Only users get in.
    evidence:
      - src/gate.py
      - src/lock.py
  C2: It is sound.
`;
const GATE = 'def open(name):\n    return name\n\n\ndef close(name):\n    return None\n';

describe('the server, asked to change claim files', () => {
  let repository: TestRepository;
  let editor: Editor;

  before(async () => {
    repository = makeRepository();
    repository.commitFiles({
      'access.case.yaml': CASE,
      'src/gate.py': GATE,
      'src/lock.py': 'x = 1\n',
      'lib/new.py': GATE,
      '.gitignore': '*.log\n',
    });
    repository.write({ 'lib/made.log': 'x\n' });
    editor = await connectEditor(repository.root);
    await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
  });
  after(() => {
    editor.client.dispose();
    repository.remove();
  });

  const uri = (path: string): string => toUri(`${repository.root}/${path}`);
  const at = (line: number, character: number) => ({
    textDocument: { uri: uri('access.case.yaml') },
    position: { line, character },
  });
  const applied = (edit: WorkspaceEdit | null): string => appliedEdit(CASE, edit!, uri('access.case.yaml'));

  it('renames an id, and says why it does not', async () => {
    const place = await editor.client.sendRequest('textDocument/prepareRename', at(2, 3));
    assert.deepEqual(place, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
      placeholder: 'C1',
    });
    const edit = await editor.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(2, 3),
      newName: 'C7',
    });
    assert.equal(applied(edit), CASE.replace('C1:', 'C7:'));
    await assert.rejects(
      editor.client.sendRequest('textDocument/rename', { ...at(2, 3), newName: 'C2' }),
      /There is a node C2 in this case already/,
    );
    assert.equal(await editor.client.sendRequest('textDocument/prepareRename', at(5, 12)), null);
  });

  it('follows files that are about to move, and starts no process for it', async () => {
    editor.takeProcesses();
    const edit = await editor.client.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: uri('src'), newUri: uri('source') }],
    });
    assert.equal(applied(edit), CASE.replaceAll('src/', 'source/'));
    const nothing = await editor.client.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: uri('lib'), newUri: uri('library') }],
    });
    assert.equal(nothing, null);
    assert.deepEqual(editor.takeProcesses(), []);
  });

  const offer = (path: string, line?: number, text?: string): Promise<EvidenceOffer> =>
    editor.client.sendRequest(EVIDENCE_OFFER, {
      uri: uri(path),
      ...(line !== undefined && { range: { start: { line, character: 0 }, end: { line, character: 4 } } }),
      ...(text !== undefined && { text }),
    });

  it('makes a symbol of a file that is no evidence yet evidence of a claim', async () => {
    const offered = await offer('lib/new.py', 5);
    assert.ok('cases' in offered, JSON.stringify(offered));
    const [one] = offered.cases;
    assert.equal(one!.locator, 'lib/new.py#close');
    assert.deepEqual(
      one!.claims.map(({ id, has }) => [id, has]),
      [
        ['C1', false],
        ['C2', false],
      ],
    );
    const add = (wanted: object): Promise<EvidenceAnswer> =>
      editor.client.sendRequest(ADD_EVIDENCE, { case: one!.case, locator: one!.locator, for: wanted });
    const existing = await add({ node: 'C2' });
    assert.ok('edits' in existing, JSON.stringify(existing));
    assert.equal(existing.said, 'lib/new.py#close is evidence for C2 It is sound now, in access.case.yaml.');
    assert.equal(
      applied({ changes: { [existing.uri]: [...existing.edits] } }),
      CASE.replace(
        'C2: It is sound.',
        'C2:\n    text: It is sound.\n    evidence:\n      - lib/new.py#close',
      ),
    );
    const written = await add({ words: 'It closes.', below: 'C1' });
    assert.ok('edits' in written, JSON.stringify(written));
    assert.equal(written.node, 'C3');
    assert.equal(written.edits.length, 1, 'one edit, which one undo takes back');
    assert.match(
      applied({ changes: { [written.uri]: [...written.edits] } }),
      /claims:\n {6}C3:\n {8}text: It closes\.\n {8}evidence:\n {10}- lib\/new\.py#close\n/,
    );
    const refused = await add({ node: 'C9' });
    assert.match('refused' in refused ? refused.refused : '', /not there any more/);
  });

  it('reads what is not saved yet, and refuses what no case can point to', async () => {
    const unsaved = await offer('lib/new.py', 0, `def first():\n    pass\n`);
    assert.equal('cases' in unsaved && unsaved.cases[0]!.locator, 'lib/new.py#first');
    const whole = await offer('lib/new.py');
    assert.equal('cases' in whole && whole.cases[0]!.locator, 'lib/new.py');
    const ignored = await offer('lib/made.log');
    assert.match('refused' in ignored ? ignored.refused : '', /git ignores it/);
    const outside = await editor.client.sendRequest<EvidenceOffer>(EVIDENCE_OFFER, { uri: 'file:///x.py' });
    assert.match('refused' in outside ? outside.refused : '', /lies outside/);
  });

  it('offers to write claims otherwise, in the case and in its evidence', async () => {
    const actions = (path: string, start: number, end = start): Promise<CodeAction[]> =>
      editor.client.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uri(path) },
        range: { start: { line: start, character: 8 }, end: { line: end, character: 18 } },
        context: { diagnostics: [] },
      });
    const inCode = (await actions('src/gate.py', 1)).map(({ title }) => title);
    assert.deepEqual(inCode, ['Point C1 to open and not the whole file']);
    const extract = (await actions('access.case.yaml', 5, 6)).find(({ title }) =>
      title.startsWith('Extract'),
    );
    const answer = await editor.client.sendRequest<ExtractAnswer>(EXTRACT_CLAIM, {
      ...(extract!.command!.arguments![0] as object),
      words: 'Gates close.',
    });
    assert.equal('id' in answer && answer.id, 'C3');
  });
});
