import type { Location, Range, TextEdit } from 'vscode-languageserver-protocol';
import type { NodeKind } from '../model/kinds.ts';
import type { EvidenceState, NodeState } from '../model/state.ts';
import type { NarrowTarget } from '../project/narrowing/narrowings.ts';

/*
 * What an editor shows, as plain data. Positions are 0-based and UTF-16; URIs are `file:`.
 */

export interface Summary {
  readonly cases: number;
  readonly claims: number;
  readonly evidence: number;
  /** Cited links by state; states with none are left out. */
  readonly states: Partial<Record<NodeState, number>>;
  /** How many cited links are broken, failing or stale. */
  readonly attention: number;
  /** How many cited links somebody reviewed. */
  readonly reviewed: number;
  readonly standings: readonly CaseStanding[];
  /** What a person should know of the whole, such as what the missing trust costs; empty if nothing. */
  readonly notices: readonly string[];
}

/** How one case stands. */
export interface CaseStanding {
  readonly title: string;
  readonly state: NodeState;
  /** All files that it is written in, as URIs. */
  readonly files: readonly string[];
  /** Cited links by state; states with none are left out. */
  readonly links: Partial<Record<NodeState, number>>;
  /** Defeaters that nothing answers. */
  readonly unanswered: number;
  /** Something in its files could not be read. */
  readonly unread?: true;
}

export interface TreeItem {
  /** Unique among all items, and stable while the document keeps its ids. */
  readonly key: string;
  readonly kind: 'case' | 'group' | 'link' | 'comment' | NodeKind;
  /** What names it: `C2`, a case's title, a locator. */
  readonly label: string;
  /** What stands behind the name, dimmed: the text, counts, or the reason. */
  readonly description: string;
  readonly state: NodeState;
  /** The kind of what is taken for granted: nothing about it can be checked, so that its state says nothing. */
  readonly given?: NodeKind;
  /** A case of which a part could not be read, so that its state is not all there is to say. */
  readonly unread?: true;
  /** Only mentioned in the document; does not count. */
  readonly mention: boolean;
  /** Markdown, without links that run commands. */
  readonly tooltip: string;
  /** The same for a screen reader: kind, name, state, counts. */
  readonly accessibilityLabel: string;
  readonly expandable: boolean;
  /** Leads to what a filter looks for, so that it is shown unfolded. */
  readonly unfold?: true;
  /** It is in no good state, and what makes it so is further down. */
  readonly reason?: true;
  /** Which part of the argument it is; none for rows that only gather others. */
  readonly part?: ReviewTarget;
  /** What a person may want to write elsewhere; `qualifiedId` is `case/C2`. */
  readonly names?: { readonly id?: string; readonly qualifiedId?: string; readonly locator?: string };
  /** Where it is written in the claim file; `selectionRange` is its id or locator. */
  readonly source: { readonly uri: string; readonly range: Range; readonly selectionRange: Range };
  /** Where its evidence is, for links that lead somewhere. */
  readonly target?: Location;
  /** For links whose difference since the baseline can be shown. */
  readonly difference?: Difference;
  /** For what somebody has to look at, itself or below it. */
  readonly review?: ReviewTarget;
  /** For what can be challenged. */
  readonly challenge?: ReviewTarget;
  /** For a link to the whole of a file, which may be too much. */
  readonly narrow?: ReviewTarget;
}

/** How a file or a folder stands as evidence. */
export interface FileStanding {
  readonly uri: string;
  /** The worst of its links. */
  readonly state: EvidenceState;
  /** In words: how many claims rest on it, and in which states their links to it are. */
  readonly words: string;
}

/** A row of a view beside the claim tree, with all that hangs below it. */
export interface SideItem extends TreeItem {
  readonly children: readonly SideItem[];
}

/** Which claims rest on what a person changed. */
export interface ImpactAnswer {
  /** Worst first; empty where none does. */
  readonly items: readonly SideItem[];
  /** What it is compared with: `HEAD`, `main (0123abcd)`. */
  readonly base: string;
  /** What a person should know of the whole: sentences. */
  readonly notices: readonly string[];
}

/** Names a file at a commit. */
export interface Revision {
  /** Absolute path of the subject's root. */
  readonly root: string;
  readonly commit: string;
  readonly path: string;
  /** The id of the file's content then, where that may not be in the commit. */
  readonly blob?: string;
}

/** Two sides to compare: the baseline, and the file as it is now. */
export interface Difference {
  readonly before: Revision;
  readonly after: string;
  /** Where the part begins that is compared, in the file as it is now, 0-based; left out where the whole file is. */
  readonly line?: number;
  readonly title: string;
  /** The link whose evidence it shows. */
  readonly review?: ReviewTarget;
}

/** What a person can judge: the evidence of one link, or all under a node that is stale or unreviewed. */
export interface ReviewTarget {
  /** The case's key in the snapshot. */
  readonly case: string;
  /** The link's key in its case. */
  readonly link?: string;
  /** The node's key in its case, where no link is named; the whole case, if it is left out too. */
  readonly node?: string;
}

