import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import type { DiagramData } from '../../model/diagram.ts';
import { type FromPanel, type ToPanel, readFromPanel } from '../../panel/messages.ts';
import { DIAGRAM } from '../../server/protocol.ts';
import { openPlace } from '../show/open-place.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { diagramPage } from './diagram-page.ts';
import { isFollowing, setFollowing } from './follow-setting.ts';
import type { KeptStates } from './kept-states.ts';
import { saveDiagram } from './save-diagram.ts';

/** What panels need of the extension. */
export interface DiagramPorts {
  readonly server: ServerConnection;
  readonly output: vscode.LogOutputChannel;
  /** The folder of the extension. */
  readonly extension: vscode.Uri;
  /** What the person likes, kept over windows. */
  readonly memory: vscode.Memento;
  /** Whether the server has looked at everything at least once. */
  readonly hasLooked: () => boolean;
  /** What the person chose in diagrams. */
  readonly states: KeptStates;
  /** Says that the diagram itself puts the cursor there. */
  readonly expect: (place: vscode.Location) => void;
}

/** One case in a panel. */
export interface DiagramPanel {
  readonly panel: vscode.WebviewPanel;
  /** The case's key in the snapshot. */
  readonly case: string;
  /** Asks the server again. */
  refresh(): Promise<void>;
  /** Says whether the cursor is followed. */
  sayFollowing(): void;
  /** Tells the page something, as soon as it shows the case. */
  tell(message: ToPanel): void;
}

const NOTATION = 'diagram.notation';

/** Puts the diagram of a case into a panel. */
export function createDiagramPanel(
  panel: vscode.WebviewPanel,
  key: string,
  ports: DiagramPorts,
): DiagramPanel {
  const { server, output, extension, memory } = ports;
  const { webview } = panel;
  const files = vscode.Uri.joinPath(extension, 'dist');
  let isReady = false;
  let data: DiagramData | undefined;
  let waiting: ToPanel[] = [];

  const post = (message: ToPanel): void => void webview.postMessage(message);
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
  const placeOf = (node: string): vscode.Location | undefined => {
    const source = data?.nodes.find((each) => each.key === node)?.source;
    if (!source) return undefined;
    const range = server.client().protocol2CodeConverter.asRange(source.range);
    return new vscode.Location(vscode.Uri.parse(source.uri), range);
  };

  async function refresh(): Promise<void> {
    const answer = await server.ask(DIAGRAM, { case: key });
    data = answer ?? data;
    if (answer) panel.title = say('Diagram: {0}', answer.title);
    if (isReady) show(answer !== null && answer !== undefined);
  }

  /** @param isThere whether the server knows the case now */
  function show(isThere: boolean): void {
    if (!isThere || !data) {
      post({ type: 'nothing', why: whyNothing() });
      return;
    }
    post({ type: 'diagram', data });
    for (const message of waiting) post(message);
    waiting = [];
  }

  function whyNothing(): string {
    if (server.state() === 'stopped')
      return say('The Warrant server is not running. Restart it with the command “Warrant: Restart Server”.');
    if (!ports.hasLooked()) return say('Reading the case…');
    return say(
      'This case is not there any more. Close this diagram, and open one from the Assurance Cases view.',
    );
  }

  async function hear(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        sayFollowing();
        // What is known already is there at once; the page may also be back after it was hidden.
        if (data) show(true);
        return refresh();
      case 'select': {
        const place = placeOf(message.key);
        if (place) revealBeside(place);
        return;
      }
      case 'open': {
        const place = placeOf(message.key);
        if (place) await openPlace(place, columnFor(place, panel));
        return;
      }
      case 'export':
        if (data) await saveDiagram(server, data, message.format, message.content);
        return;
      case 'notation':
        return memory.update(NOTATION, message.notation);
      case 'follow':
        return setFollowing(message.on);
      case 'state':
        return ports.states.keep({ ...message.state, case: key });
      case 'failed':
        output.error(`The diagram of ${data?.title ?? key}: ${message.message}`);
        return;
    }
  }

  function sayFollowing(): void {
    if (isReady) post({ type: 'follow', on: isFollowing() });
  }

  /** Shows a place in an editor that is open anyway; the diagram keeps the focus. */
  function revealBeside(place: vscode.Location): void {
    const editor = editorOf(place);
    if (!editor) return;
    const { start } = place.range;
    ports.expect(place);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  webview.options = { enableScripts: true, localResourceRoots: [files] };
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'media', 'diagram-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'media', 'diagram-dark.svg'),
  };
  webview.onDidReceiveMessage((raw: unknown) => {
    const message = readFromPanel(raw);
    if (message) void hear(message);
  });
  webview.html = diagramPage({
    script: address('panel.js'),
    style: address('panel.css'),
    engine: address('elk-worker.min.js'),
    source: webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
    case: key,
    notation: memory.get(NOTATION, 'gsn'),
    state: ports.states.of(key),
    language: vscode.l10n.bundle ? vscode.env.language : 'en',
    words: vscode.l10n.bundle ?? {},
    title: say('Diagram'),
  });
  // While the page is loaded.
  void refresh();
  return {
    panel,
    case: key,
    refresh,
    sayFollowing,
    tell(message) {
      if (isReady && data) post(message);
      else waiting = [message];
    },
  };
}

function editorOf({ uri }: vscode.Location): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** Where a file is to be opened so that it does not cover the diagram. */
function columnFor(place: vscode.Location, panel: vscode.WebviewPanel): vscode.ViewColumn {
  const shown = editorOf(place)?.viewColumn;
  if (shown !== undefined) return shown;
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}
