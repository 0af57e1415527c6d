import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';
import { CASE, EVIDENCE } from './workspace.ts';

/** What the Problems panel says of a file, as `LINE RULE` (1-based), in order. */
function problems(path: string): string[] {
  return vscode.languages
    .getDiagnostics(fileUri(path))
    .map(({ range, code }) => `${range.start.line + 1} ${typeof code === 'object' ? code.value : code}`)
    .sort();
}

async function lenses(path: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(path),
    100,
  );
  return found.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

describe('evidence', () => {
  before(judged);
  afterEach(closeAll);

  it('is judged on the claim file, opened or not', async () => {
    const found = await eventually(
      'two problems',
      () => problems(CASE),
      ({ length }) => length === 2,
    );
    assert.deepEqual(found, ['11 evidence-missing', '9 evidence-changed']);
  });

  it('leads from a problem to the page of its rule', async () => {
    const [problem] = await eventually(
      'a problem',
      () => vscode.languages.getDiagnostics(fileUri(CASE)),
      ({ length }) => length > 0,
    );
    const code = problem?.code;
    assert.ok(typeof code === 'object');
    assert.match(code.target.path, new RegExp(`/docs/rules/${code.value}\\.md$`));
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.ok(page.getText().startsWith(`# ${code.value}\n`));
  });

  it('shows its claims above the code, and follows an edit that is not saved, and its undoing', async () => {
    const editor = await open(EVIDENCE);
    const second = (state: string) => (found: string[]) =>
      found.some((lens) => lens.startsWith('5 C2 ') && lens.includes(state));
    await eventually('a current lens on line 5', () => lenses(EVIDENCE), second('current'));

    await editor.edit((edit) => edit.replace(new vscode.Range(5, 0, 5, 100), '    return True'));
    await eventually('a stale lens on line 5', () => lenses(EVIDENCE), second('stale'));
    await eventually(
      'a problem on line 10',
      () => problems(CASE),
      (found) => found.some((each) => each.startsWith('10 ')),
    );

    await vscode.commands.executeCommand('undo');
    await eventually('a current lens again', () => lenses(EVIDENCE), second('current'));
    await eventually(
      'no problem on line 10',
      () => problems(CASE),
      ({ length }) => length === 2,
    );
  });
});
