import type { Location, Position } from 'vscode-languageserver-protocol';
import type { NotationName } from '../model/notations.ts';
import type { JudgedAsSeen, ReviewTarget, Summary } from '../service/views.ts';

export type {
  ChallengeAnswer,
  ChallengeSubject,
  ConvertedDocument,
  Difference,
  NarrowAnswer,
  NarrowingAnswer,
  ReviewAnswer,
  ReviewItem,
  ReviewQuestion,
  ReviewTarget,
  Revision,
  Summary,
  TreeItem,
} from '../service/views.ts';
export { COMMIT_SCHEME, REVISION_SCHEME, parseRevisionQuery, revisionUri } from '../service/revision-uri.ts';

/*
 * What client and server say to each other beyond the Language Server Protocol. Plain names and data, so that any editor can speak it.
 * Positions are 0-based and UTF-16; URIs are `file:`.
 */

/** Sent in `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; without trust no git runs. Default: true. */
  readonly trusted?: boolean;
}

/** Client to server, when trust is granted. No parameters. */
export const TRUST_GRANTED = 'warrant/trustGranted';

/** Client to server: look at everything again, because a person asked. No parameters. */
export const REFRESH = 'warrant/refresh';

/** Server to client: which documents the server wants to hear of, sent whenever that changes. */
export const INTEREST = 'warrant/interest';
export interface InterestParams {
  /** Claim files known to the server. */
  readonly claimFiles: readonly string[];
  /** Files that are evidence (those of folders and globs included), as URIs. */
  readonly evidence: readonly string[];
  /** Folders whose files are evidence, as URIs without a trailing slash; new files in them matter too. */
  readonly folders: readonly string[];
}

/** Server to client: something is different; ask again. */
export const CHANGED = 'warrant/changed';
export interface ChangedParams {
  readonly summary: Summary;
  /** Work is going on whose result will be sent by another such notification. */
  readonly busy: boolean;
}

/** The tree, a level at a time. Parameter: TreeParams; result: TreeItem[]. */
export const TREE = 'warrant/tree';
export interface TreeParams {
  /** The item whose children are wanted; the cases, if left out. */
  readonly parent?: string;
}

/** The items from the top down to the one at a place of a claim file; empty where there is none. */
export const TREE_PATH = 'warrant/treePath';
export interface TreePathParams {
  readonly uri: string;
  readonly position: Position;
}

/** The text of a file at a commit; null if it is not there, is not text, or lies in no known subject. Parameter: Revision. */
export const REVISION_TEXT = 'warrant/revisionText';

/** A commit as text: who, when, why, and what it changed in one file, as a unified diff. Parameter: Revision; result: string or null. */
export const COMMIT_TEXT = 'warrant/commitText';

/** The cases of a claim file in another notation. Parameter: ConvertParams; result: ConvertedDocument or null. */
export const CONVERT = 'warrant/convert';
export interface ConvertParams {
  readonly uri: string;
  readonly to: NotationName;
}

/** What to ask a person who is to judge some evidence. Parameter: AskedParams; result: ReviewQuestion or null. */
export const REVIEW_QUESTION = 'warrant/reviewQuestion';
/** What is to be judged, or a place of a claim file or of evidence where it stands. */
export type AskedParams = { readonly targets: readonly ReviewTarget[] } | PlaceParams;
export interface PlaceParams {
  readonly uri: string;
  readonly position: Position;
}

/** Records that evidence was judged, as it is on disk. Parameter: ReviewParams; result: ReviewAnswer. */
export const REVIEW = 'warrant/review';
export interface ReviewParams {
  /** Links, as in the items of a question. */
  readonly targets: readonly JudgedAsSeen[];
  readonly note?: string;
}

/** What a challenge would be about. Parameter: AskedParams, of which the first target counts; result: ChallengeSubject or null. */
export const CHALLENGE_SUBJECT = 'warrant/challengeSubject';

/** A challenge as edits of the claim file; the editor makes them. Parameter: ChallengeParams; result: ChallengeAnswer. */
export const CHALLENGE = 'warrant/challenge';
export interface ChallengeParams {
  readonly target: ReviewTarget;
  /** What might make the claim false. */
  readonly words: string;
}

/** What a link to the whole of a file can be narrowed to. Parameter: AskedParams for one link; result: NarrowingAnswer, or null where there is no link. */
export const NARROWING = 'warrant/narrowing';

/** Narrows a link, as edits of the claim file; the editor makes them. Parameter: NarrowParams; result: NarrowAnswer. */
export const NARROW = 'warrant/narrow';
export interface NarrowParams {
  readonly target: ReviewTarget;
  /** As in the answer to what it can be narrowed to. */
  readonly parts: readonly string[];
}

export {
  CHALLENGE as CHALLENGE_COMMAND,
  NARROW as NARROW_COMMAND,
  OPEN_CLAIMS as OPEN_CLAIMS_COMMAND,
  SHOW_DIFFERENCE as SHOW_DIFFERENCE_COMMAND,
  STILL_HOLDS as STILL_HOLDS_COMMAND,
} from '../service/commands.ts';
/** The arguments of the command of a CodeLens. */
export type OpenClaimsArguments = [uri: string, position: Position, claims: Location[]];
