import * as vscode from 'vscode';
import { TREE_PATH, type TreePathParams } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from './claim-tree.ts';
import { Following } from './following.ts';

/** How long the cursor has to rest before the tree follows, in milliseconds. */
const REST = 150;

export interface CursorFollower {
  /** Selects the item under the cursor soon, if the tree is visible and the person wants it. */
  schedule(): void;
  /** Says that the tree itself puts the cursor at the start of that place: the tree stays as the person left it. */
  expect(place: vscode.Location): void;
  dispose(): void;
}

/** Keeps the tree's selection at the claim under the cursor. */
export function followCursor(
  tree: ClaimTree,
  server: ServerConnection,
  isClaimFile: (uri: vscode.Uri) => boolean,
): CursorFollower {
  let timer: NodeJS.Timeout | undefined;
  const following = new Following();

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), REST);
  }

  async function follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !tree.view.visible || !isFollowing() || !isClaimFile(editor.document.uri))
      return;
    const { document, selection } = editor;
    const turn = following.begin(nameOf(document.uri, selection.active));
    if (turn === undefined) return;
    const path = await server.ask(TREE_PATH, {
      uri: document.uri.toString(),
      position: placeOf(editor),
      options: tree.options.current(),
    });
    // Typing on or clicking elsewhere meanwhile has scheduled another look.
    if (vscode.window.activeTextEditor !== editor || !editor.selection.isEqual(selection)) return;
    if (!following.isCurrent(turn)) return;
    const key = tree.cache.addPath(path ?? []);
    if (key === undefined || tree.view.selection.includes(key) || !tree.view.visible) return;
    try {
      following.reveals(key);
      await tree.view.reveal(key, { select: true, focus: false });
      const chosen = following.rowToRestore(turn, tree.view.selection);
      if (chosen === undefined) return;
      following.reveals(chosen);
      await tree.view.reveal(chosen, { select: true, focus: false });
    } catch {
      // The item went while it was looked for. The refresh that took it away leaves nothing to do.
    }
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.window.onDidChangeTextEditorSelection(schedule),
    tree.view.onDidChangeVisibility(schedule),
    tree.view.onDidChangeSelection(({ selection }) => {
      if (following.hearSelection(selection)) clearTimeout(timer);
    }),
  );
  return {
    schedule,
    expect({ uri, range }) {
      clearTimeout(timer);
      following.expect(nameOf(uri, range.start));
    },
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

/** Names a place of a cursor. */
function nameOf(uri: vscode.Uri, { line, character }: vscode.Position): string {
  return `${uri.toString()}#${line}:${character}`;
}

function isFollowing(): boolean {
  return vscode.workspace.getConfiguration('warrant').get('tree.followCursor', true);
}

/** Where the cursor is; in the indentation of a line, where the line's text begins. */
function placeOf({ document, selection: { active } }: vscode.TextEditor): TreePathParams['position'] {
  const indentation = document.lineAt(active).firstNonWhitespaceCharacterIndex;
  return { line: active.line, character: Math.max(active.character, indentation) };
}
