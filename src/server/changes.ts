import type { CodeAction } from 'vscode-languageserver-protocol';
import type { Range } from '../model/text.ts';
import { placesNow } from '../project/authoring/places-in.ts';
import { editActions } from '../service/code-actions/edit-actions.ts';
import { pointToSymbol, wholeLinksTo } from '../service/code-actions/point-to-symbol.ts';
import type { Lookup } from '../service/lookup.ts';
import { toUri } from '../service/uris.ts';
import type { Session } from './session.ts';

/**
 * How a claim file can be written otherwise, from where it is written or from its evidence. A file of evidence is read where it is not known yet.
 *
 * @param file absolute
 * @param textOf what the editor holds of a document
 */
export async function changes(
  session: Session,
  lookup: Lookup,
  file: string,
  range: Range,
  textOf: (uri: string) => string | undefined,
): Promise<CodeAction[]> {
  const texts = session.texts(textOf);
  const inClaims = await editActions(lookup, file, range, texts);
  const [first, ...others] = wholeLinksTo(lookup, file);
  if (!first) return inClaims;
  const { root } = first.case.subject;
  const subject = session.subjectAt(root);
  const path = first.judged.verdict.targets[0]!.path;
  const places = subject && (await placesNow(subject, path, textOf(toUri(file))));
  return places ? [...inClaims, ...pointToSymbol([first, ...others], range.start, places, texts)] : inClaims;
}
