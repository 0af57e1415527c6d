import type { CodeAction } from 'vscode-languageserver-protocol';
import type { Range } from '../../model/text.ts';
import type { ClaimText } from '../../project/editing/claim-text.ts';
import type { Texts } from '../../project/editing/file-edits.ts';
import type { JudgedCase, JudgedNode } from '../../project/snapshot.ts';
import type { Lookup } from '../lookup.ts';

/** A selection in a claim file that a person may want to change. */
export interface EditRequest {
  readonly lookup: Lookup;
  /** Absolute. */
  readonly file: string;
  readonly range: Range;
  readonly claimText: ClaimText;
  readonly texts: Texts;
  /** The node whose id stands there, or whose text, where it has none. */
  readonly spot?: { readonly case: JudgedCase; readonly node: JudgedNode };
}

/** Offers what can be done with a selection; nothing that cannot be carried out. */
export type EditActions = (request: EditRequest) => Promise<CodeAction[]> | CodeAction[];
