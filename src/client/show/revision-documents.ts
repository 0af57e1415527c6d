import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import {
  COMMIT_SCHEME,
  COMMIT_TEXT,
  parseRevisionQuery,
  REVISION_SCHEME,
  REVISION_TEXT,
} from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';

/** Shows commits, and files as they were at a commit, as read-only documents. */
export function registerRevisionDocuments(server: ServerConnection): vscode.Disposable {
  return vscode.Disposable.from(
    register(server, COMMIT_SCHEME, COMMIT_TEXT),
    register(server, REVISION_SCHEME, REVISION_TEXT),
  );
}

function register(
  server: ServerConnection,
  scheme: string,
  method: typeof COMMIT_TEXT | typeof REVISION_TEXT,
): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri, token) {
      const revision = parseRevisionQuery(uri.query);
      if (revision === undefined)
        return say('Warrant: this address names no file at a commit: {0}', uri.toString());
      const text = await server.ask(method, revision, token);
      if (text === undefined) {
        return say(
          'Warrant: the server gave no answer. See the output channel “Warrant”, then open this document again.',
        );
      }
      return (
        text ??
        say(
          'Warrant: git has no text for {0} at commit {1} in {2}.',
          revision.path,
          revision.commit,
          revision.root,
        )
      );
    },
  });
}
