import type { Severity } from '../../model/finding.ts';
import type { Span } from './span.ts';

/** What the YAML reader can find wrong. */
export type YamlRule =
  | 'acceptance-incomplete'
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
  | 'too-complex'
  | 'unknown-key'
  | 'wrong-type';

/** A finding before its offsets have become positions. */
export interface Problem {
  readonly rule: YamlRule;
  readonly severity: Severity;
  /** What is wrong, and what to write instead. */
  readonly message: string;
  readonly span: Span;
  /** The id of the node it speaks of. */
  readonly node?: string;
  /** Another place in the same file that explains it. */
  readonly related?: { readonly message: string; readonly span: Span };
}

/** Takes a problem down. */
export type Report = (problem: Problem) => void;
