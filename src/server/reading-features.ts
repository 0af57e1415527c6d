import { type Connection, type ServerCapabilities, SemanticTokensRequest } from 'vscode-languageserver';
import { LineIndex } from '../model/text.ts';
import { formatByName } from '../project/authoring/place-at.ts';
import { type PlacesInFile, placesIn } from '../project/authoring/places-in.ts';
import { commentHover } from '../service/code-comments.ts';
import { documentLinks } from '../service/document-links.ts';
import { documentSymbols } from '../service/document-symbols.ts';
import { highlights } from '../service/highlights.ts';
import { claimHover, evidenceHover, keyHover, requirementHover } from '../service/hover.ts';
import { withCode } from '../service/hover-code.ts';
import { explainHint, inlayHints } from '../service/inlay-hints.ts';
import type { Lookup } from '../service/lookup.ts';
import { selectionRanges } from '../service/selection-ranges.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, semanticTokens } from '../service/semantic-tokens.ts';
import { toFile } from '../service/uris.ts';
import { workspaceSymbols } from '../service/workspace-symbols.ts';
import type { Session } from './session.ts';

/** What `registerReadingFeatures` answers. */
export const READING_CAPABILITIES: ServerCapabilities = {
  hoverProvider: true,
  inlayHintProvider: { resolveProvider: true },
  documentLinkProvider: {},
  documentSymbolProvider: { label: 'Warrant' },
  workspaceSymbolProvider: true,
  selectionRangeProvider: true,
  documentHighlightProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: true,
  },
};

/**
 * Answers what makes a claim file easier to read. What is about a cursor is answered from what is known; what marks places of the whole file waits until that
 * is about the text as it is now.
 *
 * @param textOf what the editor holds of a document
 */
export function registerReadingFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
): void {
  /** Answers for a claim file; null where there is no session, and for other files. */
  const ofClaimFile = async <T>(
    uri: string,
    ask: (lookup: Lookup, file: string, now: Date) => T,
  ): Promise<T | null> => {
    const file = toFile(uri);
    const current = session();
    if (!current || file === undefined) return null;
    const isKnown = current.lookup().casesIn(file).length > 0;
    if (!isKnown && current.isChecked() && formatByName(file) === undefined) return null;
    const lookup = await current.settled();
    if (lookup.casesIn(file).length === 0) return null;
    return ask(lookup, file, current.now());
  };

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const file = toFile(uri);
    const current = session();
    if (!current || file === undefined) return null;
    const lookup = current.lookup();
    const now = current.now();
    const claim = claimHover(lookup, file, position, now);
    if (claim) return withCode(claim, lookup, file, position, reader(current));
    const text = textOf(uri);
    return (
      commentHover(lookup, file, position) ??
      requirementHover(lookup, file, position) ??
      (text === undefined ? undefined : keyHover(lookup, file, position, text)) ??
      evidenceHover(lookup, file, position, now) ??
      null
    );
  });
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    ofClaimFile(uri, (lookup, file, now) => {
      const text = textOf(uri);
      return text === undefined ? [] : inlayHints(lookup, file, range, new LineIndex(text), now);
    }),
  );
  connection.languages.inlayHint.resolve((hint) => {
    const current = session();
    return current ? explainHint(current.lookup(), hint, current.now()) : hint;
  });
  connection.onDocumentLinks(({ textDocument: { uri } }) => ofClaimFile(uri, documentLinks));
  connection.onDocumentSymbol(({ textDocument: { uri } }) => ofClaimFile(uri, documentSymbols));
  connection.onWorkspaceSymbol(({ query }) => {
    const current = session();
    return current ? workspaceSymbols(current.lookup(), query) : [];
  });
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    ofClaimFile(uri, (lookup, file) => selectionRanges(lookup, file, positions)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
    const file = toFile(uri);
    const current = session();
    return current && file !== undefined ? (highlights(current.lookup(), file, position) ?? null) : null;
  });
  connection.onRequest(SemanticTokensRequest.type, ({ textDocument: { uri } }) =>
    ofClaimFile(uri, semanticTokens),
  );
}

/** Reads what files can be pointed into, where the person looks at one. */
export function reader(session: Session): (root: string, path: string) => Promise<PlacesInFile | undefined> {
  return async (root, path) => {
    const subject = session.subjectAt(root);
    return subject && placesIn(subject, path);
  };
}
