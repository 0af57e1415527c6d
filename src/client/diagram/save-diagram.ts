import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import type { DiagramData } from '../../model/diagram.ts';
import type { ExportFormat } from '../../panel/messages.ts';
import { CONVERT } from '../../server/protocol.ts';
import type { ServerConnection } from '../connection/server-connection.ts';

interface Kind {
  readonly name: string;
  readonly ending: string;
}

const kinds = (): Readonly<Record<ExportFormat, Kind>> => ({
  svg: { name: say('SVG picture'), ending: 'svg' },
  png: { name: say('PNG picture'), ending: 'png' },
  mermaid: { name: say('Mermaid flowchart'), ending: 'mmd' },
});

/**
 * Saves a diagram where the person says.
 *
 * @param content as the page made it; Mermaid is made by the server, of all cases in the claim file
 */
export async function saveDiagram(
  server: ServerConnection,
  { uri, title }: DiagramData,
  format: ExportFormat,
  content: string,
): Promise<void> {
  const bytes = await bytesOf(server, uri, format, content);
  if (!bytes) {
    void vscode.window.showErrorMessage(
      say('Warrant: the diagram of {0} could not be made. Try again in a moment.', title),
    );
    return;
  }
  const { name, ending } = kinds()[format];
  const file = vscode.Uri.parse(uri);
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(file, '..', `${stem}.${ending}`),
    filters: { [name]: [ending] },
    title: say('Save the Diagram'),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    void vscode.window.showErrorMessage(
      say('Warrant: the diagram could not be saved as {0}: {1}', target.path, String(error)),
    );
    return;
  }
  const saved = target.path.slice(target.path.lastIndexOf('/') + 1);
  const open = say('Open');
  void vscode.window
    .showInformationMessage(say('Warrant: the diagram is saved as {0}.', saved), open)
    .then((choice) => {
      if (choice === open) void vscode.commands.executeCommand('vscode.open', target);
    });
}

async function bytesOf(
  server: ServerConnection,
  uri: string,
  format: ExportFormat,
  content: string,
): Promise<Uint8Array | undefined> {
  switch (format) {
    case 'svg':
      return Buffer.from(content, 'utf8');
    case 'png':
      return Buffer.from(content, 'base64');
    case 'mermaid': {
      const converted = await server.ask(CONVERT, { uri, to: 'mermaid' });
      return converted ? Buffer.from(converted.text, 'utf8') : undefined;
    }
  }
}
