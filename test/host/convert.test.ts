import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, judged } from './support.ts';
import { CASE } from './workspace.ts';

/** Converts the case, and gives the document that appears. */
async function convert(to: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('warrant.convert', fileUri(CASE), to);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled);
  return document;
}

describe('converting a case', () => {
  before(judged);
  afterEach(closeAll);

  it('opens it in another notation, as a document beside it that is not saved', async () => {
    const document = await convert('markdown');
    assert.match(document.fileName, /\.case\.md$/);
    assert.match(document.getText(), /^- \*\*Claim C1:\*\* /m);
  });

  it('is done when the document is there, while the message about what is lost waits for an answer', async () => {
    const document = await convert('ltac');
    assert.match(document.getText(), /^- Claim C1: /m);
  });
});
