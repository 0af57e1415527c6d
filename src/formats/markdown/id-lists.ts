import { ANY_ID as ID } from './id-pattern.ts';

const LIST = `${ID}(?:(?:,? and |,? & |[,;] ?)${ID})*`;
const ONLY = new RegExp(`^(?:see(?: also)?\\s+)?(${LIST})\\.?$`, 'i');

/** A pattern for the words behind which the ids of nodes stand that support or answer one, to be put into others. */
export const SUPPORTED_BY =
  '(?<![A-Za-z\\d])(?:supported|backed|countered|mitigated|addressed|answered|established|argued) (?:by|in|under)';

/** A pattern for lists of ids such as `C1, C2 and C3`, to be put into others. */
export const ID_LIST = LIST;

/** The ids in a text that consists of them, and of nothing but `see`: `see C1, C2`. Undefined for any other text. */
export function onlyIds(text: string): string | undefined {
  return ONLY.exec(text.trim())?.[1];
}

/** Each id in a list, and where it begins in it. */
export function idsIn(list: string): { id: string; at: number }[] {
  return [...list.matchAll(new RegExp(ID, 'g'))].map((match) => ({ id: match[0], at: match.index }));
}
