import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { IMPACT } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { type SideView, createSideView } from './side-view.ts';

const VIEW = 'warrant.myChanges';
/** The workspace's memory of what to compare with. */
const BASE = 'warrant.myChanges.base';

/** The claims that rest on what a person changed: since HEAD, or since HEAD left a revision that they named. */
export function createMyChanges(
  server: ServerConnection,
  memory: vscode.Memento,
): SideView & { readonly commands: vscode.Disposable } {
  const base = (): string | undefined => memory.get<string>(BASE);
  const side = createSideView(VIEW, async (view) => {
    const named = base();
    const answer = await server.ask(IMPACT, named === undefined ? {} : { base: named });
    const items = answer?.items ?? [];
    view.description = answer ? say('since {0}', answer.base) : undefined;
    view.message = answer?.notices.join(' ') || undefined;
    // Where something could not be compared, nobody can say that nothing rests on it.
    const isNothing = items.length === 0 && answer?.notices.length === 0;
    const state = !answer ? 'reading' : isNothing ? 'none' : 'some';
    void vscode.commands.executeCommand('setContext', VIEW, state);
    return items;
  });

  async function compareWith(): Promise<void> {
    const named = await vscode.window.showInputBox({
      title: say('Compare My Changes With'),
      prompt: say(
        'A branch, tag or commit: what changed since this branch left it is shown. Leave it empty for what is not committed.',
      ),
      placeHolder: 'HEAD',
      value: base() ?? '',
    });
    if (named === undefined) return;
    await memory.update(BASE, named.trim() === '' ? undefined : named.trim());
    // The revision is looked up by a check.
    await vscode.commands.executeCommand('warrant.refresh');
    side.refresh();
  }

  return { ...side, commands: vscode.commands.registerCommand('warrant.compareMyChanges', compareWith) };
}
