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

/** Of these, what comments that name claims have an answer to as well. */
const IN_COMMENTS: ReadonlySet<string> = new Set([
  'textDocument/completion',
  'textDocument/prepareRename',
  'textDocument/rename',
]);

/** How a comment begins that names claims; whether it is one is known to the server. */
const COMMENT = /\bwarrant:[ \t]/;

/**
 * Whether the server is asked this of a document.
 *
 * @param uri normalised
 * @param before reads what stands in the line before the place that is asked about; undefined where no place is, or nothing is known of the document. It is
 * looked at only outside of claim files, and for few questions: a line without such a comment costs nothing further
 */
export function isAsked(
  gate: DocumentGate,
  method: string,
  uri: string,
  before: () => string | undefined,
): boolean {
  if (!ONLY_IN_CLAIM_FILES.has(method)) return gate.isOpen(uri);
  if (gate.interest().isClaimFile(uri)) return gate.isOpen(uri);
  return IN_COMMENTS.has(method) && COMMENT.test(before() ?? '');
}
