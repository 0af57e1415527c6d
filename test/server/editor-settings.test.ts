import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { EVIDENCE_STANDING, type EvidenceStandingParams } from '../../src/server/protocol.ts';
import { readEditorSettings } from '../../src/server/editor-settings.ts';
import { LENS_POSITIONS } from '../../src/service/code-lens.ts';
import { toUri } from '../../src/service/uris.ts';
import { type TestRepository, makeRepository } from '../support/git-repository.ts';
import { type Editor, connectEditor } from './editor.ts';

const GATE = 'def open_gate():\n    return 1\n\n\ndef close_gate():\n    return 2\n';
const CASE = `case: The gate
claims:
  C1: {text: It opens., evidence: [src/gate.py#open_gate]}
  C2: {text: It closes., evidence: [src/gate.py#close_gate, src/]}
  C3: {text: It is written down., evidence: [notes.txt, gone.txt]}
`;

describe('what a person set in the editor', () => {
  it('is read from what editors send, with defaults for all else', () => {
    const read = (codeLens: unknown): string => readEditorSettings({ warrant: { codeLens } }).lensPosition;
    assert.equal(read({ position: 'topOfFile' }), 'topOfFile');
    for (const wrong of [undefined, null, 'off', { position: 'below' }, { position: 7 }])
      assert.equal(read(wrong), 'aboveSymbol');
    assert.equal(readEditorSettings(undefined).lensPosition, 'aboveSymbol');
  });

  it('has the values that package.json offers', () => {
    const file = fileURLToPath(new URL('../../package.json', import.meta.url));
    const { contributes } = JSON.parse(readFileSync(file, 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { enum?: string[]; default?: unknown }> } };
    };
    const setting = contributes.configuration.properties['warrant.codeLens.position'];
    assert.deepEqual(setting?.enum, [...LENS_POSITIONS]);
    assert.equal(setting.default, readEditorSettings(undefined).lensPosition);
  });

  describe('over the wire', () => {
    let repository: TestRepository;
    let editor: Editor;
    const standings: EvidenceStandingParams[] = [];

    before(async () => {
      repository = makeRepository();
      repository.commitFiles({ 'src/gate.py': GATE, 'notes.txt': 'One.\n', 'gate.case.yaml': CASE });
      repository.commitFiles({ 'src/gate.py': GATE.replace('2', '3') });
      editor = await connectEditor(repository.root);
      editor.client.onNotification(EVIDENCE_STANDING, (params: EvidenceStandingParams) => {
        standings.push(params);
      });
      await editor.until('the first look', () => editor.changes.at(-1)?.busy === false);
    });
    after(() => {
      editor.client.dispose();
      repository.remove();
    });

    it('decides where lenses are', async () => {
      const uri = toUri(`${repository.root}/src/gate.py`);
      const lenses = async (position: string): Promise<string[]> => {
        await editor.client.sendNotification('workspace/didChangeConfiguration', {
          settings: { warrant: { codeLens: { position } } },
        });
        const found = await editor.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
          textDocument: { uri },
        });
        return found.map(({ range, command }) => `${range.start.line} ${command?.title}`);
      };
      assert.deepEqual(
        (await lenses('aboveSymbol')).map((lens) => lens.slice(0, 4)),
        ['0 C2', '0 St', '4 C2', '4 St'],
      );
      assert.deepEqual(await lenses('topOfFile'), [
        '0 C2 stale: 1 change since 1 Jan 2024 · C1 current',
        '0 Still holds?',
      ]);
      assert.deepEqual(await lenses('off'), []);
    });

    it('is told how evidence stands, and not while one types', async () => {
      await editor.until('the standing', () => standings.length > 0);
      assert.deepEqual(
        standings
          .at(-1)!
          .files.map(({ uri, state, words }) => [uri.slice(toUri(repository.root).length), state, words]),
        [
          ['/notes.txt', 'current', 'Evidence of 1 claim: current'],
          ['/src', 'stale', 'Evidence of 1 claim: stale'],
          ['/src/gate.py', 'stale', 'Evidence of 2 claims: 1 stale, 1 current'],
        ],
      );
      const told = standings.length;
      const seen = editor.changes.length;
      const uri = toUri(`${repository.root}/notes.txt`);
      await editor.client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'plaintext', version: 1, text: 'Two.\n' },
      });
      await editor.until('the next look', () => editor.changes.length > seen);
      assert.equal(standings.length, told);
      await editor.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
      await editor.until('the new standing', () => standings.length > told);
      assert.equal(standings.at(-1)!.files[0]!.state, 'stale');
    });
  });
});
