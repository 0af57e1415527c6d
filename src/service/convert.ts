import { say } from '../l10n/say.ts';
import { NOTATIONS, type NotationName } from '../model/notations.ts';
import { baseName } from '../model/paths.ts';
import { convertCases } from '../project/convert-cases.ts';
import type { Lookup } from './lookup.ts';
import type { ConvertedDocument } from './views.ts';

/**
 * The cases of a claim file in another notation; null where the file holds none. Of several, a notation that holds one gets the first, and
 * the others are among what is lost.
 */
export function convertDocument(lookup: Lookup, file: string, to: NotationName): ConvertedDocument | null {
  const cases = lookup.casesIn(file);
  const { holdsSeveral, ending, language } = NOTATIONS[to];
  const [first, ...others] = cases;
  if (!first) return null;
  const { text, losses } = convertCases(holdsSeveral ? cases : [first], to);
  const left = holdsSeveral
    ? []
    : others.map((one) => say('The case {0}: a file holds one case here.', one.case.id));
  return {
    text,
    language,
    name: `${holdsSeveral && others.length > 0 ? baseName(file).replace(/\..*$/, '') : first.case.id}${ending}`,
    losses: [...losses.map(({ message }) => message), ...left],
  };
}
