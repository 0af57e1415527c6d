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

/** Lets only those documents through to the server that it wants to hear of, and asks it only about these. */
export function documentMiddleware(gate: DocumentGate): Middleware {
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
      if (
        uri !== undefined &&
        !isAsked(gate, typeof type === 'string' ? type : type.method, normaliseUri(uri))
      )
        return null as R;
      return next(type, params, token);
    },
  };
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

function documentOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined;
  const document = params.textDocument;
  if (typeof document !== 'object' || document === null || !('uri' in document)) return undefined;
  return typeof document.uri === 'string' ? document.uri : undefined;
}
