import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { CHANGED, type ChangedParams } from '../../src/server/protocol.ts';
import { serve } from '../../src/server/serve.ts';
import { toUri } from '../../src/service/uris.ts';
import { openProject } from '../support/project.ts';

/** An editor at the other end of the line. */
export interface Editor {
  readonly client: ProtocolConnection;
  /** The last diagnostics of a file. */
  diagnostics(path: string): readonly Diagnostic[] | undefined;
  /** Waits for something that the server said or will say. */
  until(what: string, holds: () => boolean): Promise<void>;
  readonly changes: ChangedParams[];
  takeProcesses(): string[];
}

/**
 * Starts a server for a folder, in this process, and connects an editor to it.
 *
 * @param capabilities what the editor says that it can, though it refuses all requests
 */
export async function connectEditor(
  root: string,
  trusted = true,
  capabilities: ClientCapabilities = {},
): Promise<Editor> {
  const up = new PassThrough();
  const down = new PassThrough();
  let takeProcesses = (): string[] => [];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  serve(
    connection,
    (mayRunGit) => {
      const opened = openProject({ roots: [] }, { trusted: mayRunGit });
      takeProcesses = opened.takeProcesses;
      return opened.host;
    },
    '/pages',
  );
  connection.listen();
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const changes: ChangedParams[] = [];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    diagnostics.set(params.uri, params.diagnostics);
  });
  client.onNotification(CHANGED, (params: ChangedParams) => {
    changes.push(params);
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    capabilities,
    workspaceFolders: [{ uri: toUri(root), name: 'test' }],
    initializationOptions: { trusted },
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    changes,
    diagnostics: (path) => diagnostics.get(toUri(`${root}/${path}`)),
    takeProcesses: () => takeProcesses(),
    async until(what, holds) {
      for (let i = 0; i < 400; i++) {
        if (holds()) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.fail(`${what} did not come about`);
    },
  };
}
