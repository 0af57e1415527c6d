import type { ReviewRecord } from '../../model/review.ts';
import type { Verdict } from '../../model/verdict.ts';

/** Names a link of a snapshot. */
export interface LinkName {
  /** The case's key. */
  readonly case: string;
  /** The link's key in its case. */
  readonly link: string;
}

/** Who judged which evidence, as it is now on the disk. */
export interface ReviewRequest {
  readonly links: readonly LinkName[];
  /** As git writes people; whoever git says works here, if left out. */
  readonly by?: string;
  readonly note?: string;
  /** Says what would be recorded, and writes nothing. */
  readonly dryRun?: boolean;
}

/** A review that is recorded, or would be. */
export interface RecordedReview extends LinkName {
  /** The review file, absolute, with `/`. */
  readonly file: string;
  readonly record: ReviewRecord;
  /** What was known of the link before. */
  readonly before: Verdict;
}

/** A link that cannot be reviewed. */
export interface RefusedReview extends LinkName {
  /** A sentence: why, and what to do first. */
  readonly why: string;
}

/** What became of a request. */
export interface ReviewOutcome {
  /** Who is said to have judged; '' where nobody is known. */
  readonly by: string;
  readonly recorded: readonly RecordedReview[];
  readonly refused: readonly RefusedReview[];
  /** The files that were written, absolute, with `/`: review files, and git's attributes where these had to be changed. */
  readonly files: readonly string[];
  /** Sentences: what else was done or should be known, or that nobody is known to have judged. */
  readonly notes: readonly string[];
  /** Sentences: why review files could not be written. */
  readonly unwritten: readonly string[];
}
