import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { WarrantApi } from '../../src/client/extension.ts';
import { closeAll, eventually, fileUri, judged } from './support.ts';
import { CASE, EVIDENCE } from './workspace.ts';

const BIG = 'big.case.yaml';
/** How often VS Code may ask for what is below an item: for each level that is shown, and again when something is new meanwhile. */
const MOST = 20;
const MIME = 'application/vnd.code.tree.warrant.claims';

describe('the claim tree in the window', () => {
  let api: WarrantApi;
  before(async () => {
    api = await judged();
    await vscode.commands.executeCommand('warrant.claims.focus');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('warrant.tree.clearFilter');
    await vscode.commands.executeCommand('warrant.tree.groupByCase');
    await closeAll();
  });

  const children = async (key?: string): Promise<string[]> => (await api.tree.getChildren(key)) ?? [];
  const itemOf = (key: string): vscode.TreeItem => api.tree.getTreeItem(key) as vscode.TreeItem;
  const labelOf = (key: string): string => {
    const { label } = itemOf(key);
    return typeof label === 'string' ? label : (label?.label ?? '');
  };

  /** The key of the first item whose label begins with this, among all or below an item. */
  async function find(label: string, below?: string): Promise<string | undefined> {
    for (const key of await children(below)) {
      const found = labelOf(key).startsWith(label) ? key : await find(label, key);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const found = async (label: string): Promise<string> =>
    (await eventually(
      label,
      () => find(label),
      (key) => key !== undefined,
    ))!;

  it('shows only what is asked for, says so, and shows all again', async () => {
    await found('E2');
    await vscode.commands.executeCommand('warrant.tree.showAttention');
    assert.equal(await find('E2'), undefined);
    assert.ok(await find('E3'));
    await eventually(
      'the message',
      () => api.view.message,
      (message) => /^Only what needs attention: \d+ of \d+ items\.$/.test(message ?? ''),
    );
    await vscode.commands.executeCommand('warrant.tree.clearFilter');
    assert.ok(await find('E2'));
    await eventually(
      'no message',
      () => api.view.message,
      (message) => message === undefined,
    );
  });

  it('is arranged by state, and says so', async () => {
    await found('Confidentiality');
    await vscode.commands.executeCommand('warrant.tree.groupByState');
    assert.equal(labelOf((await children())[0]!), 'Broken');
    await eventually(
      'the description',
      () => api.view.description,
      (description) => description === 'by state',
    );
  });

  it('unfolds down to the reason', async () => {
    const top = await found('Confidentiality');
    await vscode.commands.executeCommand('warrant.tree.expandToReason', top);
    await eventually(
      'the broken link',
      () => api.view.selection.map(labelOf),
      ([label]) => label?.startsWith('E3') === true,
    );
  });

  it('copies the ids of all that are selected', async () => {
    const keys = [await found('E1'), await found('E3')];
    await vscode.commands.executeCommand('warrant.tree.copyQualifiedId', keys[0], keys);
    assert.equal(await vscode.env.clipboard.readText(), 'transit/E1\ntransit/E3');
    await vscode.commands.executeCommand('warrant.tree.copyLocator', keys[1], undefined);
    assert.equal(await vscode.env.clipboard.readText(), 'server/certificates.py');
  });

  it('hangs what is dragged under what it is dropped on, which one undo takes back', async () => {
    const [evidence, claim] = [await found('E3'), await found('C1')];
    const before = readFileSync(fileUri(CASE).fsPath, 'utf8');
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await api.dragging.handleDrag!([evidence], data, token);
    assert.ok(data.get(MIME));
    await api.dragging.handleDrop!(claim, data, token);
    const document = await vscode.workspace.openTextDocument(fileUri(CASE));
    assert.match(document.getText(), /\n {4}evidence:\n {6}- E3: server\/certificates\.py\n/);
    assert.doesNotMatch(document.getText(), /\n {10}- E3/);
    assert.equal(readFileSync(fileUri(CASE).fsPath, 'utf8'), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('moves by cut and paste, too', async () => {
    await vscode.commands.executeCommand('warrant.tree.cut', await found('E3'));
    await vscode.commands.executeCommand('warrant.tree.paste', await found('C1'));
    const document = await vscode.workspace.openTextDocument(fileUri(CASE));
    assert.match(document.getText(), /\n {4}evidence:\n {6}- E3/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.isDirty, false);
  });

  it('leaves the file alone where a move would make a circle', async () => {
    const [above, below] = [await found('C1'), await found('C2')];
    const data = new vscode.DataTransfer();
    data.set(MIME, new vscode.DataTransferItem([above]));
    await api.dragging.handleDrop!(below, data, new vscode.CancellationTokenSource().token);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('reviews several at once', async () => {
    const { fsPath } = fileUri(EVIDENCE);
    const records = fileUri('transit.reviews.yaml').fsPath;
    const before = readFileSync(fsPath, 'utf8');
    const recordsBefore = existsSync(records) ? readFileSync(records, 'utf8') : undefined;
    const lines = (): string[] =>
      readFileSync(records, 'utf8')
        .slice(recordsBefore?.length ?? 0)
        .split('\n');
    writeFileSync(
      fsPath,
      before.replace('return connection.is', 'return not connection.is').replace('(1, 2)', '(1, 3)'),
    );
    try {
      const keys = [await found('E1'), await found('E2')];
      await eventually(
        'two stale links',
        async () => (await children(await found('C2'))).map((key) => String(itemOf(key).description)),
        (said) => said.filter((each) => each.startsWith('stale')).length === 2,
      );
      await vscode.commands.executeCommand('warrant.stillHolds', keys[0], keys);
      await eventually(
        'both differences',
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
        (label) => /^Evidence of C2/.test(label ?? ''),
      );
      void vscode.commands.executeCommand('warrant.stillHolds');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await eventually(
        'both records',
        () => (existsSync(records) ? lines().filter((line) => /require_tls|reject_old/.test(line)) : []),
        ({ length }) => length === 2,
      );
    } finally {
      writeFileSync(fsPath, before);
      if (recordsBefore === undefined) rmSync(records, { force: true });
      else writeFileSync(records, recordsBefore);
    }
  });

  describe('of ten thousand claims', () => {
    before(async () => {
      const groups = Array.from({ length: 100 }, (_, i) => {
        const leaves = Array.from(
          { length: 99 },
          (__, k) => `          L${i}x${k}: Leaf ${k} of ${i} holds.\n`,
        );
        return `      G${i}:\n        text: Part ${i} holds.\n        claims:\n${leaves.join('')}`;
      });
      writeFileSync(
        fileUri(BIG).fsPath,
        `case: Ten thousand\nclaims:\n  C1:\n    text: All holds.\n    claims:\n${groups.join('')}`,
      );
      await eventually(
        'the big case',
        () => find1('Ten thousand'),
        (key) => key !== undefined,
        50_000,
      );
    });
    after(async () => {
      rmSync(fileUri(BIG).fsPath);
      await eventually(
        'the big case to go',
        () => find1('Ten thousand'),
        (key) => key === undefined,
      );
    });
    const find1 = async (label: string): Promise<string | undefined> =>
      (await children()).find((key) => labelOf(key).startsWith(label));

    /** How often VS Code asks for what is below an item while something is done. */
    async function asked(act: () => Promise<void>): Promise<number> {
      const { tree } = api;
      const ask = tree.getChildren.bind(tree);
      let times = 0;
      tree.getChildren = (key) => {
        times++;
        return ask(key);
      };
      try {
        await act();
      } finally {
        tree.getChildren = ask;
      }
      return times;
    }

    it('asks for as many levels as there are down to a reason', async () => {
      const top = (await find1('Ten thousand'))!;
      const times = await asked(async () => {
        await vscode.commands.executeCommand('warrant.tree.expandToReason', top);
        await eventually(
          'the reason',
          () => api.view.selection.map(labelOf),
          ([label]) => label?.startsWith('L0x0') === true,
        );
      });
      assert.ok(times <= MOST, `${times} requests`);
    });

    it('asks for the way to what a filter finds, and for no more', async () => {
      const { options } = api;
      const times = await asked(async () => {
        options.change({ text: 'L77x42' });
        await eventually(
          'the message',
          () => api.view.message,
          (message) => /: 1 of \d+ items\.$/.test(message ?? ''),
        );
        // What VS Code has to ask for, it asks for soon after.
        await new Promise((resolve) => setTimeout(resolve, 1000));
      });
      assert.ok(times <= MOST, `${times} requests`);
      const key = await find('L77x42');
      assert.ok(key);
    });

    it('does not unfold what is thousands', async () => {
      const times = await asked(async () => {
        api.options.change({ states: ['undeveloped'] });
        await eventually(
          'the message',
          () => api.view.message,
          (message) => /^Only what is undeveloped: 1\d{4} of/.test(message ?? ''),
        );
        await new Promise((resolve) => setTimeout(resolve, 1000));
      });
      assert.ok(times <= MOST, `${times} requests`);
    });
  });
});
