import * as vscode from 'vscode';
import {
  RevealOutputChannelOn,
  TransportKind,
  type LanguageClientOptions,
  type NodeModule,
} from 'vscode-languageclient/node';
import { SHOW_DIFFERENCE_COMMAND, type InitializationOptions } from '../../server/protocol.ts';
import type { DocumentGate } from './document-gate.ts';
import { documentMiddleware } from './document-sync.ts';
import { followMoves } from '../editing/follow-moves.ts';

/** How the server's process is started: with VS Code's own Node, and not in the workspace, where an untrusted `git` could lie. */
export function serverModule(context: vscode.ExtensionContext): NodeModule {
  return {
    module: context.asAbsolutePath('dist/server.cjs'),
    transport: TransportKind.ipc,
    options: { cwd: context.extensionPath },
  };
}

/**
 * What the client tells the server, and what it makes of the answers.
 *
 * @param open tells the server of a document that it was not told of
 */
export function clientOptions(
  gate: DocumentGate,
  open: (document: vscode.TextDocument) => Promise<void>,
  watcher: vscode.FileSystemWatcher,
  areHintsWanted: () => boolean,
): LanguageClientOptions {
  return {
    documentSelector: [{ scheme: 'file' }],
    initializationOptions: (): InitializationOptions => ({
      trusted: vscode.workspace.isTrusted,
      words: vscode.l10n.bundle ?? {},
      settings: {
        warrant: {
          codeLens: { position: vscode.workspace.getConfiguration('warrant').get('codeLens.position') },
        },
      },
    }),
    // Sent at the start and whenever a setting changes.
    synchronize: { fileEvents: watcher, configurationSection: 'warrant' },
    middleware: {
      ...documentMiddleware(gate, open),
      provideInlayHints: (document, range, token, next) =>
        areHintsWanted() ? next(document, range, token) : [],
      workspace: { willRenameFiles: followMoves(gate) },
    },
    markdown: { isTrusted: { enabledCommands: [SHOW_DIFFERENCE_COMMAND] }, supportHtml: false },
    diagnosticCollectionName: 'warrant',
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
