import * as vscode from 'vscode';
import { message, say } from '../../l10n/say.ts';
import { MOVE, type MoveAnswer, type TreeItem } from '../../server/protocol.ts';
import { editsFor } from '../editing/edits-for.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from './claim-tree.ts';

/** As VS Code calls what is dragged within a tree: by the view's id, in lower case. */
const MIME = 'application/vnd.code.tree.warrant.claims';

/** Hangs an item of the tree under another one, when it is dropped or pasted there. */
export interface Dragging extends vscode.TreeDragAndDropController<string> {
  /** Moves an item under another one, or says why it cannot. The claim file is changed and not saved, so that one undo takes it back. */
  move(item: TreeItem, target: TreeItem): Promise<void>;
}

/** @param itemOf what is known of a key in the tree */
export function createDragging(
  server: ServerConnection,
  itemOf: (key: string) => TreeItem | undefined,
): Dragging {
  async function move(item: TreeItem, target: TreeItem): Promise<void> {
    const what = item.part;
    const to = target.part;
    if (!what || (what.node === undefined && what.link === undefined)) return tell(say(WHOLE));
    if (!to) return tell(say('drop it on a claim or a case, not on a row that gathers others.'));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(item.source.uri));
    const answer = await editsFor(document, () => server.ask(MOVE, { what, to }));
    if (!answer || 'refused' in answer) return tell(answer?.refused ?? say(NO_ANSWER));
    await apply(document, answer);
  }

  async function apply(
    document: vscode.TextDocument,
    { edits }: Exclude<MoveAnswer, { readonly refused: string }>,
  ): Promise<void> {
    const { protocol2CodeConverter } = server.client();
    const change = new vscode.WorkspaceEdit();
    change.set(
      document.uri,
      edits.map((edit) => protocol2CodeConverter.asTextEdit(edit)),
    );
    // In front, where Undo is about it.
    await vscode.window.showTextDocument(document, { preserveFocus: false });
    if (!(await vscode.workspace.applyEdit(change))) tell(say(NO_ANSWER));
  }

  return {
    move,
    dragMimeTypes: [MIME],
    dropMimeTypes: [MIME],
    handleDrag(keys, data) {
      data.set(MIME, new vscode.DataTransferItem(keys));
    },
    async handleDrop(target, data) {
      const keys: unknown = data.get(MIME)?.value;
      const items = (Array.isArray(keys) ? keys : []).flatMap((key) =>
        typeof key === 'string' ? (itemOf(key) ?? []) : [],
      );
      const onto = target === undefined ? undefined : itemOf(target);
      const [item, ...others] = items;
      if (!item || !onto || item.key === onto.key) return;
      if (others.length > 0) {
        tell(say('drag one item at a time, so that one undo takes it back.'));
        return;
      }
      await move(item, onto);
    },
  };
}

/** The commands that move without a mouse: cut an item, and paste it onto its new parent. */
export function registerCutAndPaste(tree: ClaimTree): vscode.Disposable {
  let cut: string | undefined;
  const remember = (key: string | undefined): void => {
    cut = key;
    void vscode.commands.executeCommand('setContext', 'warrant.tree.cut', key !== undefined);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('warrant.tree.cut', (argument: unknown) => {
      const item = tree.itemOf(argument);
      if (!item) return;
      remember(item.key);
      const name = item.names?.id ?? item.label;
      const said = say('Cut {0}: paste it onto what it is to hang under', name);
      void vscode.window.setStatusBarMessage(said, SAID);
    }),
    vscode.commands.registerCommand('warrant.tree.paste', async (argument: unknown) => {
      const [item, target] = [tree.itemOf(cut), tree.itemOf(argument)];
      if (!target) return;
      if (!item) {
        tell(say('cut what you want to move first.'));
        return;
      }
      remember(undefined);
      await tree.dragging.move(item, target);
    }),
  );
}

/** How long the status bar says what was cut, in milliseconds. */
const SAID = 5000;
const WHOLE = message('only claims, evidence and other parts of a case can be moved.');
const NO_ANSWER = message('it could not be moved. The output channel “Warrant” says why.');

function tell(why: string): void {
  void vscode.window.showWarningMessage(`Warrant: ${why}`);
}
