import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';
import { CASE } from './workspace.ts';

async function text(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(fileUri(path))).getText();
}

/** What is on the disk. */
async function saved(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
}

describe('editing', () => {
  let original: string;

  before(async () => {
    await judged();
    original = await saved(CASE);
  });
  afterEach(closeAll);

  it('renames an id wherever it is written, and one undo takes it back', async () => {
    await open(CASE);
    const edit = await eventually(
      'the rename',
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
          'vscode.executeDocumentRenameProvider',
          fileUri(CASE),
          new vscode.Position(5, 7),
          'C9',
        ),
      (found) => found !== undefined,
    );
    assert.ok(await vscode.workspace.applyEdit(edit!));
    assert.equal(await text(CASE), original.replace('C2:', 'C9:'));
    await vscode.commands.executeCommand('undo');
    assert.equal(await text(CASE), original);
  });

  it('says why an id cannot be had', async () => {
    await open(CASE);
    const asked = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      fileUri(CASE),
      new vscode.Position(5, 7),
      'C1',
    );
    await assert.rejects(Promise.resolve(asked), /There is a node C1 in this case already/);
  });

  it('follows a folder that is renamed', async () => {
    const rename = async (from: string, to: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(fileUri(from), fileUri(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename('server', 'backend');
    await eventually(
      'the new locators',
      () => text(CASE),
      (found) => found.includes('backend/transport.py#require_tls'),
    );
    assert.equal(await text(CASE), original.replaceAll('server/', 'backend/'));
    // What it was told of on the way is known again, too.
    await vscode.workspace.saveAll();
    await open('backend/transport.py');
    await eventually(
      'the lens on the moved file',
      () =>
        vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          fileUri('backend/transport.py'),
          100,
        ),
      (found) => found.some(({ command }) => command?.title.includes('C2')),
    );
    await rename('backend', 'server');
    await eventually(
      'the old locators',
      () => text(CASE),
      (found) => found === original,
    );
    await vscode.workspace.saveAll();
    await eventually(
      'the file',
      () => saved(CASE),
      (found) => found === original,
    );
  });

  it('makes what is selected in a file that is no evidence yet evidence of a claim, without opening the case', async () => {
    await eventually(
      'the case',
      () => text(CASE),
      (found) => found === original,
    );
    await closeAll();
    await vscode.window.showTextDocument(fileUri('README.md'), { selection: new vscode.Range(0, 0, 0, 5) });
    const before = await text(CASE);
    void vscode.commands.executeCommand('warrant.useAsEvidence');
    const after = await eventually(
      'the evidence',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise((resolve) => setTimeout(resolve, 300));
        return text(CASE);
      },
      (found) => found !== before,
    );
    assert.equal(
      after,
      before.replace(
        'stays confidential.\n',
        'stays confidential.\n    evidence:\n      - README.md#a-server\n',
      ),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileUri('README.md').toString());
    await open(CASE);
    await vscode.commands.executeCommand('undo');
    assert.equal(await text(CASE), before);
  });
});
