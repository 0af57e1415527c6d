import type { Connection } from 'vscode-languageserver';
import { type LensPosition, codeLenses } from '../service/code-lens.ts';
import { commentDefinition } from '../service/code-comments.ts';
import { convertDocument } from '../service/convert.ts';
import { definition, references } from '../service/navigation.ts';
import { toFile } from '../service/uris.ts';
import type { Revision } from '../service/views.ts';
import { COMMIT_TEXT, CONVERT, type ConvertParams, REVISION_TEXT } from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what the editor asks, from memory. */
export function registerFeatures(
  connection: Connection,
  session: () => Session | undefined,
  lensPosition: () => LensPosition,
): void {
  /** Answers for a file; `nothing` where there is no session or the document is not a file. */
  const answer = <T>(uri: string, nothing: T, ask: (session: Session, file: string) => T): T => {
    const file = toFile(uri);
    const current = session();
    return current && file !== undefined ? ask(current, file) : nothing;
  };

  connection.onCodeLens(({ textDocument }) =>
    answer(textDocument.uri, [], (current, file) =>
      codeLenses(current.lookup(), file, current.now(), lensPosition()),
    ),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer(textDocument.uri, [], (current, file) => [
      ...definition(current.lookup(), file, position),
      ...commentDefinition(current.lookup(), file, position),
    ]),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    answer(textDocument.uri, [], (current, file) =>
      references(current.lookup(), file, position, context.includeDeclaration),
    ),
  );
  connection.onRequest(CONVERT, ({ uri, to }: ConvertParams) =>
    answer(uri, null, (current, file) => convertDocument(current.lookup(), file, to)),
  );
  connection.onRequest(REVISION_TEXT, (revision: Revision) => session()?.revisionText(revision) ?? null);
  connection.onRequest(COMMIT_TEXT, (revision: Revision) => session()?.commitText(revision) ?? null);
}
