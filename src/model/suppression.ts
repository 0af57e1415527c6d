import type { Range } from './text.ts';

/** A comment's wish that one rule say nothing of a line: `# warrant-disable-next-line RULE`. */
export interface Suppression {
  /** As written; empty where the comment names none. */
  readonly rule: string;
  /** Where the rule is named. */
  readonly range: Range;
  /** The line that it is about, 0-based. */
  readonly line: number;
}
