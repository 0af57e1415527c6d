import type { Problem as FormatProblem } from '../problem.ts';
import type { YamlRule } from '../yaml/problem.ts';

/** What the gsn2x reader can find wrong, besides what the YAML reader finds. */
export type Gsn2xRule =
  YamlRule | 'reference-repeated' | 'reference-unknown-node' | 'unknown-kind' | 'unrelated';

export type Problem = FormatProblem<Gsn2xRule>;

/** Takes a problem down. */
export type Report = (problem: Problem) => void;
