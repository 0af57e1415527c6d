import * as vscode from 'vscode';
import type { FileEventKind } from './interest.ts';

/**
 * A watcher of all files in the workspace folders that reports only what is heard. It rests on the watching VS Code does anyway,
 * so it costs no further handles; the server asks for what lies outside, such as a git directory, by registration.
 */
export function watchFiles(
  isHeard: (kind: FileEventKind, uri: vscode.Uri) => boolean,
): vscode.FileSystemWatcher {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const heard =
    (kind: FileEventKind, event: vscode.Event<vscode.Uri>): vscode.Event<vscode.Uri> =>
    (listener, thisArgs, disposables) =>
      event(
        (uri) => {
          if (isHeard(kind, uri)) listener.call(thisArgs, uri);
        },
        undefined,
        disposables,
      );
  return {
    ignoreCreateEvents: false,
    ignoreChangeEvents: false,
    ignoreDeleteEvents: false,
    onDidCreate: heard('created', watcher.onDidCreate),
    onDidChange: heard('changed', watcher.onDidChange),
    onDidDelete: heard('deleted', watcher.onDidDelete),
    dispose: () => {
      watcher.dispose();
    },
  };
}
