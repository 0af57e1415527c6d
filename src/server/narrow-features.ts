import type { Connection } from 'vscode-languageserver';
import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { type LinkOfCase, linkAt, linkOf, narrowAnswer, narrowingAnswer } from '../service/narrow.ts';
import { toFile, toUri } from '../service/uris.ts';
import type { NarrowAnswer, NarrowingAnswer } from '../service/views.ts';
import { narrowingOf, partsOf } from './narrowing.ts';
import { type AskedParams, NARROW, NARROWING, type NarrowParams } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Answers what a link to the whole of a file could be narrowed to, and how.
 *
 * @param textOf what the editor holds of a document
 */
export function registerNarrowFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
): void {
  connection.onRequest(NARROWING, async (asked: AskedParams): Promise<NarrowingAnswer | null> => {
    const current = session();
    const link = current && askedLink(current, asked);
    return link ? narrowingAnswer(link, await narrowingOf(current, link)) : null;
  });
  connection.onRequest<NarrowAnswer, unknown>(
    NARROW,
    async ({ target, parts }: NarrowParams): Promise<NarrowAnswer> => {
      const current = session();
      const link = current && linkOf(current.lookup(), target);
      if (!link)
        return { refused: say('The link is not there any more. Put the cursor on it and try again.') };
      const file = fileOf(link.case, link.judged.link);
      const known = await partsOf(current, link);
      return narrowAnswer(link, known, parts, current.claimText(file, textOf(toUri(file))));
    },
  );
}

/** The one link that is asked about; undefined where it is none or several. */
function askedLink(session: Session, asked: AskedParams): LinkOfCase | undefined {
  const lookup = session.lookup();
  if ('targets' in asked) {
    const [target, ...others] = asked.targets;
    return target && others.length === 0 ? linkOf(lookup, target) : undefined;
  }
  const file = toFile(asked.uri);
  return file === undefined ? undefined : linkAt(lookup, file, asked.position);
}
