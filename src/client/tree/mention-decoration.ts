import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';

/** An address that stands for every mention, only so that their labels can be coloured. */
export const MENTION_URI = vscode.Uri.from({ scheme: 'warrant-mention', path: '/mention' });

/** Dims the labels of mentions, which VS Code allows only through the decoration of a resource. */
export function registerMentionDecoration(): vscode.Disposable {
  const dimmed = new vscode.FileDecoration(
    undefined,
    say('Only mentioned: does not count'),
    new vscode.ThemeColor('list.deemphasizedForeground'),
  );
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => (uri.scheme === MENTION_URI.scheme ? dimmed : undefined),
  });
}
