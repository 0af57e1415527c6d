import * as vscode from 'vscode';
import { TRUST_GRANTED } from '../server/protocol.ts';
import { registerClaimCommands } from './claim-commands.ts';
import { registerConvert } from './convert-case.ts';
import { registerDiagrams } from './diagram/diagrams.ts';
import { createDocumentGate } from './connection/document-gate.ts';
import { applyInterest, normaliseUri, openAtServer, refreshHints } from './connection/document-sync.ts';
import { registerGeneralCommands, sayGivenUp } from './general-commands.ts';
import { offerAsEvidence } from './evidence-for/offer-action.ts';
import { registerUseAsEvidence } from './evidence-for/use-as-evidence.ts';
import { registerExtractClaim } from './editing/extract-claim.ts';
import { watchFiles } from './connection/file-watcher.ts';
import { interestIn, isEventHeard } from './connection/interest.ts';
import { registerNarrow } from './narrow/narrow.ts';
import { registerChallenge } from './review/challenge.ts';
import { followShownReviews } from './review/shown-reviews.ts';
import { registerStillHolds } from './review/still-holds.ts';
import { registerRevisionDocuments } from './show/revision-documents.ts';
import { createServerConnection, type ServerConnection } from './connection/server-connection.ts';
import { clientOptions, serverModule } from './connection/server-options.ts';
import { createServerStatus } from './connection/server-status.ts';
import { registerEvidenceBadges } from './side/evidence-badges.ts';
import { type SideViews, registerSideViews } from './side/side-views.ts';
import { startWhenNeeded } from './connection/start-when-needed.ts';
import { createTimeline, type TimelineEntry } from './timeline.ts';
import { createClaimTree } from './tree/claim-tree.ts';
import { followCursor } from './tree/follow-cursor.ts';
import { registerMentionDecoration } from './tree/mention-decoration.ts';
import { type ShownOptions, createShownOptions } from './tree/shown-options.ts';
import { registerTreeCommands } from './tree/tree-commands.ts';
import type { ViewState } from './tree/view-state.ts';
import { tellProgress } from './walkthrough/progress.ts';
import { sayIn } from '../l10n/say.ts';

/** What tests may look at. */
export interface WarrantApi {
  /** Resolves when the server has judged all evidence for the first time. */
  readonly ready: Promise<void>;
  readonly timeline: readonly TimelineEntry[];
  readonly tree: vscode.TreeDataProvider<string>;
  readonly view: vscode.TreeView<string>;
  readonly dragging: vscode.TreeDragAndDropController<string>;
  readonly options: ShownOptions;
  viewState(): ViewState;
  readonly sides: SideViews;
  /** The process id of the server; undefined while there is none. */
  serverProcess(): number | undefined;
}

/** Registers everything and returns; the server is started afterwards, and no file is read here. */
export function activate(context: vscode.ExtensionContext): WarrantApi {
  const timeline = createTimeline(() => performance.now());
  timeline.mark('activate called');

  sayIn(vscode.l10n.bundle ?? {});
  const output = vscode.window.createOutputChannel('Warrant', { log: true });
  const gate = createDocumentGate(interestIn(undefined, normaliseUri));
  const watcher = watchFiles((kind, uri) => isEventHeard(gate.interest(), kind, uri.toString()));

  const server: ServerConnection = createServerConnection({
    server: serverModule(context),
    output,
    client: clientOptions(
      gate,
      (document) => openAtServer(server.client(), document),
      watcher,
      () => settings().get('inlayHints.enabled', true),
    ),
    onInterest: (params) => {
      applyInterest(server.client(), gate, params);
    },
    onChanged: (params) => {
      status.hear(params);
      diagrams.hear(params);
      tellProgress(params.summary);
      sides.refresh();
    },
    onStanding: (params) => {
      badges.hear(params);
    },
    onGivenUp: (why) => void sayGivenUp(why, server, output),
  });
  const options = createShownOptions(context.workspaceState);
  const tree = createClaimTree(server, options);
  const isClaimFile = (uri: vscode.Uri): boolean =>
    uri.scheme === 'file' && gate.interest().isClaimFile(uri.toString());
  const follower = followCursor(tree, server, isClaimFile);
  const shown = followShownReviews();
  const diagrams = registerDiagrams({ server, tree, output, context, isClaimFile });
  const badges = registerEvidenceBadges();
  const sides = registerSideViews(server, context.workspaceState, isClaimFile);
  const rows = sides.withRows(tree);
  const status = createServerStatus(server, tree, timeline, () => {
    follower.schedule();
  });

  context.subscriptions.push(
    watcher,
    server,
    tree,
    follower,
    status,
    options,
    registerTreeCommands(server, tree),
    registerMentionDecoration(),
    registerRevisionDocuments(server),
    shown,
    diagrams,
    badges,
    sides,
    registerClaimCommands(server, rows, follower, shown),
    registerStillHolds(server, rows, shown),
    registerChallenge(server, rows, shown),
    registerNarrow(server, rows, shown),
    registerUseAsEvidence(server, context.workspaceState),
    offerAsEvidence((uri) => status.viewState().name === 'ready' && !isClaimFile(uri)),
    registerExtractClaim(server),
    registerConvert(server, tree, isClaimFile),
    registerGeneralCommands(server, output, context.extensionUri),
    server.onDidChangeState((state) => {
      // A server that starts anew knows of no document.
      if (state !== 'running') gate.reset();
      status.followServer();
      sides.refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      server.tell(TRUST_GRANTED);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      status.show();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('warrant.inlayHints')) refreshHints(server.client());
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
    dragging: tree.dragging,
    options,
    viewState: () => status.viewState(),
    sides,
    serverProcess: () => server.client().serverProcess?.pid,
  };
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('warrant');
}
