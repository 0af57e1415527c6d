import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, judged } from './support.ts';
import { CASE } from './workspace.ts';

describe('converting a case', () => {
  before(judged);
  afterEach(closeAll);

  it('opens it in another notation, as a document beside it that is not saved', async () => {
    await vscode.commands.executeCommand('warrant.convert', fileUri(CASE), 'markdown');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.match(document.fileName, /\.case\.md$/);
    assert.match(document.getText(), /^- \*\*Claim C1:\*\* /m);
  });
});
