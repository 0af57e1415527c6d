import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SideView } from '../../src/client/side/side-view.ts';
import { closeAll, eventually, fileUri, judged, open } from './support.ts';
import { EVIDENCE } from './workspace.ts';

/** The rows of a view, each below the one it hangs under. */
async function rows({ provider }: SideView, parent?: string): Promise<string[]> {
  const keys = (await provider.getChildren(parent)) ?? [];
  const found: string[] = [];
  for (const key of keys) {
    const item = await provider.getTreeItem(key);
    const label = typeof item.label === 'string' ? item.label : '';
    const description = typeof item.description === 'string' ? item.description : '';
    found.push(`${parent === undefined ? '' : '  '}${label} | ${description}`);
    if (item.collapsibleState === vscode.TreeItemCollapsibleState.Expanded)
      found.push(...(await rows({ provider } as SideView, key)));
  }
  return found;
}

describe('the views below the claims', () => {
  afterEach(closeAll);

  it('show the claims that rest on the file at hand, and none for other files', async () => {
    const { sides } = await judged();
    await open(EVIDENCE);
    const found = await eventually(
      'the rows',
      () => rows(sides.evidenceHere),
      ({ length }) => length > 0,
    );
    assert.deepEqual(
      found.filter((row) => !row.startsWith(' ')),
      ['require_tls | lines 1–2', 'reject_old_versions | lines 5–6'],
    );
    await open('README.md');
    assert.deepEqual(await rows(sides.evidenceHere), []);
    assert.equal(sides.evidenceHere.view.description, 'README.md');
  });

  it('show what rests on a change while it is typed, and nothing once it is undone', async () => {
    const { sides } = await judged();
    const editor = await open(EVIDENCE);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(5, 0), '    connection.check()\n');
    });
    const changed = await eventually(
      'the change',
      () => rows(sides.myChanges),
      ({ length }) => length > 0,
    );
    assert.match(changed[0]!, /^C2 Transport security is enforced\./);
    assert.match(changed[1]!, /^ {2}reject_old_versions \| changed · server\/transport\.py/);
    assert.ok(editor.document.isDirty && fileUri(EVIDENCE).fsPath === editor.document.uri.fsPath);
    await vscode.commands.executeCommand('undo');
    await eventually(
      'nothing',
      () => rows(sides.myChanges),
      ({ length }) => length === 0,
    );
  });
});
