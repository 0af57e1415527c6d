import type * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';

/** How often edits are asked for anew. */
const MOST_ATTEMPTS = 3;

/** Asks for edits of a document, and again where it was changed meanwhile, since edits are made for a certain text. Or says that it does not stand still. */
export async function editsFor<T>(
  document: vscode.TextDocument,
  ask: () => Promise<T>,
): Promise<T | { readonly refused: string }> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { version } = document;
    const answer = await ask();
    if (document.version === version) return answer;
  }
  return { refused: say('The claim file is being changed. Try again when it stands still.') };
}
