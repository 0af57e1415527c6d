import * as vscode from 'vscode';
import { say } from '../l10n/say.ts';
import { REFRESH } from '../server/protocol.ts';
import { openExample } from './example/open-example.ts';
import { openReadme } from './learn-more.ts';
import { openNewCase } from './new-case/new-case.ts';
import type { ServerConnection } from './connection/server-connection.ts';

/** The commands that concern the whole: checking again, the server, the log, settings, a new case. */
export function registerGeneralCommands(
  server: ServerConnection,
  output: vscode.LogOutputChannel,
  extension: vscode.Uri,
): vscode.Disposable {
  const commands: Record<string, () => unknown> = {
    'warrant.refresh': () => (server.state() === 'stopped' ? server.restart() : server.tell(REFRESH)),
    'warrant.restartServer': () => server.restart(),
    'warrant.showOutput': () => {
      output.show();
    },
    'warrant.newCase': () => openNewCase(extension),
    'warrant.openExample': () => openExample(extension),
    'warrant.learnMore': () => openReadme(extension),
    'warrant.followCursor': () => setFollowCursor(true),
    'warrant.stopFollowingCursor': () => setFollowCursor(false),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

/** Says that the server does not run, and why, and offers what a person can do about it. */
export async function sayGivenUp(
  why: string,
  server: ServerConnection,
  output: vscode.LogOutputChannel,
): Promise<void> {
  const [restart, show] = [say('Restart'), say('Show Output')];
  const choice = await vscode.window.showErrorMessage(
    say('Warrant: {0} Claims and evidence are not being checked.', why),
    restart,
    show,
  );
  if (choice === restart) await server.restart();
  if (choice === show) output.show();
}

/** Changes the setting where it is already set, else for the person. */
async function setFollowCursor(value: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('warrant');
  const inWorkspace = settings.inspect<boolean>('tree.followCursor')?.workspaceValue !== undefined;
  await settings.update(
    'tree.followCursor',
    value,
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
