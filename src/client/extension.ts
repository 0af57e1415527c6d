import * as vscode from 'vscode';
import { TRUST_GRANTED } from '../server/protocol.ts';
import { registerClaimCommands } from './claim-commands.ts';
import { registerConvert } from './convert-case.ts';
import { createDocumentGate } from './document-gate.ts';
import { applyInterest, normaliseUri, refreshLenses } from './document-sync.ts';
import { registerGeneralCommands, sayGivenUp } from './general-commands.ts';
import { watchFiles } from './file-watcher.ts';
import { interestIn, isEventHeard } from './interest.ts';
import { registerNarrow } from './narrow/narrow.ts';
import { registerChallenge } from './review/challenge.ts';
import { followShownReviews } from './review/shown-reviews.ts';
import { registerStillHolds } from './review/still-holds.ts';
import { registerRevisionDocuments } from './revision-documents.ts';
import { createServerConnection, type ServerConnection } from './server-connection.ts';
import { clientOptions, serverModule } from './server-options.ts';
import { createServerStatus } from './server-status.ts';
import { startWhenNeeded } from './start-when-needed.ts';
import { createTimeline, type TimelineEntry } from './timeline.ts';
import { createClaimTree } from './tree/claim-tree.ts';
import { followCursor } from './tree/follow-cursor.ts';
import { registerMentionDecoration } from './tree/mention-decoration.ts';
import type { ViewState } from './tree/view-state.ts';

/** What tests may look at. */
export interface WarrantApi {
  /** Resolves when the server has judged all evidence for the first time. */
  readonly ready: Promise<void>;
  readonly timeline: readonly TimelineEntry[];
  readonly tree: vscode.TreeDataProvider<string>;
  readonly view: vscode.TreeView<string>;
  viewState(): ViewState;
  /** The process id of the server; undefined while there is none. */
  serverProcess(): number | undefined;
}

/** Registers everything and returns; the server is started afterwards, and no file is read here. */
export function activate(context: vscode.ExtensionContext): WarrantApi {
  const timeline = createTimeline(() => performance.now());
  timeline.mark('activate called');

  const output = vscode.window.createOutputChannel('Warrant', { log: true });
  const gate = createDocumentGate(interestIn(undefined, normaliseUri));
  const watcher = watchFiles((kind, uri) => isEventHeard(gate.interest(), kind, uri.toString()));

  const server: ServerConnection = createServerConnection({
    server: serverModule(context),
    output,
    client: clientOptions(gate, watcher, () => settings().get('codeLens.enabled', true)),
    onInterest: (params) => {
      applyInterest(server.client(), gate, params);
    },
    onChanged: (params) => {
      status.hear(params);
    },
    onGivenUp: (why) => void sayGivenUp(why, server, output),
  });
  const tree = createClaimTree(server);
  const isClaimFile = (uri: vscode.Uri): boolean =>
    uri.scheme === 'file' && gate.interest().isClaimFile(uri.toString());
  const follower = followCursor(tree, server, isClaimFile);
  const shown = followShownReviews();
  const status = createServerStatus(server, tree, timeline, () => {
    follower.schedule();
  });

  context.subscriptions.push(
    watcher,
    server,
    tree,
    follower,
    status,
    registerMentionDecoration(),
    registerRevisionDocuments(server),
    shown,
    registerClaimCommands(server, tree, follower, shown),
    registerStillHolds(server, tree, shown),
    registerChallenge(server, tree, shown),
    registerNarrow(server, tree, shown),
    registerConvert(server, tree, isClaimFile),
    registerGeneralCommands(server, output, context.extensionUri),
    server.onDidChangeState((state) => {
      // A server that starts anew knows of no document.
      if (state !== 'running') gate.reset();
      status.followServer();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      server.tell(TRUST_GRANTED);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      status.show();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('warrant.codeLens')) refreshLenses(server.client());
      if (event.affectsConfiguration('warrant.tree')) follower.schedule();
    }),
    output,
  );

  queueMicrotask(() => {
    timeline.mark('activate returned');
  });
  setImmediate(() => {
    const start = (): void => {
      timeline.mark('server starting');
      void server.start();
    };
    context.subscriptions.push(startWhenNeeded(start, tree.view, isClaimFile));
  });
  return {
    ready: status.ready,
    timeline: timeline.entries,
    tree: tree.provider,
    view: tree.view,
    viewState: () => status.viewState(),
    serverProcess: () => server.client().serverProcess?.pid,
  };
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('warrant');
}
