import { formatOf } from '../../../formats/claim-files.ts';
import { typeOfId } from '../../../formats/gsn2x/kinds.ts';
import type { ChangedWord } from '../../../history/changed-words.ts';

/**
 * Whether only the id of a link's claim, or of the evidence, is another: whoever renames one judges nothing. Where an id tells what kind of node it
 * names, whoever makes a rebuttal a claim by it says something else.
 *
 * @param ids what these are called
 * @param file the path of the claim file
 */
export function isNewId({ then, now }: ChangedWord, ids: readonly string[], file: string): boolean {
  return ids.includes(now) && /^[\w.-]+$/.test(then) && isOfOneKind(then, now, file);
}

/** What `ids` were called before some of them became others. */
export function idsBefore(
  words: readonly ChangedWord[],
  ids: readonly string[],
  file: string,
): readonly string[] {
  const renamed = words.filter((word) => isNewId(word, ids, file));
  return ids.map((id) => renamed.find(({ now }) => now === id)?.then ?? id);
}

function isOfOneKind(then: string, now: string, file: string): boolean {
  switch (formatOf(file)) {
    case 'gsn2x':
      return typeOfId(then) === typeOfId(now);
    // Which letters mean which kind is the document's affair, or that of the settings.
    case 'markdown':
    case undefined:
      return lettersOf(then) === lettersOf(now);
    case 'yaml':
    case 'ltac':
    case 'tsf':
    case 'drawio':
      return true;
  }
}

/** The letters before the number of an id: `R` of `R1`, `REQ` of `REQ-1`. Undefined for other names, which tell no kind. */
function lettersOf(id: string): string | undefined {
  return /^([A-Za-z]+)[-_.]?\d/.exec(id)?.[1];
}
