import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { stateWord } from '../../model/state-words.ts';
import { readSavedState } from '../../panel/saved-state.ts';
import { type ChangedParams, DIAGRAM_PLACE, type DiagramBox, TREE } from '../../server/protocol.ts';
import { activeClaimFile } from '../convert-case.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { FOLLOW, isFollowing } from './follow-setting.ts';
import { createKeptStates } from './kept-states.ts';
import { type DiagramPanel, createDiagramPanel } from './diagram-panel.ts';

const VIEW = 'warrant.diagram';
/** How long the cursor has to rest before diagrams follow, in milliseconds. */
const REST = 150;

export interface DiagramsOptions {
  readonly server: ServerConnection;
  readonly tree: ClaimTree;
  readonly output: vscode.LogOutputChannel;
  readonly context: vscode.ExtensionContext;
  readonly isClaimFile: (uri: vscode.Uri) => boolean;
}

/** The diagrams that are open. */
export interface Diagrams extends vscode.Disposable {
  /** Takes over what the server says of the whole. */
  hear(params: ChangedParams): void;
}

/** The command that opens diagrams, and all that keeps them in line with the claim files. */
export function registerDiagrams({ server, tree, output, context, isClaimFile }: DiagramsOptions): Diagrams {
  const open = new Map<string, DiagramPanel>();
  const states = createKeptStates(context.workspaceState);
  let hasLooked = false;
  let timer: NodeJS.Timeout | undefined;
  let expected: vscode.Location | undefined;

  function adopt(panel: vscode.WebviewPanel, key: string): DiagramPanel {
    const diagram = createDiagramPanel(panel, key, {
      server,
      output,
      extension: context.extensionUri,
      memory: context.globalState,
      hasLooked: () => hasLooked,
      states,
      expect: (place) => {
        expected = place;
      },
    });
    open.set(key, diagram);
    panel.onDidDispose(() => {
      if (open.get(key) !== diagram) return;
      open.delete(key);
      // What is closed begins anew; what goes with its window comes back.
      void states.forget(key);
    });
    return diagram;
  }

  function show({ case: key }: DiagramBox, column: vscode.ViewColumn): DiagramPanel {
    const known = open.get(key);
    if (known) {
      known.panel.reveal();
      return known;
    }
    return adopt(
      vscode.window.createWebviewPanel(VIEW, say('Diagram'), column, { enableScripts: true }),
      key,
    );
  }

  async function showDiagram(argument: unknown): Promise<void> {
    const item = tree.itemOf(argument);
    if (item?.kind === 'case') {
      show({ case: item.key }, freeColumn());
      return;
    }
    if (item) {
      const { uri, selectionRange } = item.source;
      const box = await server.ask(DIAGRAM_PLACE, { uri, position: selectionRange.start });
      if (!box) return;
      const diagram = show(box, freeColumn());
      if (box.node !== undefined) diagram.tell({ type: 'focus', key: box.node });
      return;
    }
    const uri = argument instanceof vscode.Uri ? argument : activeClaimFile(isClaimFile);
    const box = uri ? await boxAt(uri) : await chooseCase();
    if (!box) return;
    const diagram = show(box, uri ? vscode.ViewColumn.Beside : freeColumn());
    if (box.node !== undefined) diagram.tell({ type: 'select', key: box.node });
  }

  async function boxAt(uri: vscode.Uri): Promise<DiagramBox | undefined> {
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    const box = await server.ask(DIAGRAM_PLACE, { uri: uri.toString(), position: placeOf(editor) });
    if (!box)
      void vscode.window.showInformationMessage(
        say(
          'Warrant: {0} holds no case that could be shown as a diagram.',
          uri.path.slice(uri.path.lastIndexOf('/') + 1),
        ),
      );
    return box ?? undefined;
  }

  async function chooseCase(): Promise<DiagramBox | undefined> {
    const cases = (await server.ask(TREE, {})) ?? [];
    if (cases.length === 0) {
      void vscode.window.showInformationMessage(
        say('Warrant: there is no assurance case in this workspace yet.'),
      );
      return undefined;
    }
    const items = cases.map(({ key, label, description, state }) => ({
      key,
      label,
      description: `${description} ${stateWord(state)}`.trim(),
    }));
    const [only, ...others] = items;
    const chosen =
      others.length === 0
        ? only
        : await vscode.window.showQuickPick(items, {
            title: say('Show Diagram'),
            placeHolder: say('The case to show'),
          });
    return chosen && { case: chosen.key };
  }

  /** Selects in each diagram the box of what is under the cursor. */
  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), REST);
  }

  async function follow(editor = vscode.window.activeTextEditor): Promise<void> {
    if (open.size === 0 || !isFollowing() || !editor || !isClaimFile(editor.document.uri)) return;
    const { active } = editor.selection;
    const isOurs =
      expected?.uri.toString() === editor.document.uri.toString() && expected.range.start.isEqual(active);
    if (isOurs) return;
    expected = undefined;
    const box = await server.ask(DIAGRAM_PLACE, {
      uri: editor.document.uri.toString(),
      position: placeOf(editor),
    });
    if (box?.node !== undefined) open.get(box.case)?.tell({ type: 'select', key: box.node });
  }

  function refreshAll(): void {
    for (const diagram of open.values()) void diagram.refresh();
  }

  function sayWhetherClaimFile(): void {
    void vscode.commands.executeCommand(
      'setContext',
      'warrant.inClaimFile',
      activeClaimFile(isClaimFile) !== undefined,
    );
  }
  sayWhetherClaimFile();

  const listeners = vscode.Disposable.from(
    vscode.commands.registerCommand('warrant.showDiagram', showDiagram),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel(panel, saved: unknown) {
        const state = readSavedState(saved);
        if (state) adopt(panel, state.case);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
    vscode.window.onDidChangeTextEditorSelection(schedule),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`warrant.${FOLLOW}`)) return;
      for (const diagram of open.values()) diagram.sayFollowing();
      // Whoever chose it in a diagram has no text before them, but beside it.
      void follow(vscode.window.visibleTextEditors.find(({ document }) => isClaimFile(document.uri)));
    }),
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.window.tabGroups.onDidChangeTabs(sayWhetherClaimFile),
    vscode.window.onDidChangeActiveTextEditor(sayWhetherClaimFile),
    server.onDidChangeState((state) => {
      // A server that starts anew knows of no case until it has looked.
      if (state !== 'running') hasLooked = false;
      refreshAll();
    }),
  );
  return {
    hear({ busy }) {
      if (busy) return;
      hasLooked = true;
      sayWhetherClaimFile();
      refreshAll();
    },
    dispose() {
      // The panels stay: a window that is loaded again finds them by what they saved.
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

/** Beside a text, so that both are seen; else where the person is. */
function freeColumn(): vscode.ViewColumn {
  return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** Where the cursor is; in the indentation of a line, where the line's text begins. */
function placeOf(editor: vscode.TextEditor | undefined): { line: number; character: number } {
  if (!editor) return { line: 0, character: 0 };
  const { document, selection } = editor;
  const { line, character } = selection.active;
  return { line, character: Math.max(character, document.lineAt(line).firstNonWhitespaceCharacterIndex) };
}
