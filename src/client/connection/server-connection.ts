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
import { say } from '../../l10n/say.ts';
import type { DiagramData } from '../../model/diagram.ts';
import {
  type ADD_EVIDENCE,
  type AddEvidenceParams,
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
  type CONVERT,
  type ConvertedDocument,
  type ConvertParams,
  type DIAGRAM,
  type DIAGRAM_PLACE,
  type DiagramBox,
  type DiagramParams,
  type EVIDENCE_HERE,
  EVIDENCE_STANDING,
  type EvidenceHereParams,
  type EvidenceStandingParams,
  type IMPACT,
  type ImpactAnswer,
  type ImpactParams,
  type EVIDENCE_OFFER,
  type EvidenceAnswer,
  type EvidenceOffer,
  type EvidenceOfferParams,
  type EXTRACT_CLAIM,
  type ExtractAnswer,
  type ExtractParams,
  type InterestParams,
  type MOVE,
  type MoveAnswer,
  type MoveParams,
  type NARROW,
  type NARROWING,
  type NarrowAnswer,
  type NarrowingAnswer,
  type NarrowParams,
  type PlaceParams,
  type REVIEW,
  type REVIEW_QUESTION,
  type WAITING_REVIEWS,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewQuestion,
  type Revision,
  type REVISION_TEXT,
  type SideItem,
  type TREE,
  type TREE_MATCHES,
  type TREE_PATH,
  type TREE_REASON,
  type TreeItem,
  type TreeMatches,
  type TreeMatchesParams,
  type TreeParams,
  type TreePathParams,
  type TreeReasonParams,
} from '../../server/protocol.ts';

/** What the client asks the server beyond the Language Server Protocol. Positions are the server's: 0-based, UTF-16. */
interface Requests {
  [TREE]: { params: TreeParams; result: readonly TreeItem[] };
  [TREE_PATH]: { params: TreePathParams; result: readonly TreeItem[] };
  [TREE_REASON]: { params: TreeReasonParams; result: readonly TreeItem[] };
  [MOVE]: { params: MoveParams; result: MoveAnswer };
  [TREE_MATCHES]: { params: TreeMatchesParams; result: TreeMatches | null };
  [REVISION_TEXT]: { params: Revision; result: string | null };
  [COMMIT_TEXT]: { params: Revision; result: string | null };
  [WAITING_REVIEWS]: { params: undefined; result: ReviewQuestion | null };
  [REVIEW_QUESTION]: { params: AskedParams; result: ReviewQuestion | null };
  [REVIEW]: { params: ReviewParams; result: ReviewAnswer };
  [CHALLENGE_SUBJECT]: { params: AskedParams; result: ChallengeSubject | null };
  [CHALLENGE]: { params: ChallengeParams; result: ChallengeAnswer };
  [EVIDENCE_OFFER]: { params: EvidenceOfferParams; result: EvidenceOffer };
  [ADD_EVIDENCE]: { params: AddEvidenceParams; result: EvidenceAnswer };
  [EXTRACT_CLAIM]: { params: ExtractParams; result: ExtractAnswer };
  [NARROWING]: { params: AskedParams; result: NarrowingAnswer | null };
  [NARROW]: { params: NarrowParams; result: NarrowAnswer };
  [CONVERT]: { params: ConvertParams; result: ConvertedDocument | null };
  [DIAGRAM]: { params: DiagramParams; result: DiagramData | null };
  [DIAGRAM_PLACE]: { params: PlaceParams; result: DiagramBox | null };
  [IMPACT]: { params: ImpactParams; result: ImpactAnswer | null };
  [EVIDENCE_HERE]: { params: EvidenceHereParams; result: readonly SideItem[] };
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
  readonly onStanding: (params: EvidenceStandingParams) => void;
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
    created.onNotification(EVIDENCE_STANDING, options.onStanding);
    return created;
  }

  async function start(): Promise<void> {
    isBeforeStart = false;
    try {
      await client.start();
    } catch (error) {
      output.error(`The server could not be started: ${String(error)}`);
      if (!isCrash(error)) options.onGivenUp(say('the server could not be started.'));
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
          say(
            'the server crashed {0} times within three minutes and is not started again.',
            MAX_RESTARTS + 1,
          ),
        );
      }
      return { ...result, handled: true };
    },
  };
}
