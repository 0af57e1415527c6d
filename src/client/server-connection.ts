import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorCodes,
  LanguageClient,
  ResponseError,
  State,
  type ErrorHandler,
  type LanguageClientOptions,
  type NodeModule,
} from 'vscode-languageclient/node';
import {
  type AskedParams,
  type CHALLENGE,
  type CHALLENGE_SUBJECT,
  type ChallengeAnswer,
  type ChallengeParams,
  type ChallengeSubject,
  CHANGED,
  INTEREST,
  type ChangedParams,
  type COMMIT_TEXT,
  type InterestParams,
  type NARROW,
  type NARROWING,
  type NarrowAnswer,
  type NarrowingAnswer,
  type NarrowParams,
  type REVIEW,
  type REVIEW_QUESTION,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewQuestion,
  type Revision,
  type REVISION_TEXT,
  type TREE,
  type TREE_PATH,
  type TreeItem,
  type TreeParams,
  type TreePathParams,
} from '../server/protocol.ts';

/** What the client asks the server beyond the Language Server Protocol. Positions are the server's: 0-based, UTF-16. */
interface Requests {
  [TREE]: { params: TreeParams; result: readonly TreeItem[] };
  [TREE_PATH]: { params: TreePathParams; result: readonly TreeItem[] };
  [REVISION_TEXT]: { params: Revision; result: string | null };
  [COMMIT_TEXT]: { params: Revision; result: string | null };
  [REVIEW_QUESTION]: { params: AskedParams; result: ReviewQuestion | null };
  [REVIEW]: { params: ReviewParams; result: ReviewAnswer };
  [CHALLENGE_SUBJECT]: { params: AskedParams; result: ChallengeSubject | null };
  [CHALLENGE]: { params: ChallengeParams; result: ChallengeAnswer };
  [NARROWING]: { params: AskedParams; result: NarrowingAnswer | null };
  [NARROW]: { params: NarrowParams; result: NarrowAnswer };
}

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server in its process, whichever start of it is the current one. */
export interface ServerConnection {
  readonly onDidChangeState: vscode.Event<ServerState>;
  state(): ServerState;
  client(): LanguageClient;
  /** Starts the server. Failures are shown to the person, and end in the state `stopped`. */
  start(): Promise<void>;
  /** Ends the server if it runs, and starts it with a clean count of crashes. */
  restart(): Promise<void>;
  /** Asks the server. Undefined if it does not run, the question was withdrawn, or it could not answer, which is logged. */
  ask<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
    token?: vscode.CancellationToken,
  ): Promise<Requests[M]['result'] | undefined>;
  /** Tells the server something, if it runs or is about to. */
  tell(method: string): void;
  dispose(): void;
}

export interface ConnectionOptions {
  readonly server: NodeModule;
  readonly output: vscode.LogOutputChannel;
  readonly client: LanguageClientOptions;
  readonly onInterest: (params: InterestParams) => void;
  readonly onChanged: (params: ChangedParams) => void;
  /** Called when the server does not run and is not started again, with a sentence that says why. */
  readonly onGivenUp: (why: string) => void;
}

/** The server is started again after a crash, but not more often than this in three minutes. */
const MAX_RESTARTS = 5;

/** A connection to a server that is not started yet. */
export function createServerConnection(options: ConnectionOptions): ServerConnection {
  const { output } = options;
  const stateEmitter = new vscode.EventEmitter<ServerState>();
  let client = createClient();
  let isBeforeStart = true;

  function state(): ServerState {
    return isBeforeStart ? 'starting' : stateOf(client);
  }

  // A client whose start failed cannot be started again, so each restart by hand makes a new one.
  function createClient(): LanguageClient {
    const created: LanguageClient = new QuietClient('warrant', 'Warrant', options.server, {
      ...options.client,
      outputChannel: output,
      errorHandler: givingUpAloud(() => created, options.onGivenUp),
      initializationFailedHandler: () => false,
    });
    created.onDidChangeState(() => {
      if (created === client) stateEmitter.fire(stateOf(created));
    });
    created.onNotification(INTEREST, options.onInterest);
    created.onNotification(CHANGED, options.onChanged);
    return created;
  }

  async function start(): Promise<void> {
    isBeforeStart = false;
    try {
      await client.start();
    } catch (error) {
      output.error(`The server could not be started: ${String(error)}`);
      if (!isCrash(error)) options.onGivenUp('the server could not be started.');
    }
  }

  async function end(ended: LanguageClient): Promise<void> {
    try {
      await ended.dispose();
    } catch (error) {
      output.warn(`The server did not end in good order: ${String(error)}`);
    }
  }

  return {
    onDidChangeState: stateEmitter.event,
    state,
    client: () => client,
    start,
    async restart() {
      const former = client;
      client = createClient();
      await end(former);
      await start();
    },
    async ask(method, params, token) {
      if (!canHear(client)) return undefined;
      try {
        return await client.sendRequest(method, params, token);
      } catch (error) {
        if (token?.isCancellationRequested !== true) output.error(`${method} failed: ${String(error)}`);
        return undefined;
      }
    },
    tell(method) {
      if (!canHear(client)) return;
      client.sendNotification(method).catch((error: unknown) => {
        output.error(`${method} failed: ${String(error)}`);
      });
    },
    dispose() {
      stateEmitter.dispose();
      void end(client);
    },
  };
}

/** Whether messages reach the server, if only once it is up. Sending to any other client fails, or starts it before its time. */
function canHear(client: LanguageClient): boolean {
  return stateOf(client) !== 'stopped';
}

/** Crashes have a handler of their own, also while the server starts. */
function isCrash(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}

function stateOf(client: LanguageClient): ServerState {
  switch (client.state) {
    case State.Running:
      return 'running';
    case State.Starting:
      return 'starting';
    case State.Stopped:
    case State.StartFailed:
      return 'stopped';
  }
}

/** Only logs what goes wrong inside: the library would show each crash to the person several times, in its own terms. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The library's own handling of crashes, but that giving up is left to the caller to say. */
function givingUpAloud(client: () => LanguageClient, onGivenUp: (why: string) => void): ErrorHandler {
  let standard: ErrorHandler | undefined;
  const handler = () => (standard ??= client().createDefaultErrorHandler(MAX_RESTARTS));
  return {
    error: (error, message, count) => handler().error(error, message, count),
    async closed() {
      const result = await handler().closed();
      if (result.action === CloseAction.DoNotRestart) {
        onGivenUp(
          `the server crashed ${MAX_RESTARTS + 1} times within three minutes and is not started again.`,
        );
      }
      return { ...result, handled: true };
    },
  };
}
