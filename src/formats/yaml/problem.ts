import type { Problem as FormatProblem } from '../problem.ts';

/** What the YAML reader can find wrong. */
export type YamlRule =
  | 'contradictory-expectation'
  | 'duplicate-id'
  | 'duplicate-key'
  | 'empty-case'
  | 'evidence-without-claim'
  | 'merge-key'
  | 'misplaced-key'
  | 'missing-locator'
  | 'missing-text'
  | 'not-a-case'
  | 'syntax'
  | 'text-cut-off'
  | 'too-complex'
  | 'unknown-key'
  | 'wrong-type'
  | 'yaml-coercion';

export type Problem = FormatProblem<YamlRule>;

/** Takes a problem down. */
export type Report = (problem: Problem) => void;
