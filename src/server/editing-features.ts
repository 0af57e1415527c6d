import {
  type Connection,
  type FileOperationOptions,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { message, say } from '../l10n/say.ts';
import { placesNow } from '../project/authoring/places-in.ts';
import { type SelectedLines, preciseLocator } from '../project/authoring/precise-locator.ts';
import { evidenceEdits, evidenceOffer } from '../service/evidence-for.ts';
import { extractEdits } from '../service/extract-claim.ts';
import { moveFiles } from '../service/move-files.ts';
import { prepareRename, rename } from '../service/rename.ts';
import { toFile } from '../service/uris.ts';
import type { EvidenceAnswer, EvidenceOffer, ExtractAnswer } from '../service/views.ts';
import { warn } from './ask-editor.ts';
import {
  ADD_EVIDENCE,
  type AddEvidenceParams,
  EVIDENCE_OFFER,
  type EvidenceOfferParams,
  EXTRACT_CLAIM,
  type ExtractParams,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Before which moves the server is asked: editors know better which files and folders are evidence, and ask about these only. */
export const FILE_OPERATIONS: FileOperationOptions = {
  willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
};

/**
 * Answers how claim files change when something is called otherwise or moves. The editor makes the edits.
 *
 * @param textOf what the editor holds of a document
 */
export function registerEditingFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
): void {
  connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
    const [current, file] = [session(), toFile(uri)];
    if (!current || file === undefined) return null;
    const found = prepareRename(await current.settled(), file, position, current.texts(textOf));
    return refusing(found) ?? null;
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const [current, file] = [session(), toFile(uri)];
    if (!current || file === undefined) return null;
    const answer = await rename(await current.settled(), file, position, newName, current.texts(textOf));
    const done = refusing(answer);
    if (done?.note !== undefined) warn(connection, done.note);
    return done?.edit ?? null;
  });
  connection.workspace.onWillRenameFiles(async ({ files }) => {
    const current = session();
    if (!current) return null;
    const { edit, note } = await moveFiles(await current.settled(), files, current.texts(textOf));
    if (note !== undefined) warn(connection, note);
    return edit ?? null;
  });
  connection.onRequest(
    EVIDENCE_OFFER,
    async ({ uri, range, text }: EvidenceOfferParams): Promise<EvidenceOffer> => {
      const [current, file] = [session(), toFile(uri)];
      if (!current || file === undefined) return { refused: say(NOT_STARTED) };
      return evidenceOffer(await current.settled(), file, async (root, path) => {
        const subject = current.subjectAt(root);
        if (!subject?.index.has(path)) return undefined;
        return preciseLocator(path, range && linesOf(range), await placesNow(subject, path, text));
      });
    },
  );
  connection.onRequest<EvidenceAnswer, unknown>(
    ADD_EVIDENCE,
    async ({ case: key, locator, for: wanted }: AddEvidenceParams): Promise<EvidenceAnswer> => {
      const current = session();
      if (!current) return { refused: say(NOT_STARTED) };
      const { claimText } = current.texts(textOf);
      return evidenceEdits(await current.settled(), key, wanted, locator, claimText);
    },
  );
  connection.onRequest<ExtractAnswer, unknown>(
    EXTRACT_CLAIM,
    async ({ words, ...target }: ExtractParams): Promise<ExtractAnswer> => {
      const current = session();
      if (!current) return { refused: say(NOT_STARTED) };
      return extractEdits(await current.settled(), target, words, current.texts(textOf).claimText);
    },
  );
}

const NOT_STARTED = message('The Warrant server has not started yet. Try again in a moment.');

/** The lines of a selection, 1-based. One that ends where a line begins has nothing of that line. */
function linesOf({ start, end }: Range): SelectedLines {
  const endLine = end.character === 0 && end.line > start.line ? end.line : end.line + 1;
  const empty = start.line === end.line && start.character === end.character;
  return { startLine: start.line + 1, endLine, empty };
}

/** Editors show the message of a request that failed. */
function refusing<T extends object>(answer: T | { readonly refused: string } | undefined): T | undefined {
  if (answer && 'refused' in answer)
    throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused as string);
  return answer;
}
