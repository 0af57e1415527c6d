import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { complete } from '../service/completion/complete.ts';
import { completeInComment } from '../service/completion/comment-names.ts';
import { resolveItem } from '../service/completion/resolve.ts';
import { toFile } from '../service/uris.ts';
import { reader } from './reading-features.ts';
import type { Session } from './session.ts';

/** Characters at which an editor asks what could be written, besides letters. */
export const COMPLETION_TRIGGERS: readonly string[] = [...'/#.:[{,` ("^-'];

/**
 * Answers what can be written at a place of a claim file, and in a comment of code that names claims. Nothing of it asks git; a file is read where somebody names a part of it.
 *
 * @param textOf what the editor holds of a document
 * @param editor what the editor understands
 */
export function registerWritingFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
  editor: () => ClientCapabilities,
): void {
  connection.onCompletion(async ({ textDocument, position }) => {
    const current = session();
    const file = toFile(textDocument.uri);
    const text = textOf(textDocument.uri);
    if (!current || file === undefined || text === undefined) return null;
    const ports = {
      lookup: current.lookup(),
      subjectAt: (root: string) => current.subjectAt(root),
      subjectAround: (one: string) => current.subjectAround(one),
      snippets: editor().textDocument?.completion?.completionItem?.snippetSupport ?? false,
    };
    const inClaimFile = await complete(ports, file, text, position);
    return inClaimFile ?? completeInComment(ports.lookup, file, text, position) ?? null;
  });
  connection.onCompletionResolve(async (item) => {
    const current = session();
    if (!current) return item;
    return resolveItem(current.lookup(), reader(current), item);
  });
}
