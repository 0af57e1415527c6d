import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import { extractBelow } from '../project/editing/edit-node.ts';
import type { Lookup } from './lookup.ts';
import type { ExtractAnswer, ExtractTarget } from './views.ts';
import { textEdits } from './workspace-edit.ts';

/** The edits that write a claim below another, with some of its evidence, or why there are none. */
export function extractEdits(
  lookup: Lookup,
  { case: key, node: below, links }: ExtractTarget,
  words: string,
  textOf: (file: string) => ClaimText | undefined,
): ExtractAnswer {
  const one = lookup.caseOf(key);
  const node = one?.nodes.get(below)?.node;
  const claimText = one && node && textOf(fileOf(one, node));
  if (!one || !claimText) return { refused: say('The claim is not there any more. Try again.') };
  const edited = extractBelow(one, below, words, links, claimText);
  return 'refused' in edited ? edited : { edits: edited.files.flatMap(textEdits), id: edited.id };
}
