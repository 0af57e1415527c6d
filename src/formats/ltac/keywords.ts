import { message, say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** What the first word of a line can be: a kind of node, or the use of a node that stands elsewhere. */
export type Keyword = NodeKind | 'link';

/** The words of LTAC. */
const WORDS: ReadonlyMap<string, Keyword> = new Map([
  ['Claim', 'claim'],
  ['Strategy', 'strategy'],
  ['Evidence', 'evidence'],
  ['Justification', 'justification'],
  ['Context', 'context'],
  ['Assumption', 'assumption'],
  ['Relation', 'inference'],
  ['Link', 'link'],
]);

const WITH_OPTION = message('`Claim` with the option `{defeater}`');

/** Words of other notations, in lower case. LTAC says the last ones with an option. */
const FOREIGN: ReadonlyMap<string, readonly [keyword: Keyword, write: string]> = new Map([
  ['goal', ['claim', '`Claim`']],
  ['subclaim', ['claim', '`Claim`']],
  ['sub-claim', ['claim', '`Claim`']],
  ['argument', ['strategy', '`Strategy`']],
  ['solution', ['evidence', '`Evidence`']],
  ['rationale', ['justification', '`Justification`']],
  ['information', ['context', '`Context`']],
  ['reference', ['evidence', '`Evidence`']],
  ['rebuttal', ['rebuttal', WITH_OPTION]],
  ['defeater', ['rebuttal', WITH_OPTION]],
  ['counterclaim', ['rebuttal', WITH_OPTION]],
  ['undercut', ['undercut', WITH_OPTION]],
  ['undermine', ['undermine', WITH_OPTION]],
]);

/** A word at the beginning of a line that means, or was probably meant to mean, what a line is. */
export interface KeywordFound {
  readonly keyword: Keyword;
  /** What to write instead, where LTAC does not have the word. */
  readonly write?: string;
}

const LONGEST_TYPO = 20;

/** What a word says of its line; undefined for one that says nothing. */
export function keywordOf(word: string): KeywordFound | undefined {
  const exact = WORDS.get(word);
  if (exact) return { keyword: exact };
  const foreign = FOREIGN.get(word.toLowerCase());
  if (foreign)
    return { keyword: foreign[0], write: foreign[1] === WITH_OPTION ? say(WITH_OPTION) : foreign[1] };
  const similar = word.length > LONGEST_TYPO ? undefined : closest(word, WORDS.keys());
  return similar === undefined ? undefined : { keyword: WORDS.get(similar)!, write: `\`${similar}\`` };
}

/** Whether a word is exactly one of LTAC's. */
export function isKeyword(word: string): boolean {
  return WORDS.has(word);
}
