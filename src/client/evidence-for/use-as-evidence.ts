import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import {
  ADD_EVIDENCE,
  type EvidenceAnswer,
  EVIDENCE_OFFER,
  USE_AS_EVIDENCE_COMMAND,
} from '../../server/protocol.ts';
import { editsFor } from '../editing/edits-for.ts';
import { openPlace } from '../show/open-place.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import { remembered } from './claim-choices.ts';
import { type PickedClaim, pickClaim } from './pick-claim.ts';

/** Under which the claims used last are kept, in each workspace. */
const RECENT = 'warrant.evidenceFor.recent';

/** What a person wants to use: a file, or a part of it. */
interface Wanted {
  readonly uri: vscode.Uri;
  readonly range?: vscode.Range;
}

/** The command by which what is selected in any file, or the whole file, becomes evidence of a claim. The claim file is changed and not saved, so that it can be undone. */
export function registerUseAsEvidence(server: ServerConnection, memory: vscode.Memento): vscode.Disposable {
  async function use(argument: unknown, others: unknown): Promise<void> {
    const wanted = wantedOf(argument, Array.isArray(others));
    if (!wanted) {
      void vscode.window.showInformationMessage(
        say(
          'Warrant: open a file of the workspace and select what is evidence, or choose the file in the explorer.',
        ),
      );
      return;
    }
    const offer = await server.ask(EVIDENCE_OFFER, offerParams(wanted));
    if (!offer || 'refused' in offer) return sayRefused(offer?.refused ?? noServer(server));
    const recent = memory.get<string[]>(RECENT, []);
    const picked = await pickClaim(offer.cases, recent);
    if (!picked) return;
    const node = await write(picked);
    if (node !== undefined) await memory.update(RECENT, remembered(recent, picked.case, node));
  }

  /** The key of the claim that has new evidence now; undefined where it has none. */
  async function write({ case: one, for: claim }: PickedClaim): Promise<string | undefined> {
    const params = { case: one.case, locator: one.locator, for: claim };
    // An open document is known to the server with all that is not saved in it; which file it is, a first answer says.
    const first = await server.ask(ADD_EVIDENCE, params);
    if (!first || 'refused' in first) return sayRefused(first?.refused);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
    const answer = await editsFor(document, () => server.ask(ADD_EVIDENCE, params));
    if (!answer || 'refused' in answer) return sayRefused(answer?.refused);
    const change = new vscode.WorkspaceEdit();
    const edits = answer.edits.map((edit) => server.client().protocol2CodeConverter.asTextEdit(edit));
    change.set(document.uri, edits);
    if (!(await vscode.workspace.applyEdit(change))) return sayRefused(undefined);
    // The command is done, whether or not anybody answers.
    void tell(document, answer, edits[0]);
    return answer.node;
  }

  return vscode.commands.registerCommand(USE_AS_EVIDENCE_COMMAND, use);
}

/** The menu of an editor gives its address, the explorer an address and the selected ones, the palette nothing. */
function wantedOf(argument: unknown, isExplorer: boolean): Wanted | undefined {
  const editor = vscode.window.activeTextEditor;
  const uri = argument instanceof vscode.Uri ? argument : undefined;
  if (isExplorer) return uri?.scheme === 'file' ? { uri } : undefined;
  const isActive = uri === undefined || uri.toString() === editor?.document.uri.toString();
  if (editor && isActive && editor.document.uri.scheme === 'file')
    return { uri: editor.document.uri, range: editor.selection };
  return uri?.scheme === 'file' ? { uri } : undefined;
}

function offerParams({ uri, range }: Wanted) {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return {
    uri: uri.toString(),
    ...(range && {
      range: {
        start: { line: range.start.line, character: range.start.character },
        end: { line: range.end.line, character: range.end.character },
      },
    }),
    // Files that are no evidence yet are not known to the server.
    ...(document?.isDirty && { text: document.getText() }),
  };
}

/** Says what was written, and where. */
async function tell(
  document: vscode.TextDocument,
  { said }: Extract<EvidenceAnswer, { said: string }>,
  edit: vscode.TextEdit | undefined,
): Promise<void> {
  const [open, save] = [say('Open'), say('Save the Claim File')];
  const choice = await vscode.window.showInformationMessage(`Warrant: ${said}`, open, save);
  if (choice === save) await document.save();
  if (choice !== open) return;
  const start = edit?.range.start ?? new vscode.Position(0, 0);
  const line = Math.min(start.line + (edit?.newText.startsWith('\n') ? 1 : 0), document.lineCount - 1);
  await openPlace(new vscode.Location(document.uri, document.lineAt(line).range));
}

function noServer(server: ServerConnection): string {
  return server.state() === 'running'
    ? say('The server gave no answer. The output channel “Warrant” says why.')
    : say('There is no assurance case in this workspace yet. “New Assurance Case” writes one.');
}

function sayRefused(why: string | undefined): undefined {
  void vscode.window.showWarningMessage(
    `Warrant: ${why ?? say('the evidence could not be written. The output channel “Warrant” says why.')}`,
  );
}
