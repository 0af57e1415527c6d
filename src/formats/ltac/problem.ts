import type { Problem as FormatProblem } from '../problem.ts';

/** What the LTAC reader can find wrong. */
export type LtacRule =
  | 'citation-differs'
  | 'conflicting-options'
  | 'dubious-reference'
  | 'duplicate-id'
  | 'empty-case'
  | 'indentation'
  | 'misplaced-node'
  | 'missing-text'
  | 'reference-repeated'
  | 'syntax'
  | 'unknown-kind'
  | 'unknown-option'
  | 'unrelated';

export type Problem = FormatProblem<LtacRule>;

/** Takes a problem down. */
export type Report = (problem: Problem) => void;
