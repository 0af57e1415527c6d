import type { DocumentGate } from './document-gate.ts';

/** What only claim files have an answer to; in evidence, where people type code, nobody waits for the server to say that it has none. */
const ONLY_IN_CLAIM_FILES: ReadonlySet<string> = new Set([
  'textDocument/completion',
  'textDocument/documentHighlight',
  'textDocument/documentLink',
  'textDocument/documentSymbol',
  'textDocument/inlayHint',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/selectionRange',
  'textDocument/semanticTokens/full',
]);

/** Whether the server is asked this of a document. @param uri normalised */
export function isAsked(gate: DocumentGate, method: string, uri: string): boolean {
  return gate.isOpen(uri) && (!ONLY_IN_CLAIM_FILES.has(method) || gate.interest().isClaimFile(uri));
}
