import type { CodeAction } from 'vscode-languageserver-protocol';
import type { Range } from '../../model/text.ts';
import type { Texts } from '../../project/editing/file-edits.ts';
import type { Lookup } from '../lookup.ts';
import { extractClaimAction } from './extract-claim.ts';
import { giveIdAction } from './give-id.ts';
import type { EditActions } from './edit-request.ts';
import { quoteTextAction } from './quote-text.ts';
import { satisfiesAction } from './satisfies.ts';
import { undevelopedAction } from './undeveloped.ts';

/** In the order in which they are offered. */
const ALL: readonly EditActions[] = [
  quoteTextAction,
  giveIdAction,
  undevelopedAction,
  satisfiesAction,
  extractClaimAction,
];

/** How a selection in a claim file can be written otherwise. Each edit was read back. @param file absolute */
export async function editActions(
  lookup: Lookup,
  file: string,
  range: Range,
  texts: Texts,
): Promise<CodeAction[]> {
  const claimText = lookup.casesIn(file).length > 0 ? texts.claimText(file) : undefined;
  if (!claimText) return [];
  const found = lookup.spotAt(file, range.start);
  const spot =
    found?.node && !found.judged && !found.reference ? { case: found.case, node: found.node } : undefined;
  const request = { lookup, file, range, claimText, texts, ...(spot && { spot }) };
  const actions: CodeAction[] = [];
  for (const offer of ALL) actions.push(...(await offer(request)));
  return actions;
}
