import {
  type ClientCapabilities,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../ports/host.ts';
import { sayIn } from '../l10n/say.ts';
import { toFile } from '../service/uris.ts';
import { askEditor } from './ask-editor.ts';
import { registerDiagramFeatures } from './diagram-features.ts';
import { FILE_OPERATIONS, registerEditingFeatures } from './editing-features.ts';
import { readEditorSettings } from './editor-settings.ts';
import { registerFeatures } from './features.ts';
import { watchGit } from './git-watch.ts';
import { type InitializationOptions, REFRESH, TRUST_GRANTED } from './protocol.ts';
import { registerNarrowFeatures } from './narrow-features.ts';
import { READING_CAPABILITIES, registerReadingFeatures } from './reading-features.ts';
import { registerReviewFeatures } from './review-features.ts';
import { registerSideFeatures } from './side-features.ts';
import { type Session, createSession } from './session.ts';
import { COMPLETION_TRIGGERS, registerWritingFeatures } from './writing-features.ts';
import { registerTreeFeatures } from './tree-features.ts';
import { classifyEvents } from './watched-files.ts';

/** Makes the ports, with git or, where the workspace is not trusted, without. */
export type MakeHost = (trusted: boolean) => Host;

/**
 * Answers one editor, over one connection, until it is closed. The first look begins when the editor says that it is ready.
 *
 * @param pages the folder with a page for every rule, absolute, if there is one
 */
export function serve(connection: Connection, makeHost: MakeHost, pages?: string): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let roots: string[] = [];
  let mayWatch = false;
  let mayRefresh = false;
  let hasFolders = false;
  let editor: ClientCapabilities = {};
  let settings = readEditorSettings(undefined);

  const start = (trusted: boolean): void => {
    session?.dispose();
    session = createSession(makeHost(trusted), roots, {
      send: (method, params) => void connection.sendNotification(method, params),
      publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      ...(pages !== undefined && { pages }),
      refreshLenses: () => {
        if (mayRefresh) askEditor(connection, CodeLensRefreshRequest.type);
        const { inlayHint, semanticTokens } = editor.workspace ?? {};
        if (inlayHint?.refreshSupport) askEditor(connection, InlayHintRefreshRequest.type);
        if (semanticTokens?.refreshSupport) askEditor(connection, SemanticTokensRefreshRequest.type);
      },
      watch: mayWatch ? watchGit(connection) : () => {},
      log: (message) => connection.console.error(message),
    });
    for (const document of documents.all()) session.setDocument(document.uri, document.getText());
  };

  connection.onInitialize((params) => {
    editor = params.capabilities;
    roots = rootsOf(params);
    mayWatch = params.capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false;
    mayRefresh = params.capabilities.workspace?.codeLens?.refreshSupport ?? false;
    hasFolders = params.capabilities.workspace?.workspaceFolders ?? false;
    const options = params.initializationOptions as InitializationOptions | undefined;
    settings = readEditorSettings(options?.settings);
    sayIn(options?.words ?? {});
    start(options?.trusted ?? true);
    return CAPABILITIES;
  });
  connection.onInitialized(() => {
    if (hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => toFile(uri)));
        const come = added.flatMap(({ uri }) => toFile(uri) ?? []);
        roots = [...roots.filter((root) => !gone.has(root)), ...come];
        session?.setRoots(roots);
      });
    session?.request('check');
  });
  connection.onNotification(TRUST_GRANTED, () => {
    start(true);
    session?.request('check');
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings = readEditorSettings(sent);
    if (mayRefresh) askEditor(connection, CodeLensRefreshRequest.type);
  });
  connection.onNotification(REFRESH, () => session?.filesChanged('everything'));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.filesChanged(classifyEvents(changes)));
  connection.onShutdown(() => session?.dispose());

  documents.onDidOpen(({ document }) => session?.opened(document.uri));
  documents.onDidChangeContent(({ document }) => session?.setDocument(document.uri, document.getText()));
  documents.onDidClose(({ document }) => session?.setDocument(document.uri, undefined));
  documents.onDidSave(() => session?.request('check'));
  documents.listen(connection);
  registerFeatures(
    connection,
    () => session,
    () => settings.lensPosition,
  );
  const textOf = (uri: string): string | undefined => documents.get(uri)?.getText();
  registerReadingFeatures(connection, () => session, textOf);
  registerReviewFeatures(connection, () => session, textOf);
  registerNarrowFeatures(connection, () => session, textOf);
  registerWritingFeatures(
    connection,
    () => session,
    textOf,
    () => editor,
  );
  registerDiagramFeatures(connection, () => session);
  registerSideFeatures(connection, () => session);
  registerTreeFeatures(connection, () => session, textOf);
  registerEditingFeatures(connection, () => session, textOf);
}

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true },
    ...READING_CAPABILITIES,
    definitionProvider: true,
    renameProvider: { prepareProvider: true },
    referencesProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: FILE_OPERATIONS,
    },
  },
  serverInfo: { name: 'warrant' },
};

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => toFile(uri) ?? []);
}
