import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import type { EvidenceCase } from '../../server/protocol.ts';
import { type ClaimChoice, caseChoices, claimChoices, parentChoices } from './claim-choices.ts';

/** A claim that something becomes evidence of: one that is there, or one that is to be written. */
export interface PickedClaim {
  readonly case: EvidenceCase;
  readonly for: { readonly node: string } | { readonly words: string; readonly below?: string };
}

/** Has the person choose a claim, or write one; undefined where they do neither. @param recent the claims used last */
export async function pickClaim(
  cases: readonly EvidenceCase[],
  recent: readonly string[],
): Promise<PickedClaim | undefined> {
  const title = say('Use {0} as Evidence for…', cases[0]!.locator);
  const picked = await pick(claimChoices(cases, recent), title, say('A claim, by its id or its words'));
  if (!picked) return undefined;
  const { choice, typed } = picked;
  if (choice.case !== undefined && choice.node !== undefined)
    return { case: choice.case, for: { node: choice.node } };
  const one =
    choice.case ??
    (await pick(caseChoices(cases), title, say('In which case does the new claim stand?')))?.choice.case;
  return one && writeClaim(one, title, typed);
}

async function writeClaim(one: EvidenceCase, title: string, typed: string): Promise<PickedClaim | undefined> {
  const parents = parentChoices(one);
  const [only] = parents;
  const parent =
    parents.length === 1
      ? only
      : (await pick(parents, title, say('Below which claim does the new one stand?')))?.choice;
  if (!parent) return undefined;
  const words = await vscode.window.showInputBox({
    title,
    prompt: say('What does the new claim say?'),
    value: typed,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /[\p{L}\p{N}]/u.test(value)
        ? undefined
        : say('Say what holds, such as “Only signed releases are installed.”'),
  });
  if (words === undefined) return undefined;
  return { case: one, for: { words, ...(parent.node !== undefined && { below: parent.node }) } };
}

type Choice = Extract<ClaimChoice, { label: string }>;

/** What is picked from a list, and what was typed to find it. */
function pick(
  choices: readonly ClaimChoice[],
  title: string,
  placeholder: string,
): Promise<{ readonly choice: Choice; readonly typed: string } | undefined> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly choice?: Choice }>();
  list.title = title;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.items = choices.map((choice) =>
    'heading' in choice
      ? { label: choice.heading, kind: vscode.QuickPickItemKind.Separator }
      : {
          label: choice.label,
          description: choice.description,
          choice,
          alwaysShow: choice.always === true,
        },
  );
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const choice = list.selectedItems[0]?.choice;
      resolve(choice && { choice, typed: list.value.trim() });
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