/** One link that a person is asked about. */
export interface ReviewItem {
  readonly target: ReviewTarget;
  /** The locator. */
  readonly label: string;
  /** The node it supports, in short. */
  readonly claim: string;
  /** State and reason, in few words. */
  readonly summary: string;
  /** What to compare; undefined for evidence that was never judged, which is looked at as it is. */
  readonly difference?: Difference;
  readonly evidence?: Location;
  /** The files that are judged, as URIs: the claim's and the evidence's. They have to be saved before a review of them can be recorded. */
  readonly files: readonly string[];
  /** What the evidence and the claim mean as the person sees them now; left out where they could not be recorded as they are. */
  readonly seen?: string;
}

/** A link that a person judged. */
export interface JudgedAsSeen extends ReviewTarget {
  /** As in the question; a link that means something else by now is not recorded. */
  readonly seen?: string;
}

/** What to ask a person about some links, which is nothing where none has to be judged. */
export interface ReviewQuestion {
  /** Names what is asked about: `C2 Transport security is enforced`. */
  readonly subject: string;
  readonly items: readonly ReviewItem[];
  /** Why no answer could be recorded: sentences. */
  readonly refused?: string;
}

/** The cases of a claim file in another notation. */
export interface ConvertedDocument {
  readonly text: string;
  /** The language of the text in an editor. */
  readonly language: string;
  /** A file name that fits. */
  readonly name: string;
  /** What the notation cannot say, as sentences. */
  readonly losses: readonly string[];
}

/** What became of a review. */
export interface ReviewAnswer {
  /** Who is said to have judged, as git writes people; empty where nobody is known. */
  readonly by: string;
  /** How many links are recorded as judged. */
  readonly recorded: number;
  /** The file that holds the (first) record, as a URI. */
  readonly file?: string;
  /** Why others are not, and what else was done: whole sentences. */
  readonly refused: readonly string[];
  readonly notes: readonly string[];
}

/** What a challenge is about. */
export interface ChallengeSubject {
  readonly target: ReviewTarget;
  /** The claim file that it will be written into. */
  readonly uri: string;
  /** The claim, in short, or the locator of the evidence. */
  readonly subject: string;
  /** It is evidence that is challenged. */
  readonly evidence: boolean;
}

/** A challenge as edits of its claim file, or a sentence that says why there are none. */
export type ChallengeAnswer =
  | {
      readonly uri: string;
      readonly edits: readonly TextEdit[];
      /** The id that the new node has. */
      readonly id: string;
      readonly kind: 'rebuttal' | 'undermine';
    }
  | {
      readonly refused: string;
      /** In another notation it could be written, which the sentence says. */
      readonly convert?: boolean;
    };

/** What a link to the whole of a file can be narrowed to, or a sentence that says why it cannot. */
export type NarrowingAnswer =
  | {
      readonly target: ReviewTarget;
      /** The claim file that it is written in. */
      readonly uri: string;
      readonly locator: string;
      /** The node it supports, in short. */
      readonly claim: string;
      /** The named parts of the file, those first that are named at the link. */
      readonly parts: readonly NarrowTarget[];
    }
  | { readonly refused: string };

/** Narrowed links as edits of their claim file, or a sentence that says why there are none. */
export type NarrowAnswer =
  | {
      readonly uri: string;
      readonly edits: readonly TextEdit[];
      /** What the person should know once the edits are made: sentences, of which the first goes on behind a colon. */
      readonly said: string;
    }
  | { readonly refused: string };

/** A part of a case in another place, as edits of its claim file, or a sentence that says why there are none. */
export type MoveAnswer =
  { readonly uri: string; readonly edits: readonly TextEdit[] } | { readonly refused: string };

/** The claims that something can be made evidence of, or a sentence that says why there are none. */
export type EvidenceOffer = { readonly cases: readonly EvidenceCase[] } | { readonly refused: string };

/** A case that something in a file can be evidence in. */
export interface EvidenceCase {
  /** Its key in the snapshot. */
  readonly case: string;
  readonly id: string;
  readonly title: string;
  /** Its claim file. */
  readonly uri: string;
  /** The most precise locator, as it will be written. */
  readonly locator: string;
  readonly claims: readonly EvidenceClaim[];
  /** A new claim can stand in the case itself, and not just below others. */
  readonly top: boolean;
}

export interface EvidenceClaim {
  /** Its key in its case. */
  readonly node: string;
  /** Empty where its author gave it none. */
  readonly id: string;
  readonly text: string;
  /** It rests on that place already. */
  readonly has: boolean;
}

/** New evidence as edits of its claim file, or a sentence that says why there are none. */
export type EvidenceAnswer =
  | {
      readonly uri: string;
      readonly edits: readonly TextEdit[];
      /** The key of the claim that it is evidence for. */
      readonly node: string;
      /** What is done once the edits are made: a sentence. */
      readonly said: string;
    }
  | { readonly refused: string };

/** A claim, and some of its evidence that another one is to be written for. */
export interface ExtractTarget {
  /** The case's key in the snapshot. */
  readonly case: string;
  /** The claim's key in its case. */
  readonly node: string;
  /** Keys of links of the claim. */
  readonly links: readonly string[];
}

/** A claim that is taken out of another as edits of its file, with its id; or a sentence that says why there are none. */
export type ExtractAnswer =
  { readonly edits: readonly TextEdit[]; readonly id: string } | { readonly refused: string };
