import type { Range } from './text.ts';

/** Who judged that evidence still supports its claim, and when. */
export interface Review {
  /** As git writes people: `Ada Author <ada@example.org>`. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly note?: string;
}

/** A review as it is recorded: what was judged, and what it looked like then. */
export interface ReviewRecord extends Review {
  /** The id of the case. */
  readonly case: string;
  /** The id of the node that the evidence hangs under. */
  readonly node: string;
  /** As written in the claim file. */
  readonly locator: string;
  /** HEAD of the subject at that time, a full object id; null where there was none. It may be gone since: rebased, or squashed. */
  readonly commit: string | null;
  /** The path that the locator led to, where it led to a single file; the file's content then, as git names it (committed or not). */
  readonly path?: string;
  readonly blob?: string;
  /** Of a range of lines: where it was then, 1-based and inclusive, where that is not what the locator says. */
  readonly lines?: { readonly start: number; readonly end: number };
  /** Of a folder or glob: a digest of its files' paths and ids. */
  readonly files?: string;
  /** Who wrote what was reviewed, as git writes people: whoever changed it last, and whoever changed it since the review before. */
  readonly authors?: readonly string[];
  /** What the evidence meant, with the scheme it was made by (see `evidence/fingerprint.ts`). */
  readonly fingerprint: string;
  /** What the claim said: a fingerprint of its text. */
  readonly claim: string;
}

/** A pattern over the ids of nodes in a settings file; see `namesNode`. */
export interface NodePattern {
  readonly pattern: string;
  readonly range: Range;
}

/** What people demand of reviews (`reviews:` in `warrant.yaml`). */
export interface ReviewPolicy {
  /** Nodes whose evidence needs a recorded review: ids, `case-id/C2`, or globs over these; `all` for every claim. Empty: none. */
  readonly required: 'all' | readonly NodePattern[];
  /** Whoever changed the evidence may not be its reviewer. */
  readonly independent: boolean;
  /** How long a review counts, in days; for ever, if left out. */
  readonly expireAfterDays?: number;
}

/** Where nobody demands anything. */
export const NO_REVIEW_POLICY: ReviewPolicy = { required: [], independent: false };
