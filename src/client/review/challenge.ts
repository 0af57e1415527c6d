import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import {
  type AskedParams,
  CHALLENGE,
  CHALLENGE_COMMAND,
  CHALLENGE_SUBJECT,
  type ChallengeSubject,
  REVIEW_QUESTION,
} from '../../server/protocol.ts';
import { editsFor } from '../editing/edits-for.ts';
import { openPlace } from '../show/open-place.ts';
import type { ServerConnection } from '../connection/server-connection.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import { HAS_CHALLENGE } from '../walkthrough/progress-of.ts';
import { askedOf } from './asked.ts';
import { chooseWaiting } from './choose-waiting.ts';
import type { ShownReviews } from './shown-reviews.ts';

const START = 'Unless ';

/** The command by which a person writes down what speaks against a claim or its evidence. The claim file is changed and not saved, so that it can be undone. */
export function registerChallenge(
  server: ServerConnection,
  tree: ClaimTree,
  shown: ShownReviews,
): vscode.Disposable {
  async function challenge(argument: unknown): Promise<void> {
    const all = askedOf(argument, 'challenge', tree, shown);
    const asked = all && (await oneOf(all));
    if (asked === 'none') return;
    const subject = (asked && (await server.ask(CHALLENGE_SUBJECT, asked))) ?? (await chosen());
    if (!subject) return;
    const words = await askWords(subject);
    if (words !== undefined) await write(subject, words);
  }

  /** Where nothing in front of the person can be challenged, what they choose. */
  async function chosen(): Promise<ChallengeSubject | undefined> {
    const target = await chooseWaiting(
      server,
      say('Challenge Which Evidence?'),
      say(
        'To challenge a claim or its evidence, put the cursor on it, or choose it in the Assurance Cases view.',
      ),
    );
    return (target && (await server.ask(CHALLENGE_SUBJECT, { targets: [target] }))) ?? undefined;
  }

  /** Of several that are in front of the person, which one they mean; `none` where they do not say. */
  async function oneOf(asked: AskedParams): Promise<AskedParams | 'none'> {
    if (!('targets' in asked) || asked.targets.length < 2) return asked;
    const question = await server.ask(REVIEW_QUESTION, asked);
    const choices = (question?.items ?? []).map(({ label, claim, target }) => ({
      label,
      description: claim,
      target,
    }));
    const choice = await vscode.window.showQuickPick(choices, {
      title: say('Challenge Which Evidence?'),
    });
    return choice ? { targets: [choice.target] } : 'none';
  }

  async function write({ uri, target }: ChallengeSubject, words: string): Promise<void> {
    // An open document is known to the server with all that is not saved in it.
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const answer = await editsFor(document, () => server.ask(CHALLENGE, { target, words }));
    if (!answer || 'refused' in answer) return sayRefused(answer, document.uri);
    const { protocol2CodeConverter } = server.client();
    const edits = answer.edits.map((edit) => protocol2CodeConverter.asTextEdit(edit));
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    await vscode.window.showTextDocument(document);
    if (!(await vscode.workspace.applyEdit(change))) return sayRefused(undefined, document.uri);
    void vscode.commands.executeCommand('setContext', HAS_CHALLENGE, true);
    await openPlace(new vscode.Location(document.uri, rangeOf(document, words, edits)));
  }

  return vscode.commands.registerCommand(CHALLENGE_COMMAND, challenge);
}

function askWords({ subject, evidence }: ChallengeSubject): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: say('Challenge {0}', subject),
    prompt: evidence
      ? say('What might make this evidence not support its claim?')
      : say('What might make this not hold?'),
    value: START,
    valueSelection: [START.length, START.length],
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^\s*(?:unless)?\s*$/i.test(value)
        ? say('Say what might make it false, such as “Unless TLS is misconfigured.”')
        : undefined,
  });
}

async function sayRefused(
  answer: { readonly refused: string; readonly convert?: boolean } | undefined,
  uri: vscode.Uri,
): Promise<void> {
  const why =
    answer?.refused ?? say('the challenge could not be written. The output channel “Warrant” says why.');
  const convert = say('Convert Case…');
  const choice = await vscode.window.showWarningMessage(
    `Warrant: ${why}`,
    ...(answer?.convert ? [convert] : []),
  );
  if (choice === convert) await vscode.commands.executeCommand('warrant.convert', uri);
}

/** From the first word of the challenge to the end of its line; where it begins to be written, if its words are written otherwise. */
function rangeOf(
  document: vscode.TextDocument,
  words: string,
  edits: readonly vscode.TextEdit[],
): vscode.Range {
  const start = edits[0]?.range.start ?? new vscode.Position(0, 0);
  const at = document.getText().indexOf(words.trim(), document.offsetAt(start));
  const place = at < 0 ? start : document.positionAt(at);
  return new vscode.Range(place, document.lineAt(place.line).range.end);
}
