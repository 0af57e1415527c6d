import type { Review } from './review.ts';
import type { EvidenceState, Reason } from './state.ts';

/** A place in the subject that a locator leads to. Lines are 1-based and inclusive; a folder has lines 0 to 0. */
export interface Target {
  /** Relative to the subject's root, with `/`. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The whole file or folder is meant, not a part of it. */
  readonly whole: boolean;
}

/** One commit that changed a target's meaning. */
export interface Change {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601 with offset, the author's date. */
  readonly date: string;
  readonly summary: string;
  /** The path it had then. */
  readonly path: string;
}

/** What the evidence looked like when the claim was last judged. */
export interface Baseline {
  readonly commit: string;
  readonly by: 'blame' | 'review' | 'permalink' | 'revision';
  readonly author: string;
  readonly date: string;
  /** Where the target was then; equals the target's path unless it was renamed since. */
  readonly path: string;
  /** The name of the symbol then, where it has another one since. */
  readonly calledThen?: string;
  /** Of a review: the id of what was judged. It need not be what the commit has at the path, and the commit may be gone. */
  readonly blob?: string;
}

/** Which of its named parts (symbols, headings, keys) make a file differ from its baseline; names as locators have them behind `#`. */
export interface PartChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Something changed that is in no named part: imports, statements, the order of the parts. */
  readonly elsewhere?: true;
}

/** A locator that would lead somewhere, and why it is offered. */
export interface Suggestion {
  readonly locator: string;
  readonly why: string;
}

/** What is known of one evidence link. */
export interface Verdict {
  readonly state: EvidenceState;
  readonly reason: Reason;
  readonly targets: readonly Target[];
  readonly baseline?: Baseline;
  /** The recorded review that counts, if there is one: it is the baseline, too. */
  readonly review?: Review;
  /** Who changed it since the baseline, newest first. Uncommitted changes have no entry. */
  readonly changes: readonly Change[];
  /** Stale evidence of which people demand a recorded review, too, and there is none: a sentence for people. */
  readonly missingReview?: string;
  /** Besides those commits it changed in the working tree, or in an editor, and that is not committed. */
  readonly uncommitted?: boolean;
  /** Of a whole file that is stale: what in it changed, as far as its parts have names. */
  readonly parts?: PartChanges;
  readonly suggestions: readonly Suggestion[];
  /** One sentence for people: what is the matter, and what they can do now. */
  readonly message: string;
}
