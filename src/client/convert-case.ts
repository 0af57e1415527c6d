import * as vscode from 'vscode';
import { say } from '../l10n/say.ts';
import { NOTATIONS, type NotationName } from '../model/notations.ts';
import { CONVERT, type ConvertParams, type ConvertedDocument } from '../server/protocol.ts';
import { fileExists } from './file-exists.ts';
import type { ServerConnection } from './connection/server-connection.ts';
import type { ClaimTree } from './tree/claim-tree.ts';

/** Documents that tell what a conversion lost. They are there to be read: nothing asks to save them. Their text is their query. */
const LOSSES_SCHEME = 'warrant-losses';

/** The command that opens a case in another notation, as a new document that is not saved yet. */
export function registerConvert(
  server: ServerConnection,
  tree: ClaimTree,
  isClaimFile: (uri: vscode.Uri) => boolean,
): vscode.Disposable {
  async function convert(argument: unknown, notation: unknown): Promise<void> {
    const uri = claimFileOf(argument, tree) ?? activeClaimFile(isClaimFile);
    if (!uri) {
      void vscode.window.showInformationMessage(
        say(
          'Warrant: open the claim file that you want to convert, or choose Convert Case… on a case in the Assurance Cases view.',
        ),
      );
      return;
    }
    const to = isNotation(notation) ? notation : await chooseNotation(uri);
    if (!to) return;
    const params: ConvertParams = { uri: uri.toString(), to };
    const converted = await server.client().sendRequest<ConvertedDocument | null>(CONVERT, params);
    if (!converted) {
      void vscode.window.showWarningMessage(
        say('Warrant: {0} holds no case that could be converted.', nameOf(uri)),
      );
      return;
    }
    await open(uri, converted);
    // The command is done, whether or not anybody answers the message.
    void sayLosses(uri, converted, to);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('warrant.convert', convert),
    vscode.workspace.registerTextDocumentContentProvider(LOSSES_SCHEME, {
      provideTextDocumentContent: ({ query }) => query,
    }),
  );
}

/** Who binds the command to a key may name the notation. */
function isNotation(value: unknown): value is NotationName {
  return typeof value === 'string' && Object.hasOwn(NOTATIONS, value);
}

function claimFileOf(argument: unknown, tree: ClaimTree): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  const source = tree.itemOf(argument)?.source;
  return source && vscode.Uri.parse(source.uri);
}

/** The claim file in front of the person; a picture has a tab and no text editor. */
export function activeClaimFile(isClaimFile: (uri: vscode.Uri) => boolean): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const hasUri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  const uri = vscode.window.activeTextEditor?.document.uri ?? (hasUri ? input.uri : undefined);
  return uri && isClaimFile(uri) ? uri : undefined;
}

async function chooseNotation(uri: vscode.Uri): Promise<NotationName | undefined> {
  const items = Object.entries(NOTATIONS)
    .filter(([, { ending }]) => !uri.path.toLowerCase().endsWith(ending))
    .map(([name, { label, ending }]) => ({
      label: say(label),
      description: `*${ending}`,
      name: name as NotationName,
    }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: say('Convert {0}', nameOf(uri)),
    placeHolder: say('The notation to write it in. The file itself stays as it is.'),
  });
  return chosen?.name;
}

async function open(from: vscode.Uri, { text, language, name }: ConvertedDocument): Promise<void> {
  const beside = vscode.Uri.joinPath(from, '..', name);
  const known = await vscode.languages.getLanguages();
  const document = (await fileExists(beside))
    ? await vscode.workspace.openTextDocument({
        language: known.includes(language) ? language : 'plaintext',
        content: text,
      })
    : await fill(beside.with({ scheme: 'untitled' }), text);
  await vscode.window.showTextDocument(document);
}

async function sayLosses(from: vscode.Uri, { losses }: ConvertedDocument, to: NotationName): Promise<void> {
  if (losses.length === 0) return;
  const show = say('Show');
  const [name, notation] = [nameOf(from), say(NOTATIONS[to].label)];
  const choice = await vscode.window.showWarningMessage(
    losses.length === 1
      ? say('Warrant: One thing of {0} cannot be said in {1}.', name, notation)
      : say('Warrant: {0} things of {1} cannot be said in {2}.', losses.length, name, notation),
    show,
  );
  if (choice !== show) return;
  const title = say('What {0} cannot say of {1}', notation, name);
  const query = `# ${title}\n\n${losses.map((loss) => `- ${loss}\n`).join('')}`;
  const uri = vscode.Uri.from({ scheme: LOSSES_SCHEME, path: `/${title}`, query });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'markdown'));
}

/** A document that will be saved beside the claim file. One of that name that is open already gets the new text, which can be undone. */
async function fill(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
