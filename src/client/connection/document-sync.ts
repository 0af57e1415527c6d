import * as vscode from 'vscode';
import type { LanguageClient, MessageSignature, Middleware } from 'vscode-languageclient/node';
import type { InterestParams } from '../../server/protocol.ts';
import type { DocumentGate } from './document-gate.ts';
import { interestIn } from './interest.ts';
import { isAsked } from './is-asked.ts';

type SendRequest<P, R> = (
  type: string | MessageSignature,
  params?: P,
  token?: vscode.CancellationToken,
) => Promise<R>;

/** The one spelling of a URI that is compared, whoever wrote it. */
export function normaliseUri(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

/**
 * Lets only those documents through to the server that it wants to hear of, and asks it only about these.
 *
 * @param open tells the server of a document that it was not told of
 */
export function documentMiddleware(
  gate: DocumentGate,
  open: (document: vscode.TextDocument) => Promise<void>,
): Middleware {
  return {
    didOpen: async (document, next) => {
      if (gate.open(document.uri.toString())) await next(document);
    },
    didChange: async (event, next) => {
      if (gate.isOpen(event.document.uri.toString())) await next(event);
    },
    didSave: async (document, next) => {
      if (gate.isOpen(document.uri.toString())) await next(document);
    },
    didClose: async (document, next) => {
      if (gate.close(document.uri.toString())) await next(document);
    },
    // One gate for hovers, lenses, links and all that will follow: to each of these requests `null` is the answer "nothing here".
    sendRequest: async <P, R>(
      type: string | MessageSignature,
      params: P | undefined,
      token: vscode.CancellationToken | undefined,
      next: SendRequest<P, R>,
    ): Promise<R> => {
      const uri = documentOf(params);
      if (uri === undefined) return next(type, params, token);
      const name = normaliseUri(uri);
      const method = typeof type === 'string' ? type : type.method;
      if (!isAsked(gate, method, name, () => textBefore(name, params))) return null as R;
      if (!gate.isOpen(name)) {
        // Somebody names claims in a file that is no evidence yet.
        const document = openDocument(name);
        if (!document) return null as R;
        gate.hear(name);
        await open(document);
      }
      return next(type, params, token);
    },
  };
}

/** Tells the server of a document, if it runs and the gate lets the document through. */
export async function openAtServer(client: LanguageClient, document: vscode.TextDocument): Promise<void> {
  await client.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
}

/** Makes the editor ask for the inlay hints of all documents again. */
export function refreshHints(client: LanguageClient): void {
  const anyFile = vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'file');
  if (anyFile === undefined || !client.isRunning()) return;
  client.getFeature('textDocument/inlayHint').getProvider(anyFile)?.onDidChangeInlayHints.fire();
}

/** Takes over a new interest: documents already open in the editor are opened or closed at the server as it asks. */
export function applyInterest(client: LanguageClient, gate: DocumentGate, params: InterestParams): void {
  gate.setInterest(interestIn(params, normaliseUri));
  const documents = new Map(
    vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]),
  );
  const { open, close } = gate.pending([...documents.keys()]);
  send(client.getFeature('textDocument/didOpen'), open, documents);
  send(client.getFeature('textDocument/didClose'), close, documents);
  if (open.length + close.length > 0) refreshLenses(client);
}

/** Makes the editor ask for the lenses of all documents again. */
export function refreshLenses(client: LanguageClient): void {
  const anyFile = vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'file');
  if (anyFile === undefined || !client.isRunning()) return;
  client.getFeature('textDocument/codeLens').getProvider(anyFile)?.onDidChangeCodeLensEmitter.fire();
}

interface Sender {
  getProvider(
    document: vscode.TextDocument,
  ): { send(document: vscode.TextDocument): Promise<void> } | undefined;
}

function send(
  sender: Sender,
  uris: readonly string[],
  documents: ReadonlyMap<string, vscode.TextDocument>,
): void {
  for (const uri of uris) {
    const document = documents.get(uri);
    // No provider: the server is not up yet, and will be told of all open documents when it is.
    if (document !== undefined) void sender.getProvider(document)?.send(document);
  }
}

/** What stands in the line before the place that a request is about. */
function textBefore(uri: string, params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('position' in params)) return undefined;
  const { line, character } = params.position as { readonly line: number; readonly character: number };
  const document = openDocument(uri);
  return document && line < document.lineCount ? document.lineAt(line).text.slice(0, character) : undefined;
}

/** @param uri normalised */
function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function documentOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined;
  const document = params.textDocument;
  if (typeof document !== 'object' || document === null || !('uri' in document)) return undefined;
  return typeof document.uri === 'string' ? document.uri : undefined;
}
