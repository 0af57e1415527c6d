import type { ChangedWord } from '../../../history/changed-words.ts';

/** Whether only the id of a link's claim, or of the evidence, is another: whoever renames one judges nothing. @param ids what these are called */
export function isNewId({ then, now }: ChangedWord, ids: readonly string[]): boolean {
  return ids.includes(now) && /^[\w.-]+$/.test(then);
}
