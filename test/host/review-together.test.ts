import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { type TestRepository, openRepository } from '../support/git-repository.ts';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';

const CASE = 'limits.case.yaml';
const RECORDS = 'limits.reviews.yaml';
const CASE_TEXT = `case: Limits
claims:
  C1:
    text: Nobody gets in too often.
    evidence: [limits/rate.py, limits/size.py, limits/old.py]
`;

/** What the active editor compares, as `BEFORE → AFTER`; undefined where it does not show several differences. */
function compared(): string[] | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input as
    { readonly textDiffs?: readonly vscode.TabInputTextDiff[] } | undefined;
  return input?.textDiffs?.map(
    ({ original, modified }) =>
      `${original.scheme}:${nameOf(original)} → ${modified.scheme}:${nameOf(modified)}`,
  );
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The evidence that there is a record of. */
function recorded(): string[] {
  const { fsPath } = fileUri(RECORDS);
  return existsSync(fsPath) ? (readFileSync(fsPath, 'utf8').match(/(?<="locator": ")[^"]+/g) ?? []) : [];
}

describe('a review of all evidence of a claim', () => {
  let repository: TestRepository;
  let start: string;

  before(async () => {
    await judged();
    repository = openRepository(fileUri('').fsPath);
    start = repository.git('rev-parse', 'HEAD');
    const files = {
      'limits/rate.py': 'RATE = 1\n',
      'limits/size.py': 'SIZE = 1\n',
      'limits/old.py': 'OLD = 1\n',
    };
    repository.commitFiles({ [CASE]: CASE_TEXT, ...files });
    repository.commitFiles({ 'limits/rate.py': 'RATE = 2\n', 'limits/size.py': 'SIZE = 2\n' });
  });
  afterEach(closeAll);
  after(() => {
    repository.git('reset', '-q', '--hard', start);
  });

  it('shows first, in one editor, how each of what changed differs from what was judged', async () => {
    const editor = await open(CASE);
    await eventually(
      'that both are stale',
      () => vscode.languages.getDiagnostics(fileUri(CASE)),
      ({ length }) => length === 2,
    );
    const claim = new vscode.Position(2, 3);
    editor.selection = new vscode.Selection(claim, claim);
    await vscode.commands.executeCommand('warrant.stillHolds');
    const differences = await eventually('the differences', compared, (found) => found !== undefined);
    assert.deepEqual(differences?.sort(), [
      'warrant-revision:rate.py → file:rate.py',
      'warrant-revision:size.py → file:size.py',
    ]);
    assert.deepEqual(recorded(), [], 'nobody has said yet that the claim holds');

    // Above the differences nothing is asked any more but the note.
    void vscode.commands.executeCommand('warrant.stillHolds');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const records = await eventually('the records', recorded, ({ length }) => length > 0);
    assert.deepEqual(records, ['limits/rate.py', 'limits/size.py']);
  });
});
