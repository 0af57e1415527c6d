import type { Connection } from 'vscode-languageserver';
import { codeLenses } from '../service/code-lens.ts';
import { convertDocument } from '../service/convert.ts';
import { claimHover, evidenceHover } from '../service/hover.ts';
import { definition, references } from '../service/navigation.ts';
import { treeChildren, treePath } from '../service/tree.ts';
import { toFile } from '../service/uris.ts';
import type { Revision, TreeItem } from '../service/views.ts';
import {
  COMMIT_TEXT,
  CONVERT,
  type ConvertParams,
  REVISION_TEXT,
  TREE,
  TREE_PATH,
  type TreeParams,
  type TreePathParams,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what the editor asks, from memory. */
export function registerFeatures(connection: Connection, session: () => Session | undefined): void {
  /** Answers for a file; `nothing` where there is no session or the document is not a file. */
  const answer = <T>(uri: string, nothing: T, ask: (session: Session, file: string) => T): T => {
    const file = toFile(uri);
    const current = session();
    return current && file !== undefined ? ask(current, file) : nothing;
  };

  connection.onCodeLens(({ textDocument }) =>
    answer(textDocument.uri, [], (current, file) => codeLenses(current.lookup(), file, current.now())),
  );
  connection.onHover(({ textDocument, position }) =>
    answer(textDocument.uri, null, (current, file) => {
      const lookup = current.lookup();
      const now = current.now();
      return claimHover(lookup, file, position, now) ?? evidenceHover(lookup, file, position, now) ?? null;
    }),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer(textDocument.uri, [], (current, file) => definition(current.lookup(), file, position)),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    answer(textDocument.uri, [], (current, file) =>
      references(current.lookup(), file, position, context.includeDeclaration),
    ),
  );
  connection.onRequest(TREE, ({ parent }: TreeParams): TreeItem[] => {
    const current = session();
    return current ? treeChildren(current.lookup(), parent, current.now()) : [];
  });
  connection.onRequest(TREE_PATH, ({ uri, position }: TreePathParams): TreeItem[] =>
    answer(uri, [], (current, file) => treePath(current.lookup(), file, position, current.now())),
  );
  connection.onRequest(CONVERT, ({ uri, to }: ConvertParams) =>
    answer(uri, null, (current, file) => convertDocument(current.lookup(), file, to)),
  );
  connection.onRequest(REVISION_TEXT, (revision: Revision) => session()?.revisionText(revision) ?? null);
  connection.onRequest(COMMIT_TEXT, (revision: Revision) => session()?.commitText(revision) ?? null);
}
