import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';
import { CASE } from './workspace.ts';

/** How often the server is started again within three minutes. */
const RESTARTS = 5;

function problems(): string[] {
  return vscode.languages.getDiagnostics(fileUri(CASE)).map(({ message }) => message);
}

const isUndeveloped = (found: string[]): boolean => found.some((message) => /\bC9\b/.test(message));

describe('a server that crashes', () => {
  before(judged);
  afterEach(closeAll);

  it('is started again with what is typed and not saved, five times, and then only by hand', async () => {
    const { serverProcess, viewState } = await judged();
    const editor = await open(CASE);
    const end = new vscode.Position(editor.document.lineCount, 0);
    await editor.edit((edit) => edit.insert(end, '  C9: A claim that is only typed yet.\n'));
    await eventually('the finding about what is typed', problems, isUndeveloped);
    // Counts begin anew.
    await vscode.commands.executeCommand('warrant.restartServer');

    for (let crash = 1; crash <= RESTARTS; crash++) {
      const killed = await eventually('a server', serverProcess, (pid) => pid !== undefined);
      process.kill(killed!, 'SIGKILL');
      await eventually(`server ${crash + 1}`, serverProcess, (pid) => pid !== undefined && pid !== killed);
      await eventually('the state', viewState, ({ name }) => name === 'ready');
    }
    await eventually('the finding after the last start', problems, isUndeveloped);

    process.kill(serverProcess()!, 'SIGKILL');
    await eventually('the state', viewState, ({ name }) => name === 'stopped');
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /C9: A claim that is only typed yet\./);

    await vscode.commands.executeCommand('warrant.restartServer');
    await eventually('the state', viewState, ({ name }) => name === 'ready');
    await eventually('the finding again', problems, isUndeveloped);
  });
});
