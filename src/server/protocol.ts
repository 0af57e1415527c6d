import type { Location, Position, Range } from 'vscode-languageserver-protocol';
import type { NotationName } from '../model/notations.ts';
import type { TreeOptions } from '../service/tree-options.ts';
import type {
  ExtractTarget,
  FileStanding,
  JudgedAsSeen,
  ReviewTarget,
  Summary,
  TreeItem,
} from '../service/views.ts';

export type {
  CaseStanding,
  ChallengeAnswer,
  ChallengeSubject,
  ConvertedDocument,
  Difference,
  EvidenceAnswer,
  EvidenceCase,
  EvidenceClaim,
  EvidenceOffer,
  ExtractAnswer,
  ExtractTarget,
  FileStanding,
  ImpactAnswer,
  MoveAnswer,
  NarrowAnswer,
  NarrowingAnswer,
  ReviewAnswer,
  ReviewItem,
  ReviewQuestion,
  ReviewTarget,
  Revision,
  SideItem,
  Summary,
  TreeItem,
} from '../service/views.ts';
export type { DiagramBox } from '../service/diagram/diagram-place.ts';
export type { TreeGrouping, TreeMatches, TreeOptions } from '../service/tree-options.ts';
export { isFiltering } from '../service/tree-options.ts';
export { COMMIT_SCHEME, REVISION_SCHEME, parseRevisionQuery, revisionUri } from '../service/revision-uri.ts';

/*
 * What client and server say to each other beyond the Language Server Protocol. Plain names and data, so that any editor can speak it.
 * Positions are 0-based and UTF-16; URIs are `file:`.
 */

/** Sent in `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; without trust no git runs. Default: true. */
  readonly trusted?: boolean;
  /** The editor's settings at the start, as in `workspace/didChangeConfiguration`: `{warrant: {codeLens: {position}}}`. */
  readonly settings?: unknown;
  /** The person's language: what is said in English, to what is said instead. Default: English. */
  readonly words?: Readonly<Record<string, string>>;
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

/** Server to client: how the evidence stands, file by file; sent after a look that asked git, whenever that is another, and never while one types. */
export const EVIDENCE_STANDING = 'warrant/evidenceStanding';
export interface EvidenceStandingParams {
  readonly files: readonly FileStanding[];
}

/** The tree, a level at a time. Parameter: TreeParams; result: TreeItem[]. */
export const TREE = 'warrant/tree';
export interface TreeParams {
  /** The item whose children are wanted; the top of the tree, if left out. */
  readonly parent?: string;
  /** What is to be shown; everything, by case, if left out. */
  readonly options?: TreeOptions;
}

/** The items from the top down to the one at a place of a claim file; empty where there is none. */
export const TREE_PATH = 'warrant/treePath';
export interface TreePathParams {
  readonly uri: string;
  readonly position: Position;
  readonly options?: TreeOptions;
}

/** The items from below an item down to what makes its state what it is. Parameter: TreeReasonParams; result: TreeItem[]. */
export const TREE_REASON = 'warrant/treeReason';
export interface TreeReasonParams {
  readonly item: Pick<TreeItem, 'key' | 'state'>;
  readonly options?: TreeOptions;
}

/** How much a filter shows, and what can be filtered by. Parameter: TreeMatchesParams; result: TreeMatches, or null while there is nothing. */
export const TREE_MATCHES = 'warrant/treeMatches';
export interface TreeMatchesParams {
  readonly options: TreeOptions;
}

/** Hangs a part of a case under another node of it, as edits of the claim file; the editor makes them. Parameter: MoveParams; result: MoveAnswer. */
export const MOVE = 'warrant/move';
export interface MoveParams {
  readonly what: ReviewTarget;
  /** A node; or a case alone, for the top of that. */
  readonly to: ReviewTarget;
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

/** All evidence that waits for a review, to choose from; no parameters; result: ReviewQuestion or null. */
export const WAITING_REVIEWS = 'warrant/waitingReviews';

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

/** What a place of any file can be made evidence of. Parameter: EvidenceOfferParams; result: EvidenceOffer. */
export const EVIDENCE_OFFER = 'warrant/evidenceOffer';
export interface EvidenceOfferParams {
  readonly uri: string;
  /** What is selected, or where the cursor stands; left out for the whole file. */
  readonly range?: Range;
  /** What the editor holds of the file, where that is not saved. */
  readonly text?: string;
}

/** Makes something evidence of a claim, as edits of a claim file; the editor makes them. Parameter: AddEvidenceParams; result: EvidenceAnswer. */
export const ADD_EVIDENCE = 'warrant/addEvidence';
export interface AddEvidenceParams {
  /** As in the offer. */
  readonly case: string;
  readonly locator: string;
  /** A claim that is there, or one that is to be written: below another, or in the case itself. */
  readonly for: { readonly node: string } | { readonly words: string; readonly below?: string };
}

/** Takes a claim out of another one, as edits of the claim file; the editor makes them. Parameter: ExtractParams; result: ExtractAnswer. */
export const EXTRACT_CLAIM = 'warrant/extractClaim';
export interface ExtractParams extends ExtractTarget {
  readonly words: string;
}

/** A case as a diagram. Parameter: DiagramParams; result: DiagramData, or null where there is no such case. Asked again after `warrant/changed`. */
export const DIAGRAM = 'warrant/diagram';
export interface DiagramParams {
  /** The case's key in the snapshot, as in a DiagramBox. */
  readonly case: string;
}

/** The box of a diagram for what stands at a place of a claim file. Parameter: PlaceParams; result: DiagramBox, or null where the file holds no case. */
export const DIAGRAM_PLACE = 'warrant/diagramPlace';

/** Which claims rest on what changed since HEAD, or since HEAD left a revision. Parameter: ImpactParams; result: ImpactAnswer, or null while there is nothing. Asked again after `warrant/changed`. */
export const IMPACT = 'warrant/impact';
export interface ImpactParams {
  /** As a person writes it. */
  readonly base?: string;
}

/** The claims that rest on a file, by its parts. Parameter: EvidenceHereParams; result: SideItem[], empty where the file is no evidence. */
export const EVIDENCE_HERE = 'warrant/evidenceHere';
export interface EvidenceHereParams {
  readonly uri: string;
}

export {
  CHALLENGE as CHALLENGE_COMMAND,
  EXTRACT_CLAIM as EXTRACT_CLAIM_COMMAND,
  NARROW as NARROW_COMMAND,
  OPEN_CLAIMS as OPEN_CLAIMS_COMMAND,
  SHOW_DIFFERENCE as SHOW_DIFFERENCE_COMMAND,
  STILL_HOLDS as STILL_HOLDS_COMMAND,
  USE_AS_EVIDENCE as USE_AS_EVIDENCE_COMMAND,
} from '../service/commands.ts';
/** The arguments of the command of a CodeLens. */
export type OpenClaimsArguments = [uri: string, position: Position, claims: Location[]];
