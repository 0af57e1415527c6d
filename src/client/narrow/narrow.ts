import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { NARROW, NARROWING, NARROW_COMMAND, type NarrowAnswer } from '../../server/protocol.ts';
import { editsFor } from '../editing/edits-for.ts';
import { openPlace } from '../show/open-place.ts';
import { askedOf } from '../review/asked.ts';
import type { ShownReviews } from '../review/shown-reviews.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { type NarrowChoice, type Narrowable, narrowChoices } from './narrow-choices.ts';

/** The command by which a person says which parts of a file a link to the whole of it means. The claim file is changed and not saved, so that it can be undone. */
export function registerNarrow(
  server: ServerConnection,
  tree: ClaimTree,
  shown: ShownReviews,
): vscode.Disposable {
  async function narrow(argument: unknown): Promise<void> {
    const asked = askedOf(argument, 'narrow', tree, shown);
    const answer = asked && (await server.ask(NARROWING, asked));
    if (answer === undefined && asked) return sayRefused(undefined);
    if (!answer) return sayNothingThere();
    if ('refused' in answer) return sayRefused(answer.refused);
    const parts = await pickParts(answer);
    if (parts && parts.length > 0) await write(answer, parts);
  }

  async function write({ uri, target }: Narrowable, parts: readonly string[]): Promise<void> {
    // An open document is known to the server with all that is not saved in it.
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const answer = await editsFor(document, () => server.ask(NARROW, { target, parts }));
    if (!answer || 'refused' in answer) return sayRefused(answer?.refused);
    const place = await apply(document, answer);
    if (!place) return sayRefused(undefined);
    await openPlace(place);
    // The command is done, whether or not anybody answers.
    void tell(document, answer.said);
  }

  /** Makes the edits as one step that can be undone; where they begin, or undefined if the editor would not. */
  async function apply(
    document: vscode.TextDocument,
    { edits }: Exclude<NarrowAnswer, { readonly refused: string }>,
  ): Promise<vscode.Location | undefined> {
    const { protocol2CodeConverter } = server.client();
    const made = edits.map((edit) => protocol2CodeConverter.asTextEdit(edit));
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, made);
    await vscode.window.showTextDocument(document);
    const start = made[0]?.range.start ?? new vscode.Position(0, 0);
    return (await vscode.workspace.applyEdit(change)) ? new vscode.Location(document.uri, start) : undefined;
  }

  return vscode.commands.registerCommand(NARROW_COMMAND, narrow);
}

/** The parts that a person picks, in the order of the list; undefined where they pick none. */
async function pickParts(question: Narrowable): Promise<readonly string[] | undefined> {
  const picked = await vscode.window.showQuickPick(narrowChoices(question).map(asItem), {
    title: say('Narrow {0} to…', question.locator),
    placeHolder: say('Which parts support “{0}”?', question.claim),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ part }) => part ?? []);
}

function asItem(choice: NarrowChoice): vscode.QuickPickItem & { readonly part?: string } {
  if ('heading' in choice) return { label: choice.heading, kind: vscode.QuickPickItemKind.Separator };
  const { part, description, picked } = choice;
  return { label: part, description, picked, part };
}

/** Says what was done. With a button the message is shown in full. */
async function tell(document: vscode.TextDocument, said: string): Promise<void> {
  const save = say('Save the Claim File');
  const choice = await vscode.window.showInformationMessage(`Warrant: ${said}`, save);
  if (choice === save) await document.save();
}

function sayNothingThere(): void {
  void vscode.window.showInformationMessage(
    say('Warrant: put the cursor on one locator that leads to the whole of a file, to narrow it to a part.'),
  );
}

function sayRefused(why: string | undefined): void {
  void vscode.window.showWarningMessage(
    `Warrant: ${why ?? say('the link could not be narrowed. The output channel “Warrant” says why.')}`,
  );
}
