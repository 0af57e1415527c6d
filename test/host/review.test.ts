import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';
import { CASE, EVIDENCE } from './workspace.ts';

const RECORDS = 'transit.reviews.yaml';

async function actions(path: string, line: number, character: number): Promise<string[]> {
  const place = new vscode.Position(line - 1, character);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    fileUri(path),
    new vscode.Range(place, place),
  );
  return found.map(({ title }) => title);
}

async function lenses(): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(EVIDENCE),
    100,
  );
  return found.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

/** The records that there are, and that none is half written. */
function records(): string[] {
  const { fsPath } = fileUri(RECORDS);
  const text = existsSync(fsPath) ? readFileSync(fsPath, 'utf8') : '';
  assert.ok(text === '' || text.endsWith('\n'), `the last record is half written: ${text}`);
  return text.split('\n').filter((line) => line.includes('require_tls'));
}

/** Reviews the evidence of E1 up to the note, which is left empty. */
async function review(): Promise<void> {
  await vscode.window.showTextDocument(fileUri(EVIDENCE), { selection: new vscode.Range(1, 4, 1, 4) });
  await vscode.commands.executeCommand('warrant.stillHolds');
  await eventually(
    'the difference',
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (input) => input instanceof vscode.TabInputTextDiff && input.original.scheme === 'warrant-revision',
  );
  // Above the difference nothing is asked any more but the note.
  void vscode.commands.executeCommand('warrant.stillHolds');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

const isStale = (found: string[]): boolean =>
  found.some((lens) => /^1 C2 stale/.test(lens) || /^1 C2 .*stale/.test(lens));

describe('a review', () => {
  before(judged);
  afterEach(closeAll);

  it('is offered at the locator of what changed', async () => {
    await open(CASE);
    const found = await eventually(
      'the actions',
      () => actions(CASE, 9, 25),
      ({ length }) => length > 0,
    );
    assert.deepEqual(
      found.filter((title) => /holds|changed|challenge/i.test(title)),
      ['Still holds: record a review…', 'Show what changed', 'Challenge this evidence…'],
    );
  });

  it('survives that the server is killed in the middle of a check and of a review', async () => {
    const { serverProcess } = await judged();
    const killed = serverProcess()!;
    await vscode.commands.executeCommand('warrant.refresh');
    process.kill(killed, 'SIGKILL');
    await eventually('another server', serverProcess, (pid) => pid !== undefined && pid !== killed);
    await open(EVIDENCE);
    await eventually('the stale lens again', lenses, isStale);

    const second = serverProcess()!;
    await review();
    process.kill(second, 'SIGKILL');
    await eventually('a third server', serverProcess, (pid) => pid !== undefined && pid !== second);
    // Either the record was written as a whole, or not at all.
    const written = records().length;
    assert.ok(written <= 1);
    await eventually('the lens that fits the records', lenses, (found) => isStale(found) === (written === 0));
  });

  it('makes evidence current, and says whose it is', async () => {
    const before = records().length;
    if (before === 0) await review();
    await eventually('a record', records, ({ length }) => length === 1);
    await open(EVIDENCE);
    const found = await eventually('a current lens', lenses, (all) =>
      all.some((lens) => /reviewed by/.test(lens)),
    );
    assert.ok(!found.some((lens) => /Still holds/.test(lens)));
  });
});
